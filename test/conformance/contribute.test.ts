import { describe, expect, test } from '@jest/globals';
import { OPERATOR, PUBLIC_USER, type User } from '../../src/auth/rights.js';
import type { Stored } from '../../src/domain/records.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, anInitiative, aParticipation, aPerson, changeSet } from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';
import { everything, readChanges, readRecord } from '../support/reading.js';

/**
 * The invariants: every mutation is one change, applied as far as the rights of its author go; the same request applies
 * once; an edit of a version that has moved on is a CONFLICT; nothing is deleted; a change can be taken back as long as
 * nothing rests on it.
 */
interface Payload {
  readonly change: { readonly sequence: number; readonly by: string; readonly why: string } | null;
  readonly proposal: { readonly id: string } | null;
  readonly node: { readonly id: string } | null;
  readonly clientMutationId: string | null;
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}
const PAYLOAD = `{
  change { id sequence by why } proposal { id } node { id } clientMutationId userErrors { field code message }
}`;

/** Sends one mutation, its arguments as variables would be written, and returns its payload. */
async function send(stage: Stage, mutation: string, user: User = editor()): Promise<Payload> {
  const data = await answer<{ it: Payload }>(
    stage.store,
    `mutation { it: ${mutation} ${PAYLOAD} }`,
    {},
    user,
  );
  return data.it;
}
const good = (payload: Payload) => {
  expect(payload.userErrors).toEqual([]);
  return payload;
};
const [actor, initiative, source, claim] = aParticipation();
const evidence = `evidence: [{ source: "${source.id}", locator: "paragraf 2" }]`;

onEveryEngine((stage) => {
  describe('creating and correcting', () => {
    test.each([
      [
        'createActor',
        '{ name: "Warga Peduli", kind: ORGANIZATION, helix: COMMUNITY }',
        { helix: 'COMMUNITY' },
      ],
      ['createInitiative', '{ name: "Bank Sampah", kind: PROGRAM, start: "2021" }', { start: '2021' }],
      ['createAward', '{ name: "Adipura", level: NATIONAL }', { level: 'NATIONAL' }],
      ['createIssue', '{ name: "Banjir", progress: REPORTED }', { progress: 'REPORTED' }],
      ['createPlace', '{ name: "Balai RW 03", kind: VENUE }', { kind: 'VENUE' }],
      ['createSource', '{ title: "Notula rapat", kind: DOCUMENT }', { kind: 'DOCUMENT' }],
    ])('%s writes a record that the history tells of', async (mutation, input, fields) => {
      const { change, node } = good(await send(stage, `${mutation}(input: ${input}, why: "rapat warga")`));

      expect(change).toMatchObject({ sequence: 1, by: 'Editor', why: 'rapat warga' });
      expect(await readRecord(stage.store, { id: node?.id ?? '' } as Stored)).toMatchObject(fields);
    });

    test('an achievement under its award, and a claim between two records', async () => {
      await stage.store.apply(changeSet(actor, initiative, source));
      const award = good(await send(stage, 'createAward(input: { name: "Adipura" }, why: "x")')).node?.id;
      const won = good(
        await send(stage, `createAchievement(input: { name: "Adipura 2021", award: "${award}" }, why: "x")`),
      ).node?.id;
      const made = good(
        await send(
          stage,
          `createClaim(input: { kind: CONFERRAL, role: "RECIPIENT", subject: "${won}", object: "${actor.id}", ${evidence} }, why: "berita")`,
        ),
      );

      expect(await readRecord(stage.store, { id: made.node?.id ?? '' } as Stored)).toMatchObject({
        subject: won,
        object: actor.id,
        status: 'ASSERTED',
      });
    });

    test('a field that is left out stays, null empties it, and a list is given whole', async () => {
      await stage.store.apply(
        changeSet(anActor({ aliases: ['a', 'b'], url: 'https://x.id', note: 'tetap' })),
      );
      good(
        await send(
          stage,
          `correctActor(id: "${actor.id}", input: { url: null, aliases: ["c"], name: "Baru" }, why: "salah tulis")`,
        ),
      );

      expect(await readRecord(stage.store, actor)).toMatchObject({
        name: 'Baru',
        url: null,
        aliases: ['c'],
        note: 'tetap',
      });
    });

    test('what is wrong comes back with field, code and message, and nothing is written', async () => {
      const before = await everything(stage.engine);
      const { change, userErrors } = await send(
        stage,
        'createInitiative(input: { name: "x", kind: PROGRAM, start: "32/13/2021" }, why: "x")',
      );

      expect(change).toBeNull();
      expect(userErrors).toEqual([
        {
          field: 'start',
          code: 'BAD_USER_INPUT',
          message: expect.stringMatching(/start: "32\/13\/2021"; is not a date; write 2021-12-31/),
        },
      ]);
      expect(await everything(stage.engine)).toEqual(before);
    });

    test('a kind that claims about the record do not allow is refused, naming the claim', async () => {
      const part = aClaim({ kind: 'PART_OF', role: null, subject: actor, object: anActor({ key: 'whole' }) });
      await stage.store.apply(changeSet(actor, anActor({ key: 'whole' }), source, part));
      const { userErrors } = await send(
        stage,
        `correctActor(id: "${actor.id}", input: { kind: PERSON }, why: "x")`,
      );

      expect(userErrors).toEqual([
        expect.objectContaining({ field: 'kind', message: expect.stringContaining(part.id) }),
      ]);
    });
  });

  describe('a claim', () => {
    test('is verified, disputed and retracted; its reason and evidence stay', async () => {
      await stage.store.apply(changeSet(...aParticipation()));
      good(await send(stage, `verifyClaim(id: "${claim.id}", why: "dicek")`));
      expect(await readRecord(stage.store, claim)).toMatchObject({ status: 'VERIFIED', statusReason: null });
      good(await send(stage, `disputeClaim(id: "${claim.id}", reason: "dinas lain yang melaksanakan")`));
      good(await send(stage, `retractClaim(id: "${claim.id}", reason: "salah baca")`));

      expect(await readRecord(stage.store, claim)).toMatchObject({
        status: 'RETRACTED',
        statusReason: 'salah baca',
        evidence: claim.evidence,
      });
      const { userErrors } = await send(stage, `verifyClaim(id: "${claim.id}", why: "x")`);
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: 'id' }]);
    });

    test('gets further evidence once', async () => {
      await stage.store.apply(changeSet(...aParticipation()));
      for (const _ of [1, 2])
        good(await send(stage, `attachEvidence(to: "${claim.id}", ${evidence}, why: "berita kedua")`));

      expect(await readRecord(stage.store, claim)).toMatchObject({
        evidence: [{ locator: null }, { locator: 'paragraf 2' }],
      });
    });
  });

  test('a comment stands on the record that it is about, until it is taken back', async () => {
    await stage.store.apply(changeSet(...aParticipation()));
    const { node } = good(await send(stage, `comment(on: "${claim.id}", text: "Ada foto?")`, contributor()));
    const comments = async () =>
      (
        await answer<{ node: { comments: Array<{ text: string; created: { by: string } }> } }>(
          stage.store,
          `{ node(id: "${claim.id}") { ... on Claim { comments { text created { by } } } } }`,
        )
      ).node.comments;
    expect(await comments()).toEqual([{ text: 'Ada foto?', created: { by: 'Kontributor' } }]);

    good(await send(stage, `withdraw(id: "${node?.id}", why: "terjawab")`, contributor()));
    expect(await comments()).toEqual([]);
  });

  describe('the same request', () => {
    test('applies once', async () => {
      const create = 'createAward(input: { name: "Adipura" }, why: "x", clientMutationId: "k1")';
      const [first, second] = [good(await send(stage, create)), good(await send(stage, create))];

      expect(second).toEqual(first);
      expect(await readChanges(stage.store)).toHaveLength(1);
    });

    test('of twenty at once, also through two stores, one applies', async () => {
      const stores = [stage.store, await stage.another()];
      const create = 'createAward(input: { name: "Adipura" }, why: "x", clientMutationId: "k1")';
      const payloads = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          answer<{ it: Payload }>(
            stores[n % 2] as Stage['store'],
            `mutation { it: ${create} ${PAYLOAD} }`,
            {},
            editor(),
          ),
        ),
      );

      expect(new Set(payloads.map(({ it }) => it.node?.id)).size).toBe(1);
      expect(await readChanges(stage.store)).toHaveLength(1);
    });

    test('with other content is a CONFLICT; another user has keys of their own', async () => {
      good(await send(stage, 'createAward(input: { name: "A" }, why: "x", clientMutationId: "k1")'));
      const other = 'createAward(input: { name: "B" }, why: "x", clientMutationId: "k1")';
      const { userErrors } = await send(stage, other);
      expect(userErrors).toMatchObject([{ code: 'CONFLICT', field: 'clientMutationId' }]);

      good(await send(stage, other, OPERATOR));
    });

    test('may be sent again after it was refused', async () => {
      const dispute = `disputeClaim(id: "${claim.id}", reason: "x", clientMutationId: "k")`;
      expect((await send(stage, dispute)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      await stage.store.apply(changeSet(...aParticipation()));

      good(await send(stage, dispute));
    });
  });

  describe('an edit', () => {
    test('of a version that has moved on is a CONFLICT that names both versions and who was faster', async () => {
      await stage.store.apply(changeSet(actor));
      good(
        await send(
          stage,
          `correctActor(id: "${actor.id}", version: 1, input: { note: "a" }, why: "lebih dulu")`,
        ),
      );
      const { userErrors, node } = await send(
        stage,
        `correctActor(id: "${actor.id}", version: 1, input: { note: "b" }, why: "x")`,
        OPERATOR,
      );

      expect(userErrors).toMatchObject([
        {
          code: 'CONFLICT',
          message: expect.stringMatching(
            /edited from version 1, and at version 2 since Editor changed it \("lebih dulu"\)/,
          ),
        },
      ]);
      expect(node?.id).toBe(actor.id);
    });

    test('of a version that has moved on is a CONFLICT for who may only propose it, too', async () => {
      await stage.store.apply(changeSet(actor));
      const edit = (version: number) =>
        `correctActor(id: "${actor.id}", version: ${version}, input: { note: "b" }, why: "x")`;
      good(await send(stage, `correctActor(id: "${actor.id}", input: { note: "a" }, why: "lebih dulu")`));
      const { userErrors, proposal, node } = await send(stage, edit(1), contributor());

      expect(userErrors).toMatchObject([
        {
          code: 'CONFLICT',
          message: expect.stringMatching(
            /edited from version 1, and at version 2 since Editor changed it \("lebih dulu"\)/,
          ),
        },
      ]);
      expect([proposal, node?.id]).toEqual([null, actor.id]);
      expect(good(await send(stage, edit(2), contributor())).proposal).not.toBeNull();
    });

    test('1,000 edits by two editors at once: none is lost, with or without a version', async () => {
      await stage.store.apply(changeSet(anInitiative({ note: null })));
      const stores = [stage.store, await stage.another()];
      // All of them on one of each engine; the other ways to run it differ in nothing that matters here.
      const EDITS = /in memory|neo4j 5\./.test(stage.name) ? 500 : 50;
      // One editor counts in the note and names the version, one in the description and does not.
      const editBy = async (store: Stage['store'], mine: 'note' | 'description', versioned: boolean) => {
        for (let done = 0; done < EDITS; ) {
          const { node } = await answer<{ node: { version: number; note: string; description: string } }>(
            store,
            `{ node(id: "${initiative.id}") { ... on Initiative { version note description } } }`,
          );
          const next = Number(node[mine] ?? 0) + 1;
          const version = versioned ? `version: ${node.version},` : '';
          const { it } = await answer<{ it: Payload }>(
            store,
            `mutation { it: correctInitiative(id: "${initiative.id}", ${version} input: { ${mine}: "${next}" }, why: "x") ${PAYLOAD} }`,
            {},
            editor(),
          );
          if (it.userErrors.length === 0) done += 1;
          else expect(it.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
        }
      };
      await Promise.all([
        editBy(stores[0] as Stage['store'], 'note', true),
        editBy(stores[1] as Stage['store'], 'description', false),
      ]);

      expect(await readRecord(stage.store, initiative)).toMatchObject({
        note: String(EDITS),
        description: String(EDITS),
      });
      const [, ...edits] = await readChanges(stage.store);
      expect(edits).toHaveLength(2 * EDITS);
    }, 900_000);

    test('100 edits of one field by two editors at once: each builds on the one before', async () => {
      await stage.store.apply(changeSet(anInitiative({ note: null })));
      const editors = [
        { store: stage.store, letter: 'a' },
        { store: await stage.another(), letter: 'b' },
      ];
      type Editor = (typeof editors)[number];
      const read = async ({ store }: Editor) =>
        (
          await answer<{ node: { version: number; note: string | null } }>(
            store,
            `{ node(id: "${initiative.id}") { ... on Initiative { version note } } }`,
          )
        ).node;
      // Appends to what was read, so that an edit that does not build on the one before drops a letter.
      const write = async ({ store, letter }: Editor, { version, note }: Awaited<ReturnType<typeof read>>) =>
        (
          await answer<{ it: Payload }>(
            store,
            `mutation { it: correctInitiative(id: "${initiative.id}", version: ${version}, input: { note: "${note ?? ''}${letter}" }, why: "x") ${PAYLOAD} }`,
            {},
            editor(),
          )
        ).it;
      const ROUNDS = 50;
      for (let round = 0; round < ROUNDS; round += 1) {
        // Both have read before either writes; who loses reads again.
        const seen = await Promise.all(editors.map(read));
        const payloads = await Promise.all(
          editors.map((each, index) => write(each, seen[index] as Awaited<ReturnType<typeof read>>)),
        );
        const losers = editors.filter((_, index) => payloads[index]?.userErrors.length !== 0);
        expect(payloads.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'CONFLICT' }]);
        for (const loser of losers) good(await write(loser, await read(loser)));
      }

      const { note } = await readRecord(stage.store, initiative);
      expect([...(note ?? '')].sort().join('')).toBe('a'.repeat(ROUNDS) + 'b'.repeat(ROUNDS));
      const [, ...edits] = await readChanges(stage.store);
      expect(edits.map(({ operations }) => operations.map(({ after }) => after.note))).toEqual(
        Array.from({ length: 2 * ROUNDS }, (_, n) => [note?.slice(0, n + 1)]),
      );
    }, 300_000);
  });

  describe('taking a change back', () => {
    test('withdraws what it created: it is in no list and no search, and its history stays', async () => {
      const { change, node } = good(
        await send(
          stage,
          'createActor(input: { name: "Salah", kind: ORGANIZATION, helix: MEDIA }, why: "x")',
        ),
      );
      good(await send(stage, `revert(change: "${(change as unknown as { id: string }).id}", why: "keliru")`));

      const data = await answer<Record<string, unknown>>(
        stage.store,
        `{ actors { totalCount } search(query: "Salah") { totalCount } node(id: "${node?.id}") { id }
           changes { nodes { why reverts { sequence } } } }`,
      );
      expect(data).toEqual({
        actors: { totalCount: 0 },
        search: { totalCount: 0 },
        node: null,
        changes: {
          nodes: [
            { why: 'x', reverts: null },
            { why: 'keliru', reverts: { sequence: 1 } },
          ],
        },
      });
    });

    test('and taking that back puts all as it was', async () => {
      await stage.store.apply(changeSet(...aParticipation()));
      const before = await readRecord(stage.store, claim);
      const revert = async (sequence: number) => {
        const changes = await readChanges(stage.store);
        return good(await send(stage, `revert(change: "${changes[sequence - 1]?.id}", why: "keliru")`));
      };
      await revert(1);
      expect(await readRecord(stage.store, claim)).toMatchObject({
        status: 'RETRACTED',
        statusReason: 'keliru',
      });
      await revert(2);

      expect({ ...(await readRecord(stage.store, claim)), updated: 1 }).toEqual(before);
      const { actors } = await answer<{ actors: object }>(stage.store, '{ actors { totalCount } }');
      expect(actors).toEqual({ totalCount: 1 });
    });

    test('is refused when something later rests on it, which is named', async () => {
      await stage.store.apply(changeSet(actor, initiative, source));
      await stage.store.apply(changeSet(claim));
      good(
        await send(stage, `correctInitiative(id: "${initiative.id}", input: { note: "a" }, why: "catatan")`),
      );
      const [first] = await readChanges(stage.store);
      const { userErrors } = await send(stage, `revert(change: "${first?.id}", why: "x")`);
      expect(userErrors).toMatchObject([
        {
          code: 'CONFLICT',
          message: expect.stringMatching(/changed later, by change 3 of Editor \("catatan"/),
        },
      ]);

      good(await send(stage, `revert(change: "${(await readChanges(stage.store))[2]?.id}", why: "x")`));
      const again = await send(stage, `revert(change: "${first?.id}", why: "x")`);
      expect(again.userErrors.length).toBeGreaterThan(0);
      for (const { code } of again.userErrors) expect(code).toBe('CONFLICT');
    });

    test('of a change that does not exist is NOT_FOUND', async () => {
      const { userErrors } = await send(stage, 'revert(change: "g-00000000000000000042", why: "x")');
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'change' }]);
    });
  });

  describe('rights', () => {
    const create = 'createAward(input: { name: "A" }, why: "x")';

    test('a reader may write nothing', async () => {
      const { errors } = await ask(stage.store, `mutation { ${create} ${PAYLOAD} }`, {}, PUBLIC_USER);
      expect(errors).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
      expect(await readChanges(stage.store)).toEqual([]);
    });

    test('what a contributor writes waits for a review', async () => {
      const { change, proposal, node } = good(await send(stage, create, contributor()));
      expect([change, node]).toEqual([null, null]);
      expect(proposal?.id).toMatch(/^r-/);
      expect(await readChanges(stage.store)).toEqual([]);
    });

    test('a limited editor writes within the limit, and nowhere else', async () => {
      const other = anActor({ key: 'other', helix: 'MEDIA' });
      await stage.store.apply(changeSet(actor, other));
      const limited = editor({ helix: 'MEDIA' });
      const note = (id: string) => `correctActor(id: "${id}", input: { note: "x" }, why: "x")`;
      good(await send(stage, note(other.id), limited));
      const { errors } = await ask(stage.store, `mutation { ${note(actor.id)} ${PAYLOAD} }`, {}, limited);
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    });

    test('an agency’s own editor reaches what it owns, and its units', async () => {
      const unit = anActor({ key: 'unit' });
      const part = aClaim({ key: 'part', kind: 'PART_OF', role: null, subject: unit, object: actor });
      await stage.store.apply(changeSet(...aParticipation(), unit, part, aPerson()));
      const limited = editor({ agency: actor.id });
      good(
        await send(
          stage,
          `correctInitiative(id: "${initiative.id}", input: { note: "x" }, why: "x")`,
          limited,
        ),
      );
      good(await send(stage, `correctActor(id: "${unit.id}", input: { note: "x" }, why: "x")`, limited));
      const { errors } = await ask(
        stage.store,
        `mutation { correctActor(id: "${aPerson().id}", input: { note: "x" }, why: "x") ${PAYLOAD} }`,
        {},
        limited,
      );
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    });
  });

  test('personal data are for those with the right, and in no history', async () => {
    const phone = '0812-3456-7890';
    const { node } = good(
      await send(
        stage,
        `createInitiative(input: { name: "Saluran RW 03", kind: PROPOSAL, proposer: { name: "Siti Rekaan", phone: "${phone}" } }, why: "usulan")`,
      ),
    );
    const see = async (user: User) =>
      (
        await answer<{ node: { proposer: unknown } }>(
          stage.store,
          `{ node(id: "${node?.id}") { ... on Initiative { proposer { name phone } } } }`,
          {},
          user,
        )
      ).node.proposer;

    expect(await see(editor())).toEqual({ name: 'Siti Rekaan', phone });
    expect(await see(contributor())).toBeNull();
    expect(await see(PUBLIC_USER)).toBeNull();
    expect(JSON.stringify(await readChanges(stage.store))).not.toMatch(/Siti|0812/);
    const found = await answer<{ search: { totalCount: number } }>(
      stage.store,
      '{ search(query: "Siti Rekaan") { totalCount } }',
      {},
      editor(),
    );
    expect(found.search.totalCount).toBe(0);
  });
});
