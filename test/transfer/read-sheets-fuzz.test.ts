import { createWriteStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JejakError } from '../../src/domain/errors.js';
import { type ReadOptions, readSheets } from '../../src/transfer/read-sheets.js';
import { type WorkbookRow, writeCsv, writeWorkbook } from '../../src/transfer/write-workbook.js';
import { mustBeIndonesian } from '../support/indonesian.js';
import { fileOf, readBytes, readPath, removeFiles, told, withCell, workbook } from './files.js';
import { GOOD, GOOD_BOOK, HOSTILE, SHEET } from './hostile.js';

afterEach(removeFiles);

interface Outcome {
  /** Rows that can be read. */
  readonly rows: number;
  /** Places and values of the problems. */
  readonly problems: readonly string[];
  /** Why the file is refused as a whole. */
  readonly refused: string | null;
}

async function outcomeOf(path: string, options?: ReadOptions): Promise<Outcome> {
  const problems: string[] = [];
  let rows = 0;
  try {
    for await (const each of readSheets(path, options))
      if ('problem' in each) problems.push(...told([each]));
      else rows++;
  } catch (error) {
    if (!(error instanceof JejakError) || error.code !== 'BAD_USER_INPUT') throw error;
    error.problems.forEach(mustBeIndonesian);
    return { rows, problems, refused: error.message };
  }
  return { rows, problems, refused: null };
}

describe('a hostile file ends in rows, problems or a refusal', () => {
  test.each(HOSTILE)('%s', async (_, content, { refused, problem, rows }) => {
    const outcome = await outcomeOf(await fileOf(content));
    expect(outcome.refused ?? '').toContain(refused ?? '');
    if (refused === undefined) expect(outcome.refused).toBeNull();
    if (problem === undefined) expect(outcome.problems).toEqual([]);
    else expect(outcome.problems).toContainEqual(expect.stringContaining(problem));
    if (rows !== undefined) expect(outcome.rows).toBe(rows);
    // A message quotes what it refuses, but never all of it.
    for (const message of [outcome.refused ?? '', ...outcome.problems])
      expect(message.length).toBeLessThan(400);
  });
});

test('a cell of hundreds of megabytes is refused before it is read', async () => {
  const path = await fileOf('Nama;Kota\n"');
  const piece = Buffer.alloc(16 * 1024 ** 2, 'x');
  for (let at = 0; at < 20; at++) await appendFile(path, piece);
  expect((await outcomeOf(path, { limits: { fileBytes: 100 * 1024 ** 2 } })).refused).toContain(
    'more than 104857600',
  );
  const before = heap();
  const { problems } = await outcomeOf(path, { limits: { fileBytes: 1024 ** 3 } });
  expect(problems).toEqual([expect.stringContaining('row 2: this row is longer than 1048576 characters')]);
  expect(heap() - before).toBeLessThan(16 * MEGABYTE);
});

describe('whatever the bytes, reading ends in rows, problems or a JejakError', () => {
  const ends = async (bytes: Uint8Array) => {
    const { rows } = await outcomeOf(await fileOf(bytes), { limits: { rowLength: 4096 } });
    expect(rows).toBeGreaterThanOrEqual(0);
    await removeFiles();
  };
  const mutations = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.constantFrom('set', 'cut', 'add', 'end')), {
    minLength: 1,
    maxLength: 6,
  });
  const mutated = (bytes: Buffer, changes: readonly (readonly [number, number, string])[]) =>
    changes.reduce((now, [at, value, how]) => {
      const index = now.length === 0 ? 0 : at % now.length;
      if (how === 'end') return now.subarray(0, index);
      const rest = now.subarray(how === 'add' ? index : index + 1);
      return Buffer.concat([
        now.subarray(0, index),
        how === 'cut' ? Buffer.alloc(0) : Buffer.from([value]),
        rest,
      ]);
    }, bytes);

  test('random bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), ends), { numRuns: 200 });
  });

  test('random text of what CSV and JSON are made of', async () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'a', ' ', '{', '}', '[', ':', '1'),
      maxLength: 80,
    });
    await fc.assert(
      fc.asyncProperty(text, (each) => ends(Buffer.from(each))),
      { numRuns: 300 },
    );
  });

  test('a workbook with some bytes changed', async () => {
    const bytes = workbook({
      sheets: [
        ['P', GOOD],
        ['Q', withCell('<c t="s"><v>0</v></c>')],
      ],
      strings: '<si><t>x</t></si>',
    });
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => ends(mutated(bytes, changes))),
      { numRuns: 300 },
    );
  });

  test('a sheet with some characters changed', async () => {
    const xml = Buffer.from(
      `<w><sheetData>${GOOD}${withCell('<c s="1" r="B9"><f>1</f><v>2</v></c>')}</sheetData></w>`,
    );
    await fc.assert(
      fc.asyncProperty(mutations, (changes) =>
        ends(workbook({ sheets: [['P', '']], other: { [SHEET]: mutated(xml, changes) } })),
      ),
      { numRuns: 200 },
    );
  });

  test('CSV with some bytes changed', async () => {
    const bytes = Buffer.from('\uFEFFNama;"Kota"\r\n"Ani ""A""";Malang é\r\n"x\ny";z\r\n');
    await fc.assert(
      fc.asyncProperty(mutations, (changes) => ends(mutated(bytes, changes))),
      { numRuns: 300 },
    );
  });
});

const MEGABYTE = 1024 ** 2;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in use once what nobody needs is gone. */
function heap(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

describe('memory does not grow with the rows', () => {
  const ROWS_IN_ALL = 300_000;
  function* rows(): Generator<WorkbookRow> {
    yield ['Nama', 'Alamat', 'Nilai'];
    for (let at = 0; at < ROWS_IN_ALL; at++) yield [`Pelaku ${at} (rekaan)`, `Jalan rekaan ${at * 7}`, at];
  }

  test.each([
    ['CSV', (path: string) => pipeline(writeCsv(rows()), createWriteStream(path))],
    ['a workbook', (path: string) => writeWorkbook([{ name: 'Pelaku', columns: [], rows: rows() }], path)],
  ])('of %s', async (_, write) => {
    const path = await fileOf('');
    await write(path);
    let seen = 0;
    let problems = 0;
    let early = 0;
    let late = 0;
    for await (const each of readSheets(path)) {
      if ('problem' in each) problems++;
      seen++;
      if (seen === 50_000) early = heap();
      if (seen === ROWS_IN_ALL) late = heap();
    }
    expect([seen, problems]).toEqual([ROWS_IN_ALL, 0]);
    expect(late - early).toBeLessThan(16 * MEGABYTE);
  });
});

test('a reader may stop early, and read again', async () => {
  const path = await fileOf(GOOD_BOOK);
  for await (const each of readSheets(path)) {
    expect('problem' in each).toBe(false);
    break;
  }
  expect((await readPath(path)).rows).toHaveLength(2);
  expect((await readBytes('Nama;Kota\nAni;Malang\n')).rows).toHaveLength(1);
});
