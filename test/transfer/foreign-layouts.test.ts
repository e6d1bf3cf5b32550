import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { labelOf } from '../../src/domain/records.js';
import { checkHeader, checkMapping } from '../../src/transfer/mapping.js';
import { planBatch } from '../../src/transfer/plan.js';
import { aPlace } from '../support/builders.js';
import { MemoryLookup } from '../support/lookup.js';
import { csvRows } from '../support/sheets.js';

const read = (name: string) => ({
  mapping: checkMapping(JSON.parse(readFileSync(`seeds/mappings/${name}.json`, 'utf8'))),
  rows: csvRows(readFileSync(`test/fixtures/imports/${name}.csv`, 'utf8')),
});
const PLACES = ['Sawojajar', 'Janti'].map((name) =>
  aPlace({ key: name, name: `Kelurahan ${name}`, aliases: [name] }),
);

/** Imports the file by its mapping alone, twice. */
async function imported(name: string) {
  const { mapping, rows } = read(name);
  const store = new MemoryLookup(...PLACES);
  const options = { source: { title: `Berkas karangan ${name}.csv` } };
  const first = await planBatch(rows, mapping, store, options);
  expect(first.rejected).toEqual([]);
  store.apply(first);
  const second = await planBatch(rows, mapping, store, options);
  return { first, second, store, rows, mapping };
}

/** `FUNDING: PT Contoh → Taman baca` of every claim. */
function told(store: MemoryLookup): string[] {
  const name = (id: string) => labelOf(store.records.get(id) as JejakRecord);
  return store
    .all()
    .filter((record): record is Claim & typeof record => record.type === 'claim')
    .map(({ kind, role, subject, object }) => `${role ?? kind}: ${name(subject)} → ${name(object)}`);
}

describe.each(['csr-perusahaan', 'inovasi-opd', 'peserta-kipp'])('the layout %s', (name) => {
  test('fits its file, and importing it twice changes nothing', async () => {
    const { first, second, mapping, rows } = await imported(name);
    expect(checkHeader(mapping, null, [...(rows[0]?.columns.keys() ?? [])]).problems).toEqual([]);
    expect(first.counts).toMatchObject({ changed: 0, rejected: 0 });
    expect(second).toMatchObject({
      operations: [],
      rejected: [],
      counts: { new: 0, changed: 0, rejected: 0 },
    });
  });

  test('gives the same store row by row as in one batch', async () => {
    const { store, rows, mapping } = await imported(name);
    const slow = new MemoryLookup(...PLACES);
    for (const row of rows)
      slow.apply(await planBatch([row], mapping, slow, { source: { title: `Berkas karangan ${name}.csv` } }));
    const bare = (all: MemoryLookup) =>
      new Map(all.all().map(({ created: _c, updated: _u, ...record }) => [record.id, record]));
    expect(bare(slow)).toEqual(bare(store));
  });
});

test("a company's CSR table gives companies, projects, money and places", async () => {
  const { store } = await imported('csr-perusahaan');
  expect(told(store)).toEqual([
    'FUNDING: PT Contoh Makmur dan Sejahtera → Bedah Rumah RW 05 (KARANGAN)',
    'LOCATED_IN: Bedah Rumah RW 05 (KARANGAN) → Kelurahan Sawojajar',
    'FUNDING: PT Contoh Makmur dan Sejahtera → Taman baca karangan',
    'LOCATED_IN: Taman baca karangan → Kelurahan Janti',
    'FUNDING: Bank Rekaan Malang → Beasiswa karangan',
  ]);
  expect(store.called('Bank Rekaan Malang')).toMatchObject({ helix: 'FINANCE', kind: 'ORGANIZATION' });
  expect(store.called('Bedah Rumah RW 05 (KARANGAN)')).toMatchObject({
    kind: 'CSR_PROJECT',
    start: '2021-02-03',
    end: '2021-03-15',
    endState: 'KNOWN',
    description: 'Sosial: Data karangan, bukan kegiatan nyata',
  });
  expect(store.called('Taman baca karangan')).toMatchObject({
    start: '2021-03',
    end: null,
    endState: 'UNKNOWN',
  });
  const funding = store
    .all()
    .filter((record) => record.type === 'claim' && record.role === 'FUNDING') as Claim[];
  const money = (amount: number) => ({
    kind: 'MONEY',
    amount,
    currency: 'IDR',
    unit: null,
    description: null,
  });
  expect(funding.map(({ contributions }) => contributions)).toEqual([
    [money(1_500_000)],
    [money(2_500_000), { kind: 'IN_KIND', amount: null, currency: null, unit: null, description: '40 buku' }],
    [money(12_000_000)],
  ]);
  const source = store.called('Berkas karangan csr-perusahaan.csv');
  expect(funding[1]?.evidence).toMatchObject([{ source: source.id, locator: 'baris 3' }]);
});

test("an OPD's list of innovations gives the office, its innovations and their partners", async () => {
  const { store } = await imported('inovasi-opd');
  expect(told(store)).toEqual([
    'ACCOUNTABLE: Dinas Rekaan dan Contoh Kota Malang → Layanan Antar Karangan',
    'KNOWLEDGE_PARTNER: Universitas Rekaan → Layanan Antar Karangan',
    'ACCOUNTABLE: Dinas Rekaan dan Contoh Kota Malang → Antrean Karangan',
    'ACCOUNTABLE: Dinas Rekaan dan Contoh Kota Malang → Loket Karangan',
    'PARTNER: Drs. H. Contoh & Rekan → Loket Karangan',
  ]);
  expect(store.called('Layanan Antar Karangan')).toMatchObject({ abbreviations: ['LANTAR', 'LAK'] });
  expect(store.called('Antrean Karangan')).toMatchObject({ kind: 'INNOVATION', start: '2020~' });
  expect(store.called('Loket Karangan')).toMatchObject({ kind: 'SERVICE', start: '2019-02' });
});

test('a list of KIPP participants gives the competition, the units and their entries by number', async () => {
  const { store } = await imported('peserta-kipp');
  expect(told(store).filter((claim) => claim.startsWith('ENTERED'))).toEqual([
    'ENTERED: SIAP KARANGAN (data karangan) → KIPP Karangan 2021',
    'ENTERED: Warung Data Karangan → KIPP Karangan 2021',
    'ENTERED: Jemput Bola Karangan → KIPP Karangan 2021',
  ]);
  expect(store.called('Warung Data Karangan')).toMatchObject({
    identifiers: [{ scheme: 'kipp:peserta', id: '2021-02' }],
    at: '2021-02-04',
  });
  expect(
    store.all().filter((record) => record.type === 'initiative' && record.kind === 'COMPETITION'),
  ).toHaveLength(1);
});
