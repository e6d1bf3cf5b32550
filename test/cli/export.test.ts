import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPath } from '../transfer/files.js';
import { aFolder, type Ended, jejak, type Serving, serving } from './support.js';

const data = aFolder();
const folder = mkdtempSync(join(tmpdir(), 'jejak-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const on = (...args: string[]): Promise<Ended> => jejak(args, { data });
const file = (name: string) => join(folder, name);
const PELAKU = ['export', '-', '--format', 'csv', '--sheet', 'Pelaku'] as const;

describe('jejak template', () => {
  test('writes the workbook without a data folder, and leaves what is there alone unless forced', async () => {
    const path = file('t.xlsx');
    expect(await on('template', path)).toEqual({ code: 0, out: `written: ${path}\n`, err: '' });
    const { rows } = await readPath(path);
    expect(new Set(rows.map(({ sheet }) => sheet)).size).toBe(16);
    writeFileSync(path, 'mine');
    const again = await on('template', path);
    expect(again).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('exists already; name another'),
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await on('template', path, '--force')).code).toBe(0);
    expect((await readPath(path)).rows).toEqual(rows);
    expect(readdirSync(folder)).toEqual(['t.xlsx']);
    expect(existsSync(data)).toBe(false);
  });

  test('writes one sheet as CSV to standard output', async () => {
    const { code, out } = await on('template', '-', '--format', 'csv', '--sheet', 'usulan');
    expect(code).toBe(0);
    expect(out).toMatch(/^\uFEFFID Jejak;Kunci;Usulan \*;Kelurahan;.*\r\n;;Contoh: Perbaikan drainase/);
  });

  test.each([
    [['template', '-', '--format', 'csv'], '16 sheets for a file of CSV, which holds one'],
    [['template', '--sheet', 'Usulen'], 'perhaps Usulan'],
    [['template', 'a', 'b'], '"b" is one word too many; name one file'],
    [['template', '--format', 'pdf'], '--format "pdf" is refused; write one of: xlsx, csv'],
    [['export', '-', '--format', 'jsonl', '--type', 'claim'], '10 sheets for a file of JSON Lines'],
    [['export', '-', '--sheet', 'Pelakuu'], 'perhaps Pelaku'],
  ])('%j is wrong usage', async (args, message) => {
    expect(await on(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  test('says when it may not write there', async () => {
    expect(await on('template', join(folder, 'no', 'folder.xlsx'))).toMatchObject({
      code: 3,
      err: expect.stringContaining('ENOENT'),
    });
  });
});

describe('jejak export', () => {
  let alone: Ended;
  let workbook: Buffer;
  let server: Serving;
  beforeAll(async () => {
    expect((await on('seed', 'hamlet')).code).toBe(0);
    alone = await on(...PELAKU);
    expect((await on('export', file('alone.xlsx'))).code).toBe(0);
    workbook = readFileSync(file('alone.xlsx'));
    server = await serving({ data });
  });

  test('writes the records as a filled template', async () => {
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(alone.out).toMatch(/^\uFEFFID Jejak;Kunci;Nama \*;/);
    expect(alone.out.match(/\r\na-[0-9a-z]{20};/g)?.length).toBeGreaterThanOrEqual(12);
    const { rows, problems } = await readPath(file('alone.xlsx'));
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  });

  test('is answered by the server that has the folder open, with the same bytes', async () => {
    expect(await on(...PELAKU)).toEqual(alone);
    expect(await on('export', file('served.xlsx'))).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(file('served.xlsx')).equals(workbook)).toBe(true);
    expect(await on('export', '-', '--sheet', 'Pelakuu')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('perhaps Pelaku'),
    });
  });

  test('narrowed to a place that there is not ends with 1 and leaves no file', async () => {
    expect(await on('export', file('x.xlsx'), '--place', 'Antah')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no place is called "Antah"'),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('x.'))).toEqual([]);
  });

  test('to a device leaves the device as it is', async () => {
    expect(await on('export', '/dev/null')).toMatchObject({ code: 2 });
    expect(await on('export', '/dev/null', '--force')).toMatchObject({
      code: 0,
      out: 'written: /dev/null\n',
    });
    expect(readFileSync('/dev/null').length).toBe(0);
  });

  test('holds one object a record as JSON Lines', async () => {
    await server.stop('SIGTERM');
    const { out } = await on('export', '-', '--format', 'jsonl', '--sheet', 'Usulan');
    expect(
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).Usulan),
    ).toEqual(['Usulan Lampu Jalan Setapak Dusun Khayal']);
  });
});
