import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/network/measure.js';
import { measureGiven } from '../../src/network/measure-given.js';
import { readNetworkFile } from '../../src/transfer/network-file.js';
import { differences } from './measures/group-vectors.js';

/** Files in, figures out, for every reference vector: what `jejak measure --measure all` gives for the same network. */

interface VectorFile {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly measures: Readonly<Record<string, Json>>;
  readonly meta?: Readonly<Record<string, { readonly tolerance?: number }>>;
}

const folder = mkdtempSync(join(tmpdir(), 'jejak-vectors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) =>
  JSON.parse(readFileSync(`test/fixtures/network/${name}.json`, 'utf8')) as VectorFile;
const FILES = ['karate', 'florentine', 'lesmis', 'davis', 'hexa12'].map(
  (name) => [name, fixture(name)] as const,
);
const { cases } = fixture('edgecases') as unknown as { cases: Record<string, VectorFile> };
const EDGE_CASES = Object.entries(cases).map(
  ([name, file]) => [name, { ...file, attributes: { group: file.attributes } }] as const,
);

/** The input of a measure rather than a figure, or the figure of a partition that the file does not hold. */
const NOT_OURS = /raoDistance$|modularityOfLeidenPartition/;
/** Said in the text of the file only. */
const CUTOFFS: Readonly<Record<string, number>> = { davis: 415 };

async function measured(name: string, { measures, meta: _, ...network }: VectorFile) {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(network));
  const distances = measures.raoDistance as Record<string, Record<string, number>> | undefined;
  const given = await readNetworkFile(path, null);
  return measureGiven(
    given,
    () => true,
    ({ id, parameters }) =>
      parameters.parse({
        ...(/^linkEval|^linkScores/.test(id) && name in CUTOFFS ? { cutoff: CUTOFFS[name] } : {}),
        ...(/Diversity$/.test(id) && id !== 'alterDiversity' && distances !== undefined ? { distances } : {}),
      }),
  );
}

describe.each([...FILES, ...EDGE_CASES])('%s', (name, file) => {
  test('is measured as the references say', async () => {
    const found = await measured(name, file);
    const names = Object.keys(file.measures).filter((each) => !NOT_OURS.test(each));
    expect(names.filter((each) => !(each in found))).toEqual([]);
    for (const each of names) {
      const [ours, theirs] = [found[each], file.measures[each]] as const;
      const { tolerance = 1e-9 } = file.meta?.[each] ?? {};
      if (/communities/.test(each)) expectCommunities(ours, theirs);
      else if (/corePeriphery/.test(each)) expectCores(ours, theirs);
      else expect([each, differences(ours, theirs, tolerance)]).toEqual([each, []]);
    }
  });
});

/** Partitions differ from library to library: only how good they are can be compared. */
function expectCommunities(ours: unknown, theirs: unknown) {
  const [found, reference] = [ours, theirs] as Array<Record<string, number>>;
  expect(found?.louvainBestQ).toBe(found?.modularity);
  expect(found?.louvainBestQ).toBeGreaterThanOrEqual((reference?.louvainMinQ ?? Number.NaN) - 0.01);
  expect(found?.louvainBestQ).toBeLessThanOrEqual((reference?.leidenBestQ ?? Number.NaN) + 1e-9);
}

/** Equally good cores come in any order. */
function expectCores(ours: unknown, theirs: unknown) {
  const plain = (value: unknown) => {
    const { r, optimalCores } = value as { r: number; optimalCores: string[][] };
    return { r, optimalCores: optimalCores.map((core) => [...core].sort().join()).sort() };
  };
  expect(differences(plain(ours), plain(theirs), 1e-9)).toEqual([]);
}
