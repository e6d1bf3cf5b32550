// @ts-check
// Invented tables for importing, written row by row, so that a million rows take no memory. Every row says that it is
// invented.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

const WORKS = ['Pavingisasi', 'Perbaikan drainase', 'Taman baca', 'Pelatihan jahit', 'Bank sampah', 'Gapura'];
const PLACES = ['Gang Mawar', 'Gang Melati', 'Jalan Kenanga', 'Jalan Anggrek', 'Tepi Sungai', 'Balai RW'];
const GROUPS = ['Karang Taruna', 'PKK', 'Kelompok Tani', 'Paguyuban', 'Rukun Warga', 'Komunitas'];
const OFFICES = 30;
const YEARS = 6;

const pick = (/** @type {readonly string[]} */ list, /** @type {number} */ at) => list[at % list.length];
const column = (/** @type {string} */ name) => ({ column: name });
const constant = (/** @type {string} */ word) => ({ constant: word });

/** Proposals as neighbourhoods hand them in: of five columns, four to six records a row, each claim with its evidence. */
const USULAN = {
  header: 'Usulan,Pengusul,Perangkat Daerah,Tahun,Nilai',
  row: (/** @type {number} */ n) =>
    [
      `${pick(WORKS, n)} ${pick(PLACES, n * 7)} ${n} (karangan)`,
      `${pick(GROUPS, n)} ${Math.floor(n / 10)} (karangan)`,
      `Dinas Karangan ${n % OFFICES}`,
      2018 + (n % YEARS),
      (1 + (n % 90)) * 500_000,
    ].join(','),
  mapping: {
    name: 'bench-usulan',
    scheme: 'bench:usulan',
    sheets: [
      {
        records: [
          {
            as: 'usulan',
            type: 'initiative',
            fields: { name: column('Usulan'), kind: constant('PROPOSAL'), start: column('Tahun') },
          },
          organization('pengusul', 'Pengusul', 'COMMUNITY'),
          organization('dinas', 'Perangkat Daerah', 'GOVERNMENT'),
          participation('pengusul', 'INITIATOR'),
          {
            ...participation('dinas', 'FUNDING'),
            contributions: [{ kind: constant('MONEY'), amount: column('Nilai') }],
          },
        ],
      },
    ],
  },
};

/** The plain case: one record a row, without claims. */
const ACTORS = {
  header: 'Nama,Singkatan,Catatan',
  row: (/** @type {number} */ n) =>
    `${pick(GROUPS, n)} ${pick(PLACES, n * 7)} ${n} (karangan),KK${n},Data karangan nomor ${n}`,
  mapping: {
    name: 'bench-actors',
    scheme: 'bench:actors',
    sheets: [
      {
        records: [
          {
            as: 'pelaku',
            type: 'actor',
            fields: {
              name: column('Nama'),
              abbreviations: column('Singkatan'),
              description: column('Catatan'),
              kind: constant('ORGANIZATION'),
              helix: constant('COMMUNITY'),
            },
          },
        ],
      },
    ],
  },
};

function organization(/** @type {string} */ as, /** @type {string} */ title, /** @type {string} */ helix) {
  const fields = { name: column(title), kind: constant('ORGANIZATION'), helix: constant(helix) };
  return { as, type: 'actor', findByName: true, fields };
}

function participation(/** @type {string} */ subject, /** @type {string} */ role) {
  const ends = { subject: { record: subject }, object: { record: 'usulan' } };
  return {
    as: `peran ${subject}`,
    type: 'claim',
    fields: { kind: constant('PARTICIPATION'), role: constant(role), ...ends },
  };
}

export const TABLES = { usulan: USULAN, actors: ACTORS };

/**
 * @param {string} path
 * @param {{ header: string, row: (n: number) => string }} table
 * @param {number} rows
 */
export async function writeTable(path, { header, row }, rows) {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let n = 1; n <= rows; n++) if (!file.write(`${row(n)}\n`)) await once(file, 'drain');
  file.end();
  await finished(file);
}
