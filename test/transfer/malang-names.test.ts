import { beforeAll, describe, expect, test } from '@jest/globals';
import type { JejakRecord, Place } from '../../src/domain/records.js';
import { readDataset } from '../../src/transfer/dataset.js';
import { planBatch } from '../../src/transfer/plan.js';
import { templateMapping } from '../../src/transfer/template.js';
import { MemoryLookup } from '../support/lookup.js';
import { filled } from '../support/sheets.js';

let malang: readonly JejakRecord[];
beforeAll(async () => {
  const { changeSet } = await readDataset('seeds/malang');
  malang = changeSet.operations.map(({ record }) => record);
});

describe('usulan from every kelurahan of Kota Malang', () => {
  const bare = (name: string) => name.replace(/^Kelurahan /, '');

  test.each([
    ['by its name', (name: string) => name],
    ['without the word kelurahan', bare],
    ['abbreviated', (name: string) => `Kel. ${bare(name)}`],
    ['in capitals', (name: string) => name.toUpperCase()],
  ])('find their place %s', async (_how, written) => {
    const kelurahan = malang.filter((one): one is Place => one.type === 'place' && one.kind === 'KELURAHAN');
    const rows = kelurahan.map(({ name }, index) =>
      filled('Usulan', index + 2, {
        Usulan: 'Taman bacaan (karangan)',
        Kelurahan: written(name),
        Tahun: 2026,
      }),
    );
    const { rejected, operations } = await planBatch(
      rows,
      templateMapping('uji'),
      new MemoryLookup(...malang),
      {
        source: { title: 'Usulan karangan' },
      },
    );
    expect(rejected).toEqual([]);
    const places = operations.flatMap(({ record }) => (record.type === 'claim' ? [record.object] : []));
    expect(places).toEqual(kelurahan.map(({ id }) => id));
    expect(kelurahan).toHaveLength(57);
  });
});
