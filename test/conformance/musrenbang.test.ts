import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { OPERATOR } from '../../src/auth/rights.js';
import { idOf } from '../../src/domain/ids.js';
import { check } from '../../src/store/check.js';
import type { ImportReport } from '../../src/transfer/import.js';
import { answer } from '../support/api.js';
import { onEveryEngine } from '../support/engines.js';
import { served } from '../support/served.js';
import { type Filled, filledTemplate } from '../support/workbooks.js';

/**
 * The story that contributing is made for, over HTTP and on every engine: a facilitator at a musrenbang fills in thirty
 * rows, sees what is wrong and what is known already, mends them and submits; an editor reviews them claim by claim, merges
 * two records that are the same agency, regrets another merge and takes it back; the history tells all of it.
 */
const SAWOJAJAR = idOf('place', 'jejak:malang', 'kelurahan-sawojajar');

/** Twenty usulan and what ties groups to them, as clerks write them. Everything is invented. */
const usulan = (n: number, fields: object = {}) => ({
  Usulan: `Usulan karangan nomor ${n}: perbaikan saluran RT ${n}`,
  Kelurahan: 'Sawojajar',
  Tahun: '2027',
  Alasan: 'Data karangan untuk uji',
  Pengusul: `Warga Rekaan ${n}`,
  Telepon: `0812-0000-${1000 + n}`,
  ...fields,
});
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const GROUPS = [
  { Nama: 'Karang Taruna Rekaan RW 03', Jenis: 'Organisasi', Unsur: 'komunitas', Uraian: 'Karangan' },
  { Nama: 'KELURAHAN SAWOJAJAR KOTA MALANG', Jenis: 'organisasi', Unsur: 'Pemerintah', Uraian: 'Karangan' },
  { Nama: 'Bank Sampah Rekaan RW 03', Jenis: 'Organisasi', Unsur: 'komunitas', Uraian: 'Karangan' },
];
const located = GROUPS.map(({ Nama }) => ({
  'Inisiatif, pelaku, atau isu': Nama,
  Tempat: 'Kelurahan Sawojajar',
}));
const initiated = (n: number, fields: object = {}) => ({
  Pelaku: 'Karang Taruna Rekaan RW 03',
  Inisiatif: usulan(n).Usulan,
  Peran: 'penggagas',
  'Pada tanggal': '3/2/2026',
  ...fields,
});
const WRONG: Filled = {
  Pelaku: GROUPS,
  Usulan: [
    ...numbers(1, 16).map((n) => usulan(n)),
    usulan(17, { Kelurahan: 'Sawojajer' }),
    usulan(18, { Tahun: '20227' }),
  ],
  Keikutsertaan: [
    ...numbers(1, 4).map((n) => initiated(n)),
    initiated(5, { Peran: 'penggagass' }),
    initiated(6, { 'Pada tanggal': '32/13/2026' }),
  ],
  Lokasi: located,
};
const RIGHT: Filled = {
  ...WRONG,
  Usulan: numbers(1, 18).map((n) => usulan(n)),
  Keikutsertaan: numbers(1, 6).map((n) => initiated(n)),
};

onEveryEngine((stage) => {
  test('from the template to the history', async () => {
    await loadDataset(stage.store, 'malang');
    const client = await served(stage.store);
    const password = 'kata sandi yang panjang sekali';
    await answer(
      stage.store,
      `mutation { createAccount(login: "dewi", name: "Dewi Rekaan", grants: [{ role: EDITOR }], password: "${password}") { userErrors { message } } }`,
      {},
      OPERATOR,
    );

    // The editor gives out a pass for the meeting; the facilitator types it in.
    const { signIn } = await client.ask<{ signIn: { token: string } }>(
      null,
      `mutation { signIn(login: "dewi", password: "${password}") { token } }`,
    );
    const editor = signIn.token;
    const { createPass } = await client.ask<{ createPass: { code: string } }>(
      editor,
      `mutation { createPass(event: "Musrenbang Sawojajar", grant: { role: CONTRIBUTOR, place: "${SAWOJAJAR}" }, days: 2) { code } }`,
    );
    const { redeemPass } = await client.ask<{ redeemPass: { token: string } }>(
      null,
      'mutation ($code: String!) { redeemPass(code: $code, name: "Fasilitator Rekaan") { token } }',
      { code: createPass.code },
    );
    const facilitator = redeemPass.token;

    // A look first: what is wrong, row by row, and what is known already.
    const send = async (filled: Filled, apply: boolean) => {
      const bytes = readFileSync(await filledTemplate(filled));
      const answered = await client.upload(facilitator, { name: 'usulan.xlsx', apply: String(apply) }, bytes);
      return (await answered.json()) as ImportReport;
    };
    const look = await send(WRONG, false);
    expect(look).toMatchObject({ rows: 30, applied: false, refused: 4 });
    expect(look.problems.map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        'sheet "Usulan", row 18, column "Kelurahan"',
        'sheet "Usulan", row 19, column "Tahun"',
        'sheet "Keikutsertaan", row 6, column "Peran"',
        'sheet "Keikutsertaan", row 7, column "Pada tanggal"',
      ]),
    );
    expect(look.duplicates).toMatchObject([{ similar: [{ label: 'Kelurahan Sawojajar' }] }]);
    expect(JSON.stringify(look)).not.toMatch(/Warga Rekaan|0812/);

    // Mended and submitted: nothing is written yet.
    const submitted = await send(RIGHT, true);
    expect(submitted).toMatchObject({ refused: 0, changes: [] });
    const [proposal] = submitted.proposals;

    // The editor reviews: everything but one, which is refused with a reason.
    const { proposals } = await client.ask<{
      proposals: {
        nodes: Array<{
          id: string;
          by: string;
          operationCount: number;
          operations: Array<{ number: number; summary: string }>;
        }>;
      };
    }>(
      editor,
      '{ proposals { nodes { id by operationCount operations(first: 100) { number summary lookalikes { right { id } } } } } }',
    );
    const [waiting] = proposals.nodes;
    expect(waiting).toMatchObject({ id: proposal, by: 'Fasilitator Rekaan' });
    const operations = waiting?.operations ?? [];
    const refused = operations.filter(({ summary }) => summary.includes('nomor 18'));
    expect(refused.length).toBeGreaterThan(0);
    const verdicts = operations.map(({ number }) =>
      refused.some((one) => one.number === number)
        ? { operation: number, accept: false, reason: 'sudah diusulkan tahun lalu' }
        : { operation: number, accept: true },
    );
    const { reviewProposal } = await client.ask<{ reviewProposal: { change: object; userErrors: object[] } }>(
      editor,
      'mutation ($id: ID!, $verdicts: [VerdictInput!]!) { reviewProposal(id: $id, verdicts: $verdicts) { change { by approvedBy } userErrors { message } } }',
      { id: proposal, verdicts },
    );
    expect(reviewProposal).toEqual({
      change: { by: 'Fasilitator Rekaan', approvedBy: 'Dewi Rekaan' },
      userErrors: [],
    });

    // The same agency twice: merged. Another pair as well, which is regretted.
    const { identityCandidates } = await client.ask<{
      identityCandidates: {
        nodes: Array<Record<'left' | 'right', { id: string; name: string }>>;
      };
    }>(
      editor,
      '{ identityCandidates(type: ACTOR) { nodes { left { id ...name } right { id ...name } } } } fragment name on Actor { name }',
    );
    const [pair] = identityCandidates.nodes;
    expect([pair?.left.name, pair?.right.name].sort()).toEqual([
      'Kelurahan Sawojajar',
      'Kelurahan Sawojajar Kota Malang',
    ]);
    const JUDGE =
      'mutation ($left: ID!, $right: ID!) { judge(left: $left, right: $right, verdict: POSITIVE, why: "satu pelaku") { node { id } userErrors { message } } }';
    await client.ask(editor, JUDGE, { left: pair?.left.id, right: pair?.right.id });
    const groups = await client.ask<{ search: { nodes: Array<{ node: { id: string } }> } }>(
      null,
      '{ search(query: "rekaan RW 03", types: [ACTOR]) { nodes { node { id } } } }',
    );
    const [left, right] = groups.search.nodes.map(({ node }) => node.id);
    const { judge } = await client.ask<{ judge: { node: { id: string } } }>(editor, JUDGE, { left, right });
    const merged = await client.ask<{ actor: { id: string } }>(null, `{ actor(id: "${right}") { id } }`);
    await client.ask(
      editor,
      'mutation ($id: ID!) { withdraw(id: $id, why: "dua kelompok") { userErrors { message } } }',
      { id: judge.node.id },
    );
    const apart = await client.ask<{ actor: { id: string } }>(null, `{ actor(id: "${right}") { id } }`);
    expect([left, right]).toContain(merged.actor.id);
    expect(apart.actor.id).toBe(right);

    // The history tells all of it, and of no telephone.
    const history = await client.ask<{
      changes: { nodes: Array<{ by: string; why: string; approvedBy: string | null }> };
    }>(
      null,
      '{ changes(first: 100) { nodes { by why approvedBy operations(first: 100) { before after } } } }',
    );
    expect(history.changes.nodes.slice(1).map(({ by, why, approvedBy }) => [by, why, approvedBy])).toEqual([
      ['Fasilitator Rekaan', 'impor usulan.xlsx', 'Dewi Rekaan'],
      ['Dewi Rekaan', 'satu pelaku', null],
      ['Dewi Rekaan', 'satu pelaku', null],
      ['Dewi Rekaan', 'dua kelompok', null],
    ]);
    expect(JSON.stringify(history)).not.toMatch(/Warga Rekaan|0812/);
    const asked = await client.ask<{ initiatives: { nodes: Array<{ proposer: object | null }> } }>(
      editor,
      '{ initiatives(filter: { kind: [PROPOSAL] }, first: 100) { nodes { proposer { phone } } } }',
    );
    expect(asked.initiatives.nodes.filter(({ proposer }) => proposer !== null)).toHaveLength(17);
    expect(await check(stage.store)).toEqual([]);
  }, 900_000);
});
