import { judgementId } from '../../src/domain/ids.js';
import type { Planned, Store } from '../../src/store/port.js';
import {
  aClaim,
  aJudgement,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  anIssue,
  aPerson,
  aPlace,
  aSource,
  changeSet,
  testId,
  together,
  update,
} from './builders.js';

/** Invented records of every type, and everything else that a store can keep, in every state. */

const first = anActor({ key: 'first', name: 'Dinas Lingkungan Hidup', aliases: ['DLH Kota'] });
const second = anActor({ key: 'second', name: 'DLH' });
const third = anActor({ key: 'third', name: 'Dinas LH', identifiers: [{ scheme: 'x', id: '7' }] });
const person = aPerson({ name: 'Bu Sari (rekaan)' });
const source = aSource({
  title: 'Berita\u2028 "rekaan" \u{1F331}',
  date: '2021-03~',
  url: 'https://example.org/a',
});
const twin = aSource({ key: 'twin', title: 'Berita rekaan' });
const place = aPlace({ code: '35.73.03.1008' });
const proof = [
  { source: twin, locator: 'paragraf 10' },
  { source: twin, locator: 'paragraf 2', quote: 'kata "mereka"', paraphrase: 'isi' },
];
const agreement = aClaim({
  key: 'agreement',
  kind: 'AGREEMENT',
  role: null,
  subject: first,
  object: person,
  parties: [second, anActor({ key: 'z' })],
  evidence: proof,
});
const funding = aClaim({
  key: 'funding',
  role: 'FUNDING',
  subject: second,
  start: '2020',
  end: '2021-06',
  endState: 'KNOWN',
  contributions: [
    { kind: 'MONEY', amount: 1_250_000.5, currency: 'IDR', unit: null, description: null },
    { kind: 'PEOPLE', amount: 3, currency: null, unit: 'orang', description: 'relawan' },
  ],
});
const same = (left: { id: string }, right: { id: string }, fields: object = {}) =>
  aJudgement({ id: judgementId(left.id, right.id), left, right, score: 0.75, ...fields });

/** Writes it all through the doors for writing; personal data of `note` are proposed, decided and open. */
export async function aRichWorld(store: Store): Promise<void> {
  await store.apply(
    changeSet(
      first,
      person,
      source,
      place,
      anIssue({ progress: 'REPORTED', progressAt: '2021' }),
      anInitiative({ kind: 'INNOVATION' }),
    ),
  );
  await store.apply(changeSet(second, twin, anAward(), anAchievement({ rank: 'TOP 25', date: '2021-05' })));
  await store.apply(changeSet(third, anActor({ key: 'z' }), agreement, funding));
  await store.apply(changeSet(same(second, first), same(twin, source)));
  await store.apply(
    changeSet(same(third, second), same(person, anActor({ key: 'z' }), { verdict: 'UNSURE' })),
  );
  await store.apply(update(same(third, second, { withdrawn: true, score: null })));
  await store.apply(update({ ...second, name: 'DLH Kota Malang (rekaan)' }));
  await store.apply(update({ ...funding, status: 'RETRACTED', statusReason: 'salah baca' }));
  await store.apply(changeSet(anActor({ key: 'gone', name: 'Salah Ketik' })));
  await store.apply(update(anActor({ key: 'gone', name: 'Salah Ketik', withdrawn: true })));
  await requests(store);
  await proposals(store);
  await accounts(store);
}

const AT = '2026-01-01T00:00:00.000Z';
const LATER = '2999-01-01T00:00:00.000Z';

/** Somebody with a password, a token and a session; somebody without any; a pass for a meeting. */
async function accounts({ accounts }: Store): Promise<void> {
  const account = {
    id: 'm-account',
    login: 'dewi',
    name: 'Dewi (rekaan)',
    passwordHash: '$argon2id$rekaan',
    grants: '[{"role":"editor"}]',
    identity: null,
    disabled: false,
    failures: 2,
    lockedUntil: null,
    createdAt: AT,
  };
  await accounts.create(account);
  await accounts.create({ ...account, id: 'm-1', login: 'adi', passwordHash: null, identity: 'https://x 7' });
  const token = { id: 't-1', hash: 'h1', account: 'm-account', name: 'skrip', grants: '[]' };
  await accounts.createToken({ ...token, createdAt: AT, expiresAt: null, lastUsedAt: AT });
  await accounts.createPass({
    id: 'p-1',
    hash: 'h2',
    event: 'Musrenbang (rekaan)',
    grants: '[]',
    by: 'm-account',
    createdAt: AT,
    expiresAt: LATER,
    uses: 40,
    used: 3,
  });
  const session = { hash: 'h3', holder: 'm-account', guest: null, createdAt: AT, expiresAt: LATER };
  await accounts.createSession(session);
}

const comment = (key: string) =>
  ({ type: 'comment', id: testId('comment', key), about: first.id, text: `catatan ${key}` }) as const;

async function requests(store: Store): Promise<void> {
  const request = { key: 'a-1 kirim', digest: 'd1' };
  const plan = async (): Promise<Planned> => ({
    ...together(changeSet(comment('kept')), update({ ...third, note: 'dibaca ulang' })),
    account: 'm-account',
    approvedBy: 'Pemeriksa',
    approver: 'm-reviewer',
    reverts: 'g-00000000000000000003',
    personal: [{ of: testId('comment', 'kept'), name: 'Nama Rekaan', phone: '0800-1234' }],
  });
  await store.change(plan, request);
  await store.change(plan, request);
}

async function proposals(store: Store): Promise<void> {
  const planned: Planned = {
    ...changeSet(comment('accepted'), comment('refused'), comment('open')),
    account: 'm-other',
    personal: ['accepted', 'refused', 'open'].map((key) => ({
      of: testId('comment', key),
      name: `Warga ${key}`,
      phone: null,
    })),
  };
  const proposal = await store.propose(async () => planned, { key: 'm-other usul', digest: 'd2' });
  await store.propose(async () => ({
    ...changeSet(),
    operations: [{ op: 'update', record: first, expect: 1 }],
    reverts: 'g-00000000000000000001',
  }));
  if (proposal === null) throw new Error('nothing was proposed');
  await accept(store, proposal.id);
  await store.change(async () => ({
    ...changeSet(),
    decides: {
      proposal: proposal.id,
      by: 'Pemeriksa',
      account: 'm-reviewer',
      verdicts: [{ operation: 2, accepted: false, reason: 'bukan di sini' }],
      key: { key: 'm-reviewer tolak', digest: 'd3' },
    },
  }));
}

/** Accepts the first operation of that proposal. */
export async function accept(store: Store, proposal: string): Promise<void> {
  await store.change(async () => ({
    ...changeSet(comment('accepted')),
    personal: [{ of: testId('comment', 'accepted'), name: 'Warga accepted', phone: null }],
    decides: {
      proposal,
      by: 'Pemeriksa',
      account: null,
      verdicts: [{ operation: 1, accepted: true, reason: null }],
    },
  }));
}

/** A mapping of imports. */
export const keepMapping = (store: Store, name = 'hibah.csv') =>
  store.saveMapping({ name, text: '{}', by: 'Dewi', account: 'm-account', at: AT }, () => {});
