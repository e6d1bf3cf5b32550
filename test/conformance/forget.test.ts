import { beforeEach, describe, expect, test } from '@jest/globals';
import { OPERATOR, PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { ERASED } from '../../src/domain/erasure.js';
import type { Account } from '../../src/store/accounts-port.js';
import { check } from '../../src/store/check.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Change, Reader } from '../../src/store/port.js';
import { sortEvidence } from '../../src/store/rows.js';
import { createStore } from '../../src/store/store.js';
import { dumpLines } from '../../src/transfer/dump.js';
import { restore } from '../../src/transfer/restore.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, anInitiative, aSource, changeSet, update } from '../support/builders.js';
import { MIGRATIONS, onEveryEngine, type Stage } from '../support/engines.js';
import { administrator, contributor, editor } from '../support/people.js';
import { everything, intercepting, readChanges, readRecord } from '../support/reading.js';

/**
 * The invariants: after somebody is forgotten, nothing of what was erased stands anywhere in the store; what is of others
 * stays; the store is whole, and its history could be replayed; a dry run announces what then happens and writes
 * nothing; a crash leaves all or none. All people and numbers are invented.
 */
const PHONE = '0812-0000-0345';
const OTHER = '0813-0000-0777';
const SPELLINGS = /0?812\D{0,3}0000\D{0,3}0345/;

interface Payload {
  readonly erased: {
    account: boolean;
    sessions: number;
    tokens: number;
    passes: number;
    mappings: number;
    attributions: string[];
    proposersOf: string[];
    pending: string[];
  } | null;
  readonly redacted: { records: string[]; changes: string[]; proposals: string[] } | null;
  readonly left: ReadonlyArray<{ what: string; records: string[] }>;
  readonly change: { by: string; why: string; operationCount: number } | null;
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}
const FORGET = `mutation ($login: String, $name: String, $phone: String, $why: String, $dryRun: Boolean) {
  it: forgetPerson(login: $login, name: $name, phone: $phone, why: $why, dryRun: $dryRun) {
    erased { account sessions tokens passes mappings attributions proposersOf pending }
    redacted { records changes proposals } left { what records }
    change { by why operationCount operations { before after } } userErrors { field code message }
  }
}`;
interface Who {
  readonly login?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly why?: string;
  readonly dryRun?: boolean;
}
const forget = async (stage: Pick<Stage, 'store'>, who: Who, user: User = OPERATOR) =>
  (await answer<{ it: Payload }>(stage.store, FORGET, { ...who }, user)).it;

/** All that the database holds, as one text; without how often its lock was taken. */
const contents = async (stage: Stage) =>
  (await everything(stage.engine)).filter((line) => !line.startsWith('[["Meta"]')).join('\n');

const program = anInitiative({ key: 'usulan', kind: 'PROPOSAL', name: 'Saluran air RW 03' });
const other = anInitiative({ key: 'lain', kind: 'PROPOSAL', name: 'Taman RW 05' });
const third = anInitiative({ key: 'ketiga', kind: 'PROPOSAL', name: 'Lampu RW 07' });

/** An usulan of somebody with those personal data. */
const usulan = (stage: Stage, record: typeof program, name: string | null, phone: string | null) =>
  stage.store.change(async () => ({
    ...changeSet(record),
    personal: [{ of: record.id, name, phone }],
  }));
const propose = async (stage: Stage, record: typeof program, name: string | null, phone: string | null) => {
  const made = await stage.store.propose(async () => ({
    ...changeSet(record),
    by: 'Kontributor',
    account: contributor().id,
    personal: [{ of: record.id, name, phone }],
  }));
  return made?.id ?? '';
};
const personal = async (stage: Stage) =>
  (await stage.engine.read('MATCH (p:Personal) RETURN p.of AS of ORDER BY of')).map(({ of }) => of);

const anAccount = (login: string, role: string, values: Partial<Account> = {}): Account => ({
  id: `usr-${login}`,
  login,
  name: `${login} Rekaan`,
  passwordHash: '$argon2id$x',
  grants: JSON.stringify([{ role }]),
  identity: `https://id.example ${login}`,
  disabled: false,
  failures: 0,
  lockedUntil: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...values,
});
const asUser = ({ id, name, grants }: Account): User => ({ id, name, grants: JSON.parse(grants) });

/** What a change must be so that the history can be applied again: each record before is what it was after. */
function expectUnbroken(changes: readonly Change[]) {
  const last = new Map<string, object>();
  for (const { operations } of changes)
    for (const { before, after } of operations) {
      // Out of the store, evidence comes in the order of its texts.
      if (before !== null) expect(before).toEqual(last.get(before.id));
      last.set(after.id, { ...after, evidence: sortEvidence([...after.evidence]) });
    }
}

onEveryEngine((stage) => {
  describe('personal data', () => {
    test('under a number go however it was spelled, decided and pending, and those of others stay', async () => {
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      await usulan(stage, other, 'Budi Rekaan', OTHER);
      const id = await propose(stage, third, 'Bu Siti Rekaan', '0812 0000 0345');
      const { erased, redacted, change, userErrors } = await forget(stage, { phone: '+62 812.0000.0345' });

      expect(userErrors).toEqual([]);
      expect(erased).toMatchObject({ account: false, proposersOf: [program.id], pending: [id] });
      expect([redacted, change]).toEqual([{ records: [], changes: [], proposals: [] }, null]);
      expect(await personal(stage)).toEqual([other.id]);
      expect(await contents(stage)).not.toMatch(SPELLINGS);
      expect(await contents(stage)).not.toContain('Siti');
      expect(await contents(stage)).toContain(OTHER);
    });

    test('by name alone, when it is one person’s, titles and spelling aside', async () => {
      await usulan(stage, program, 'Hj. SITI Rekaan', PHONE);
      await usulan(stage, other, 'Siti Rekaan', null);
      expect((await forget(stage, { name: 'siti rekaan' })).erased?.proposersOf.sort()).toEqual(
        [program.id, other.id].sort(),
      );
    });

    test('by a name that several have are refused, with their number and how to go on, masked', async () => {
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      await propose(stage, other, 'Siti Rekaan', OTHER);
      const before = await contents(stage);
      const { erased, userErrors } = await forget(stage, { name: 'Siti Rekaan' });

      expect(erased).toBeNull();
      expect(userErrors).toEqual([
        {
          field: 'name',
          code: 'CONFLICT',
          message: 'name: 2 different people have it, by their numbers: 0812…45, 0813…77; give the phone too',
        },
      ]);
      expect(await contents(stage)).toBe(before);
      await forget(stage, { name: 'Siti Rekaan', phone: PHONE });
      expect(await contents(stage)).not.toMatch(SPELLINGS);
      expect(await contents(stage)).toContain(OTHER);
    });

    test('under the number of a household go by name as well, and the answer says what it passed over', async () => {
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      await usulan(stage, other, 'Budi Rekaan', PHONE);
      await usulan(stage, third, null, PHONE);
      const { erased, left } = await forget(stage, { name: 'Siti Rekaan', phone: PHONE });

      expect(erased?.proposersOf.sort()).toEqual([program.id, third.id].sort());
      expect(await personal(stage)).toEqual([other.id]);
      expect(left.map(({ what }) => what)).toContainEqual(
        expect.stringMatching(/^1 proposer with that number under another name/),
      );
    });

    test('of a request that can be sent again leave no digest to try numbers on', async () => {
      const create = `mutation { createInitiative(input: { name: "Saluran", kind: PROPOSAL,
        proposer: { name: "Siti Rekaan", phone: "${PHONE}" } }, why: "usulan", clientMutationId: "k1") {
          node { id } userErrors { code } } }`;
      await answer(stage.store, create, {}, editor());
      await answer(stage.store, create, {}, contributor());
      await forget(stage, { phone: PHONE });
      expect(await contents(stage)).not.toMatch(/"digest":"[0-9a-f]{64}"/);
      for (const user of [editor(), contributor()])
        expect(await answer(stage.store, create, {}, user)).toMatchObject({
          createInitiative: { node: null, userErrors: [{ code: 'CONFLICT' }] },
        });
    });
  });

  describe('a number that was typed into a text', () => {
    const source = aSource({ key: 'notula', title: 'Notula rembuk RW 03', author: `Siti ${PHONE}` });
    const group = anActor({
      key: 'pkk',
      name: 'PKK RW 03 (081200000345)',
      note: 'tanya Siti 62 812 0000 0345',
      url: 'https://wa.me/6281200000345',
      identifiers: [{ scheme: 'wa', id: '+6281200000345' }],
    });
    const claim = aClaim({
      subject: group,
      object: program,
      evidence: [
        { source, locator: 'hlm. 1', paraphrase: `z ${PHONE}` },
        { source, locator: 'hlm. 1', paraphrase: 'm' },
      ],
    });
    beforeEach(async () => {
      await stage.store.apply({
        ...changeSet(source, group, program, claim),
        why: `Siti, ${PHONE}, meminta`,
      });
      await stage.store.apply(update({ ...claim, position: null, note: 'dicek' }));
      await answer(
        stage.store,
        `mutation { comment(on: "${program.id}", text: "Apakah sudah ada yang menghubungi ketua lingkungan di situ? Tanya ${PHONE} saja, sore") { change { id } } }`,
        {},
        editor(),
      );
    });

    test('is taken out of records by a change, out of the history in place, and out of what is searched', async () => {
      const { redacted, change } = await forget(stage, { phone: PHONE }, administrator());

      expect(redacted?.records).toHaveLength(4);
      expect(redacted?.changes).toHaveLength(3);
      expect(change).toMatchObject({
        by: 'Administrator',
        why: 'UU PDP 27/2022: penghapusan data pribadi',
        operationCount: 4,
      });
      expect(JSON.stringify(change)).not.toMatch(SPELLINGS);
      expect(await readRecord(stage.store, group)).toMatchObject({
        name: `PKK RW 03 (${ERASED})`,
        note: `tanya Siti ${ERASED}`,
        url: `https://wa.me/${ERASED}`,
        identifiers: [{ scheme: 'wa', id: ERASED }],
      });
      expect(await contents(stage)).not.toMatch(SPELLINGS);
      // The reason of a comment quotes its beginning, which ends within the number.
      expect(await contents(stage)).not.toMatch(/0812-?0000/);
      const found = await answer<{ search: { totalCount: number } }>(
        stage.store,
        '{ search(query: "081200000345") { totalCount } }',
      );
      expect(found.search.totalCount).toBe(0);
      expectUnbroken(await readChanges(stage.store));
      expect(await check(stage.store)).toEqual([]);
    });

    test('is taken out of what waits for a review, and of what was said of it', async () => {
      const made = await stage.store.propose(async () => ({
        ...update({ ...group, description: `hubungi ${PHONE}` }),
        why: `kata ${PHONE}`,
        account: contributor().id,
      }));
      const id = made?.id ?? '';
      const refused = await propose(stage, other, null, null);
      await stage.store.change(async () => ({
        ...changeSet(),
        decides: {
          proposal: refused,
          verdicts: [{ operation: 1, accepted: false, reason: `sudah ditelepon ke ${PHONE}` }],
          by: 'Editor',
          account: editor().id,
          key: { key: `${editor().id} tolak`, digest: 'of-what-was-said' },
        },
      }));
      expect(await contents(stage)).toContain('of-what-was-said');
      const { redacted } = await forget(stage, { phone: PHONE });

      expect(redacted?.proposals).toHaveLength(2);
      expect(await contents(stage)).not.toMatch(SPELLINGS);
      expect(await contents(stage)).not.toContain('of-what-was-said');
      // What it was made from is redacted as the record is: nothing was overtaken.
      const review = `mutation { reviewProposal(id: "${id}", verdicts: [{ operation: 1, accept: true }]) { userErrors { message } } }`;
      expect(await answer(stage.store, review, {}, editor())).toEqual({ reviewProposal: { userErrors: [] } });
      expect(await readRecord(stage.store, group)).toMatchObject({ description: `hubungi ${ERASED}` });
    });

    test('is taken out of what was taken back, too', async () => {
      const [first] = await readChanges(stage.store);
      await answer(
        stage.store,
        `mutation { retractClaim(id: "${claim.id}", reason: "keliru, kata ${PHONE}") { change { id } } }`,
        {},
        editor(),
      );
      expect(first).toBeDefined();
      await stage.store.apply(update({ ...group, withdrawn: true }));
      await forget(stage, { phone: PHONE });
      expect(await contents(stage)).not.toMatch(SPELLINGS);
      expectUnbroken(await readChanges(stage.store));
    });

    test('is in no dump from then on, and what is dumped can be restored', async () => {
      await forget(stage, { phone: PHONE });
      const dumped = async (reader: Reader) => {
        const lines: string[] = [];
        for await (const line of dumpLines(reader)) lines.push(line);
        return lines;
      };
      const lines = await dumped(stage.store);
      expect(lines.join('\n')).not.toMatch(SPELLINGS);
      const engine = openGrafeo({ folder: null });
      await migrate(engine, await readMigrations(MIGRATIONS));
      const restored = createStore(engine);
      await restore(
        restored,
        (async function* () {
          yield* lines;
        })(),
      );
      expect(await dumped(restored)).toEqual(lines);
      await engine.close();
    });

    test('leaves the reason given for erasing it, without the number', async () => {
      await forget(stage, { phone: PHONE, why: `permintaan dari ${PHONE}` });
      expect((await readChanges(stage.store)).at(-1)?.why).toBe(`permintaan dari ${ERASED}`);
    });

    test('is told to those who watch only without it', async () => {
      const seen: Change[] = [];
      stage.store.watch((change) => seen.push(change));
      await forget(stage, { phone: PHONE, dryRun: true });
      expect(seen).toEqual([]);
      await forget(stage, { phone: PHONE });
      expect(seen).toHaveLength(1);
      expect(JSON.stringify(seen)).not.toMatch(SPELLINGS);
    });
  });

  test('a name in a text stays, and the records are listed for a person to look at', async () => {
    const person = anActor({
      key: 'siti',
      kind: 'PERSON',
      helix: 'COMMUNITY',
      name: 'Dra. Siti Rekaan, M.Si.',
    });
    const noted = anInitiative({ key: 'noted', note: 'Diusulkan siti REKAAN pada 2021' });
    const sitirekaan = anInitiative({ key: 'near', note: 'Siti Rekaanwati, Asiti Rekaan' });
    await stage.store.apply(changeSet(person, noted, sitirekaan));
    await usulan(stage, program, 'Siti Rekaan', PHONE);
    const { left } = await forget(stage, { phone: PHONE });

    const named = left.find(({ records }) => records.length > 0);
    expect(named?.what).toMatch(/^the full name stands in 2 records: a person must judge/);
    expect(named?.records).toEqual([person.id, noted.id].sort());
    expect(await readRecord(stage.store, noted)).toMatchObject({ note: noted.note });
    expect((await forget(stage, { name: 'Siti Rekaan' })).erased).toMatchObject({ proposersOf: [] });
  });

  test('a short number is not looked for in texts, and the answer says so', async () => {
    await stage.store.apply(changeSet(anInitiative({ note: 'kode pos 65139' })));
    await usulan(stage, program, 'Siti Rekaan', '65139');
    const { erased, left } = await forget(stage, { phone: '65139' });
    expect(erased?.proposersOf).toEqual([program.id]);
    expect(left.map(({ what }) => what)).toContainEqual(expect.stringContaining('too short'));
    expect(await readRecord(stage.store, anInitiative())).toMatchObject({ note: 'kode pos 65139' });
  });

  describe('an account', () => {
    const ana = anAccount('ana', 'administrator');
    const budi = anAccount('budi', 'editor');
    const expires = '2999-01-01T00:00:00.000Z';

    beforeEach(async () => {
      const { accounts } = stage.store;
      for (const account of [ana, budi]) await accounts.create(account);
      const session = { guest: null, createdAt: ana.createdAt, expiresAt: expires };
      await accounts.createSession({ ...session, hash: 's1', holder: budi.id });
      await accounts.createSession({
        ...session,
        hash: 's2',
        holder: 'pas-1',
        guest: { id: 'gst-1', name: 'Sri' },
      });
      await accounts.createSession({ ...session, hash: 's3', holder: ana.id });
      for (const { id } of [ana, budi])
        await accounts.createToken({
          id: `tok-${id}`,
          hash: `t-${id}`,
          account: id,
          name: 'x',
          grants: '[]',
          createdAt: ana.createdAt,
          expiresAt: null,
          lastUsedAt: null,
        });
      await accounts.createPass({
        id: 'pas-1',
        hash: 'p1',
        event: 'Rembuk (invented)',
        grants: '[]',
        by: budi.id,
        createdAt: ana.createdAt,
        expiresAt: expires,
        uses: null,
        used: 0,
      });
      await stage.engine.write((run) =>
        run('CREATE (m:Mapping {name: "csr", text: "{}", by: $by, at: "2026", account: $account})', {
          by: budi.name,
          account: budi.id,
        }),
      );
    });

    /** Budi writes, proposes and reviews; Ana writes once. */
    async function history() {
      const write = (user: User, key: string) =>
        answer<{ it: { node: { id: string } } }>(
          stage.store,
          `mutation { it: createAward(input: { name: "${key}" }, why: "x", clientMutationId: "${key}") { node { id } } }`,
          {},
          user,
        );
      await write(asUser(budi), 'Adipura');
      await write(asUser(ana), 'Kalpataru');
      const by = async (user: { id: string; name: string }, record: typeof program) => {
        const made = await stage.store.propose(async () => ({
          ...changeSet(record),
          by: user.name,
          account: user.id,
        }));
        return made?.id ?? '';
      };
      const mine = await by(budi, program);
      const [accepted, refused] = [await by(contributor(), other), await by(contributor(), third)];
      const review =
        'mutation ($id: ID!, $v: [VerdictInput!]!) { reviewProposal(id: $id, verdicts: $v) { userErrors { message } } }';
      await answer(stage.store, review, { id: accepted, v: [{ operation: 1, accept: true }] }, asUser(budi));
      await answer(
        stage.store,
        review,
        { id: refused, v: [{ operation: 1, accept: false, reason: 'kembar' }] },
        asUser(budi),
      );
      return { mine, accepted, refused };
    }

    test('goes with all that lets in by it, and from the history; what it wrote stays', async () => {
      const { mine, accepted, refused } = await history();
      const before = await readChanges(stage.store);
      const { erased, userErrors } = await forget(stage, { login: ' Budi ' }, asUser(ana));

      expect(userErrors).toEqual([]);
      expect(erased).toEqual({
        account: true,
        sessions: 2,
        tokens: 1,
        passes: 1,
        mappings: 1,
        attributions: [before[0]?.id, before[2]?.id, ...[mine, accepted, refused].sort()],
        proposersOf: [],
        pending: [],
      });
      const all = await contents(stage);
      for (const trace of [budi.id, budi.name, budi.identity, 'gst-1']) expect(all).not.toContain(trace);
      for (const stays of [ana.id, ana.name, 's3', 'Adipura', 'kembar']) expect(all).toContain(stays);
      const changes = await readChanges(stage.store);
      expect(
        changes.map(({ by, account, approvedBy, approver }) => [by, account, approvedBy, approver]),
      ).toEqual([
        [ERASED, null, null, null],
        [ana.name, ana.id, null, null],
        ['Kontributor', contributor().id, ERASED, null],
      ]);
      expect(changes.map(({ operations }) => operations)).toEqual(before.map(({ operations }) => operations));
      expect(await check(stage.store)).toEqual([]);
    });

    test('that proposed leaves its proposal to be reviewed', async () => {
      const { mine } = await history();
      await forget(stage, { login: 'budi' });
      const review = `mutation { it: reviewProposal(id: "${mine}", verdicts: [{ operation: 1, accept: true }]) { change { by } userErrors { message } } }`;
      expect(await answer(stage.store, review, {}, asUser(ana))).toEqual({
        it: { change: { by: ERASED }, userErrors: [] },
      });
    });

    test('of the last administrator stays, unless the operator says so', async () => {
      await stage.store.accounts.create(anAccount('citra', 'administrator', { disabled: true }));
      const limited = JSON.stringify([{ role: 'administrator', helix: 'MEDIA' }]);
      await stage.store.accounts.create(anAccount('dewi', 'administrator', { grants: limited }));
      const { erased, userErrors } = await forget(stage, { login: 'ana' }, asUser(ana));
      expect(erased).toBeNull();
      expect(userErrors).toEqual([
        { field: 'login', code: 'CONFLICT', message: expect.stringContaining('make another one first') },
      ]);
      expect(await stage.store.accounts.byLogin('ana')).toEqual(ana);

      await stage.store.accounts.create(anAccount('eka', 'administrator'));
      expect((await forget(stage, { login: 'ana' }, asUser(ana))).erased?.account).toBe(true);
      expect((await forget(stage, { login: 'eka' }, OPERATOR)).erased?.account).toBe(true);
    });

    test('of two administrators who forget each other at once, one stays', async () => {
      const eka = anAccount('eka', 'administrator');
      await stage.store.accounts.create(eka);
      const second = { store: await stage.another() };
      const both = await Promise.all([
        forget(stage, { login: 'eka' }, asUser(ana)),
        forget(second, { login: 'ana' }, asUser(eka)),
      ]);
      expect(both.filter(({ erased }) => erased?.account === true)).toHaveLength(1);
      expect((await stage.store.accounts.list('', 10)).filter(({ login }) => login !== 'budi')).toHaveLength(
        1,
      );
    });

    test('forgets itself, its own change included', async () => {
      const eka = anAccount('eka', 'administrator');
      await stage.store.accounts.create(eka);
      await stage.store.apply(changeSet(anInitiative({ note: `telepon ${PHONE}` })));
      await forget(stage, { login: 'eka', phone: PHONE }, asUser(eka));
      expect(await contents(stage)).not.toMatch(/usr-eka|eka Rekaan/);
      expect((await readChanges(stage.store)).at(-1)).toMatchObject({ by: ERASED, account: null });
    });

    test('that is not there does not keep the rest from being erased', async () => {
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      const { erased, left } = await forget(stage, { login: 'siti', phone: PHONE });
      expect(erased).toMatchObject({ account: false, proposersOf: [program.id] });
      expect(left[0]?.what).toContain('the login has no account');
    });
  });

  describe('as a whole', () => {
    const noted = anInitiative({ key: 'noted', note: `telepon ${PHONE}`, name: 'Saluran' });
    beforeEach(async () => {
      await stage.store.apply(changeSet(noted));
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      await propose(stage, other, 'Siti Rekaan', PHONE);
      await stage.store.accounts.create(anAccount('siti', 'editor'));
    });
    const who = { login: 'siti', phone: PHONE };

    test('a dry run says what then is done, and writes nothing', async () => {
      const before = await contents(stage);
      const { change: none, ...announced } = await forget(stage, { ...who, dryRun: true });
      expect(await contents(stage)).toBe(before);
      expect(none).toBeNull();
      const { change, ...done } = await forget(stage, who);
      expect(change).not.toBeNull();
      expect(announced).toEqual(done);
      const found = await answer(stage.store, '{ search(query: "saluran") { totalCount } }');
      expect(found).toEqual({ search: { totalCount: 2 } });
    });

    test('again, it finds nothing', async () => {
      await forget(stage, who);
      const before = await contents(stage);
      const { erased, userErrors } = await forget(stage, who);
      expect([erased, userErrors]).toEqual([
        null,
        [
          expect.objectContaining({
            code: 'NOT_FOUND',
            message: expect.stringContaining('nothing of that person'),
          }),
        ],
      ]);
      expect(await contents(stage)).toBe(before);
    });

    test('cut off at any statement it leaves all, and then finishes', async () => {
      const before = await contents(stage);
      let statements = 0;
      const counted = intercepting(stage.engine, (run) => (text, parameters) => {
        statements += 1;
        return run(text, parameters);
      });
      await forget({ store: createStore(counted) }, { ...who, dryRun: true });
      expect(statements).toBeGreaterThan(15);
      for (let at = 1; at <= statements; at++) {
        const breaking = intercepting(stage.engine, (run, statement) => (text, parameters) => {
          if (statement === at) throw new Error('the power fails');
          return run(text, parameters);
        });
        await expect(forget({ store: createStore(breaking) }, who)).rejects.toThrow('the power fails');
      }
      expect(await contents(stage)).toBe(before);
      await forget(stage, who);
      expect(await contents(stage)).not.toMatch(SPELLINGS);
    });

    test('while others write, nothing slips through and nothing is lost', async () => {
      const elsewhere = await stage.another();
      const write = (n: number) =>
        elsewhere.apply(changeSet(anActor({ key: `a${n}`, name: `Aktor ${n}`, note: 'tetap' })));
      const [erased] = await Promise.all([
        forget(stage, who),
        ...Array.from({ length: 10 }, (_, n) => write(n)),
      ]);
      expect(erased.userErrors).toEqual([]);
      const changes = await readChanges(stage.store);
      expect(changes).toHaveLength(13);
      expectUnbroken(changes);
      expect(await contents(stage)).not.toMatch(SPELLINGS);
    });
  });

  describe('what is refused', () => {
    test.each([
      [{}, 'login, name, phone: none is given; say whose data to erase'],
      [{ phone: '9187' }, 'phone: it is refused, and not shown because it is personal; write it as 0812'],
      [{ phone: '91873 atau 91874' }, 'phone: it is refused, and not shown'],
      [{ name: '«9187» —' }, 'nothing of that person is here'],
      [{ name: ' — ' }, 'name: it has no letters'],
      [{ login: ' ' }, 'write the login of an account'],
      [{ login: 'x9187', name: 'Siti 9187' }, 'nothing of that person is here'],
    ])('%j', async (who, message) => {
      const { erased, left, userErrors } = await forget(stage, who);
      expect([erased, left]).toEqual([null, []]);
      expect(userErrors.map((error) => error.message).join('\n')).toContain(message);
      expect(JSON.stringify(userErrors)).not.toContain('9187');
    });

    test.each([
      ['the public', PUBLIC_USER, 'UNAUTHENTICATED'],
      ['a contributor', contributor(), 'FORBIDDEN'],
      ['an editor', editor(), 'FORBIDDEN'],
      ['a limited administrator', administrator({ helix: 'MEDIA' }), 'FORBIDDEN'],
    ])('%s', async (_, user, code) => {
      await usulan(stage, program, 'Siti Rekaan', PHONE);
      const { errors } = await ask(stage.store, FORGET, { phone: PHONE, dryRun: true }, user);
      expect(errors).toEqual([expect.objectContaining({ code })]);
      expect(JSON.stringify(errors)).not.toMatch(SPELLINGS);
      expect(await personal(stage)).toEqual([program.id]);
    });
  });
});
