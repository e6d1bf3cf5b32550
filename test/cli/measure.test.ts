import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { aFolder, jejak } from './support.js';

let edges: string;
let nodes: string;
beforeAll(() => {
  const folder = aFolder();
  mkdirSync(folder);
  [edges, nodes] = [join(folder, 'edges.csv'), join(folder, 'nodes.csv')];
  writeFileSync(edges, 'source,target,weight\na1,p1,1\na2,p1,1\na2,p2,1\n');
  writeFileSync(nodes, 'id,mode,helix\na1,A,government\na2,A,media\np1,B,\np2,B,\n');
});

describe('jejak measure', () => {
  test('prints every measure that the network allows', async () => {
    const { code, out, err } = await jejak([
      'measure',
      '--input',
      edges,
      '--nodes',
      nodes,
      '--measure',
      'all',
    ]);
    expect([code, err]).toEqual([0, '']);
    const { measures } = JSON.parse(out);
    expect(measures).toMatchObject({
      betweennessRaw: { a1: 0, a2: 2, p1: 2, p2: 0 },
      'orgProjection.degree': { a1: 1, a2: 1 },
      programDiversity: { p1: { richness: 2 }, p2: { richness: 1 } },
    });
  });

  test('prints those that are named, with parameters of their own', async () => {
    const named = [
      '--measure',
      'orgProjection.pagerank,density',
      '--parameters',
      '{"pagerank": {"alpha": 0}}',
    ];
    const { out } = await jejak(['measure', '--input', edges, '--nodes', nodes, ...named]);
    expect(JSON.parse(out)).toEqual({
      measures: {
        density: 0.75,
        'orgProjection.density': 1,
        'orgProjection.pagerank': { a1: 0.5, a2: 0.5 },
      },
    });
  });

  test.each([
    [[], 2, '--input is missing; name the file of the network'],
    [['--input', 'tiada.csv'], 2, 'tiada.csv'],
    [['--measure', 'betweeness'], 2, 'no measure "betweeness" of this network; did you mean betweenness?'],
    [['--parameters', '[1'], 2, '--parameters "[1" is no JSON object'],
    [['--parameters', '{"pagerank": {"alpha": 2}}'], 2, '--parameters, pagerank, alpha: '],
  ])('refuses %j', async (args, code, message) => {
    const input = args.length === 0 || args.includes('--input') ? [] : ['--input', edges];
    const ended = await jejak(['measure', ...input, ...args]);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(message) });
  });
});
