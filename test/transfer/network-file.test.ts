import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { measureGiven } from '../../src/network/measure-given.js';
import { readNetworkFile } from '../../src/transfer/network-file.js';

const folder = mkdtempSync(join(tmpdir(), 'jejak-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

function aFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function read(edges: string, nodes: string | null = null) {
  return readNetworkFile(aFile('edges.csv', edges), nodes === null ? null : aFile('nodes.csv', nodes));
}
const all = async (edges: string, nodes: string | null = null) =>
  measureGiven(
    await read(edges, nodes),
    () => true,
    ({ parameters }) => parameters.parse({}),
  );

describe('tables', () => {
  test('make a one-mode network, in whatever way a spreadsheet saves them', async () => {
    const measures = await all('\uFEFFsource;target;weight\r\na;b;2\r\nb;c;\r\nb;a;1\r\nc;c;5\r\n');
    expect(measures).toMatchObject({
      strength: { a: 3, b: 4, c: 1 },
      degree: { a: 1, b: 2, c: 1 },
      cleaning: { selfLoops: 1, parallelsMerged: 1 },
    });
    expect(measures).not.toHaveProperty('eiIndex');
  });

  test('with modes make a two-mode network, of which isolates stay', async () => {
    const nodes = 'id,mode,helix\na1,A,government\na2,A,media\na3,A,media\np1,B,\np2,B,\n';
    const measures = await all('source,target,weight\na1,p1,1\np1,a2,1\n', nodes);
    expect(measures.degree).toEqual({ a1: 1, a2: 1, a3: 0, p1: 2, p2: 0 });
    expect(measures['orgProjection.degree']).toEqual({ a1: 1, a2: 1, a3: 0 });
    expect(measures['orgProjection.eiIndex']).toMatchObject({ network: { external: 1, internal: 0 } });
  });

  test('without a row make an empty network', async () => {
    expect(await all('source,target,weight\n')).toMatchObject({ degree: {}, componentCount: 0 });
  });

  test.each([
    ['source,weight\na,1\n', null, 'edges.csv: no column "target"; name its columns source, target'],
    ['source,target\na,\n', null, 'edges.csv, row 2: a tie with one end; fill in source and target'],
    [
      'source,target,weight\na,b,-1\n',
      null,
      'edges.csv, row 2, column "weight": "-1" is no weight; write a number above 0',
    ],
    ['source,target,weight\na,b,Infinity\n', null, 'column "weight": "Infinity" is no weight'],
    ['source,target\na,x\n', 'id,mode\na,\nb,\n', 'edges.csv, row 2: "x" is no node; add it to nodes.csv'],
    [
      'source,target\na,b\n',
      'id,mode\na,A\nb,C\n',
      'nodes.csv, row 3, column "mode": "C" is no mode; write A for actors',
    ],
    [
      'source,target\na,b\n',
      'id,mode\na,A\nb,B\na,B\n',
      'nodes.csv, row 4: "a" stands in row 2 too; keep one of the two',
    ],
  ])('are refused with place, value and remedy: %s', async (edges, nodes, message) => {
    await expect(read(edges, nodes)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message),
    });
  });
});

describe('a JSON file', () => {
  test.each([
    ['{', 'network.json is no JSON'],
    ['{"nodes": ["a"]}', 'network.json, edges'],
    ['{"nodes": ["a"], "edges": [["a", "b"]]}', 'network.json, edges.0: "b" is no node; add it to nodes'],
    ['{"nodes": ["a", "b"], "edges": [["a", "b", 0]]}', 'network.json, edges.0'],
    ['{"nodes": ["a", "b"], "edges": [], "modeA": ["a"]}', 'network.json, modeB: "b" is in neither mode'],
  ])('is refused with place and remedy: %s', async (content, message) => {
    await expect(readNetworkFile(aFile('network.json', content), null)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(message),
    });
  });

  test('names its nodes itself', async () => {
    const path = aFile('network.json', '{"nodes": [], "edges": []}');
    await expect(readNetworkFile(path, aFile('nodes.csv', 'id\n'))).rejects.toThrow('leave out nodes.csv');
  });
});
