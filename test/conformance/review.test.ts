import { describe, expect, test } from '@jest/globals';
import { PUBLIC_USER, type User } from '../../src/auth/rights.js';
import type { Stored } from '../../src/domain/records.js';
import type { Proposal } from '../../src/store/port.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, anInitiative, aPlace, aSource, changeSet, update } from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';
import { readChanges, readRecord, readRecords } from '../support/reading.js';

/**
 * The invariants: what a contributor proposes is written only once an editor accepts it, operation by operation; what is
 * accepted carries both names; nothing is decided twice; an edit made meanwhile is not lost; personal data of a proposal
 * are seen by few, and gone once it is decided.
 */
const author = contributor();
const program = anInitiative({ key: 'usulan', kind: 'PROPOSAL', name: 'Saluran air RW 03' });
const group = anActor({ key: 'pkk', name: 'PKK RW 03', helix: 'COMMUNITY' });
const notes = aSource({ key: 'notula', title: 'Notula rembuk RW 03' });
const claim = aClaim({
  key: 'ikut',
  role: 'INITIATOR',
  subject: group,
  object: program,
  evidence: [{ source: notes }],
});
const kelurahan = aPlace({ key: 'sawojajar', name: 'Sawojajar' });
const located = aClaim({
  key: 'lokasi',
  kind: 'LOCATED_IN',
  role: null,
  subject: program,
  object: kelurahan,
  evidence: [{ source: notes }],
});
const PHONE = '0812-0000-0003';

/** The author proposes an usulan, the group behind it, what ties them, and where it is. */
async function propose(stage: Stage): Promise<Proposal> {
  await stage.store.apply(changeSet(kelurahan));
  const set = changeSet(program, group, notes, claim, located);
  const made = await stage.store.propose(async () => ({
    ...set,
    by: author.name,
    account: author.id,
    why: 'rembuk RW',
    personal: [{ of: program.id, name: 'Siti Rekaan', phone: PHONE }],
  }));
  if (made === null) throw new Error('nothing was proposed');
  return made;
}

interface Review {
  readonly change: { readonly by: string; readonly approvedBy: string | null } | null;
  readonly node: { readonly open: number } | null;
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}
const REVIEW = `mutation ($id: ID!, $verdicts: [VerdictInput!]!) {
  it: reviewProposal(id: $id, verdicts: $verdicts) {
    change { by approvedBy } node { ... on Proposal { open } } userErrors { field code message }
  }
}`;
async function review(stage: Stage, id: string, verdicts: object[], user: User = editor()): Promise<Review> {
  return (await answer<{ it: Review }>(stage.store, REVIEW, { id, verdicts }, user)).it;
}
const yes = (operation: number, changes?: object) => ({
  operation,
  accept: true,
  ...(changes ? { changes: JSON.stringify(changes) } : {}),
});
const no = (operation: number, reason = 'kembar') => ({ operation, accept: false, reason });

onEveryEngine((stage) => {
  test('what is accepted becomes one change under both names, with its personal data', async () => {
    const { id } = await propose(stage);
    const { change, node, userErrors } = await review(
      stage,
      id,
      [1, 2, 3, 4, 5].map((n) => yes(n)),
    );

    expect(userErrors).toEqual([]);
    expect(change).toEqual({ by: 'Kontributor', approvedBy: 'Editor' });
    expect(node).toEqual({ open: 0 });
    expect(await readRecord(stage.store, claim)).toMatchObject({ subject: group.id, object: program.id });
    const see = `{ node(id: "${program.id}") { ... on Initiative { proposer { name phone } } } }`;
    expect(await answer(stage.store, see, {}, editor())).toEqual({
      node: { proposer: { name: 'Siti Rekaan', phone: PHONE } },
    });
  });

  test('operation by operation: some accepted, one mended, one refused with a reason', async () => {
    const { id } = await propose(stage);
    await review(stage, id, [yes(1, { name: 'Saluran air RW 03 Sawojajar' }), yes(3), no(2)]);
    const { node } = await review(stage, id, [yes(5)]);

    expect(node).toEqual({ open: 1 });
    expect(await readRecord(stage.store, program)).toMatchObject({ name: 'Saluran air RW 03 Sawojajar' });
    expect(await readRecords(stage.store, [group.id])).toEqual([]);
    const seen = await answer<{ node: { operations: Array<{ number: number; verdict: object | null }> } }>(
      stage.store,
      `{ node(id: "${id}") { ... on Proposal { operations { number verdict { accepted reason by change { by } } } } } }`,
      {},
      author,
    );
    expect(seen.node.operations.map(({ verdict }) => verdict)).toEqual([
      { accepted: true, reason: null, by: 'Editor', change: { by: 'Kontributor' } },
      { accepted: false, reason: 'kembar', by: 'Editor', change: null },
      expect.objectContaining({ accepted: true }),
      null,
      expect.objectContaining({ accepted: true }),
    ]);
  });

  test('a claim on a record that is not accepted is refused, told by its number in the proposal', async () => {
    const { id } = await propose(stage);
    const { change, userErrors } = await review(stage, id, [yes(1), yes(3), yes(4)]);

    expect(change).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'NOT_FOUND', message: expect.stringMatching(/^operation 4, claim .*subject.*no such record/) },
    ]);
    expect(await readChanges(stage.store)).toHaveLength(1);
  });

  test('nothing is decided twice, also by two editors at once', async () => {
    const { id } = await propose(stage);
    const both = await Promise.all([review(stage, id, [yes(2)]), review(stage, id, [yes(2)])]);
    expect(both.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const late = await review(stage, id, [no(2)]);

    expect(late.userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('accepted already by Editor') },
    ]);
    expect((await readChanges(stage.store)).length).toBe(2);
  });

  test.each([
    ['a refusal without a reason', [{ operation: 1, accept: false }], /say why/],
    ['an operation twice', [yes(1), no(1)], /once/],
    ['one that the proposal does not have', [yes(9)], /has 5 operations/],
    ['one that the proposal does not have, refused', [no(9)], /has 5 operations/],
    ['changes that are no JSON', [{ operation: 1, accept: true, changes: '{' }], /JSON object/],
    ['changes to fields that do not exist', [yes(1, { nama: 'x' })], /no such field/],
    ['no decision at all', [], /decide on an operation/],
  ])('%s is refused', async (_title, verdicts, message) => {
    const { id } = await propose(stage);
    const { change, userErrors } = await review(stage, id, verdicts as object[]);

    expect(change).toBeNull();
    expect(userErrors.map((error) => error.message).join()).toMatch(message);
    expect(await readChanges(stage.store)).toHaveLength(1);
  });

  describe('the same request', () => {
    const keyed = async (id: string, verdicts: object[]) =>
      (
        await answer<{ it: Review }>(
          stage.store,
          REVIEW.replace('$id: ID!', '$id: ID!, $key: String').replace(
            'verdicts: $verdicts)',
            'verdicts: $verdicts, clientMutationId: $key)',
          ),
          { id, verdicts, key: 'k1' },
          editor(),
        )
      ).it;

    test.each([
      ['that refuses', [no(1), no(2)], 3],
      ['that accepts', [yes(2)], 4],
      ['that does both', [yes(2), no(1)], 3],
    ])('%s decides once, and answers the same', async (_title, verdicts, open) => {
      const { id } = await propose(stage);
      const [first, second] = [await keyed(id, verdicts), await keyed(id, verdicts)];

      expect(first).toMatchObject({ node: { open }, userErrors: [] });
      expect(second).toEqual(first);
    });

    test('with other verdicts is a CONFLICT', async () => {
      const { id } = await propose(stage);
      await keyed(id, [no(1)]);
      for (const verdicts of [[no(2)], [no(1, 'lain')], [yes(2)]])
        expect(await keyed(id, verdicts)).toMatchObject({
          node: null,
          userErrors: [{ code: 'CONFLICT', field: 'clientMutationId' }],
        });
      expect((await review(stage, id, [no(1)])).userErrors).toMatchObject([
        { code: 'CONFLICT', message: expect.stringContaining('refused already by Editor') },
      ]);
    });
  });

  describe('a proposal to take a change back', () => {
    const REVERT = `mutation ($change: ID!) {
      it: revert(change: $change, why: "keliru") { proposal { id } change { id } userErrors { code message } }
    }`;
    interface Reverted {
      readonly proposal: { readonly id: string } | null;
      readonly userErrors: ReadonlyArray<{ readonly code: string; readonly message: string }>;
    }
    const revert = async (change: string, user: User) =>
      (await answer<{ it: Reverted }>(stage.store, REVERT, { change }, user)).it;
    const proposeRevert = async (change: string) => (await revert(change, author)).proposal?.id ?? '';
    const history = async () =>
      (
        await answer<{ changes: { nodes: object[] } }>(
          stage.store,
          '{ changes { nodes { by approvedBy reverts { sequence } } } }',
        )
      ).changes.nodes;

    test('is in the history as what it is, and that change is not taken back twice', async () => {
      const { id } = await stage.store.apply(changeSet(program, group, notes, claim));
      const [first, second] = [await proposeRevert(id), await proposeRevert(id)];
      const all = [1, 2, 3, 4].map((n) => yes(n));
      expect((await review(stage, first, all)).userErrors).toEqual([]);

      expect(await history()).toEqual([
        { by: 'test', approvedBy: null, reverts: null },
        { by: 'Kontributor', approvedBy: 'Editor', reverts: { sequence: 1 } },
      ]);
      const refused = (code: string) => ({
        code,
        message: expect.stringMatching(/changed later, by change 2 of Kontributor/),
      });
      const again = [await review(stage, second, all), await review(stage, second, [yes(1)])];
      for (const { userErrors } of [...again, await revert(id, editor()), await revert(id, author)]) {
        expect(userErrors.length).toBeGreaterThan(0);
        expect(userErrors).toMatchObject(userErrors.map(() => refused('CONFLICT')));
      }
      expect(await readChanges(stage.store)).toHaveLength(2);
    });

    test('that is accepted in part corrects records: the change does not count as taken back', async () => {
      const { id } = await stage.store.apply(changeSet(program, group, notes, claim));
      const proposal = await proposeRevert(id);
      expect((await review(stage, proposal, [yes(4), no(1), no(2), no(3)])).userErrors).toEqual([]);

      expect(await readRecord(stage.store, claim)).toMatchObject({ status: 'RETRACTED' });
      expect(await history()).toMatchObject([{ reverts: null }, { reverts: null }]);
    });

    test('can itself be taken back', async () => {
      const { id } = await stage.store.apply(changeSet(program, group, notes, claim));
      await review(
        stage,
        await proposeRevert(id),
        [1, 2, 3, 4].map((n) => yes(n)),
      );
      const [, taken] = await readChanges(stage.store);
      expect((await revert(taken?.id ?? '', editor())).userErrors).toEqual([]);

      expect(await readRecord(stage.store, claim)).toMatchObject({ status: 'ASSERTED' });
      expect(await history()).toMatchObject([{}, { reverts: { sequence: 1 } }, { reverts: { sequence: 2 } }]);
    });
  });

  describe('a proposal to create what exists by now', () => {
    /** Two proposals of one clerk, each with the source and a claim or record of its own. */
    const proposeTwice = async () => {
      await stage.store.apply(changeSet(kelurahan, program, group));
      const made = [];
      for (const set of [changeSet(notes, claim), changeSet(notes, located), changeSet(notes)])
        made.push((await stage.store.propose(async () => ({ ...set, account: author.id })))?.id ?? '');
      return made as [string, string, string];
    };

    test('is accepted when the record says the same: the rest of it is written', async () => {
      const [first, second] = await proposeTwice();
      expect((await review(stage, first, [yes(1), yes(2)])).userErrors).toEqual([]);
      const accepted = await review(stage, second, [yes(1), yes(2)]);

      expect(accepted).toMatchObject({ change: { approvedBy: 'Editor' }, node: { open: 0 }, userErrors: [] });
      const changes = await readChanges(stage.store);
      expect(changes.at(-1)?.operations.map(({ after }) => after.id)).toEqual([located.id]);
      expect(await readRecord(stage.store, notes)).toMatchObject({ created: 2, updated: 2 });
    });

    test('that would write nothing more is accepted without a change', async () => {
      const [first, , last] = await proposeTwice();
      await review(stage, first, [yes(1)]);
      expect(await review(stage, last, [yes(1)])).toEqual({
        change: null,
        node: { open: 0 },
        userErrors: [],
      });

      expect(await readChanges(stage.store)).toHaveLength(2);
      const { node } = await answer<{ node: object }>(
        stage.store,
        `{ node(id: "${last}") { ... on Proposal { operations { verdict { accepted by change { id } } } } } }`,
        {},
        editor(),
      );
      expect(node).toEqual({ operations: [{ verdict: { accepted: true, by: 'Editor', change: null } }] });
    });

    test('is a CONFLICT that names each field in which the record differs', async () => {
      const [first, second] = await proposeTwice();
      await review(stage, first, [yes(1, { title: 'Notula RW 03', publisher: 'RW 03' })]);
      const { change, userErrors } = await review(stage, second, [yes(2), yes(1)]);

      expect(change).toBeNull();
      expect(userErrors).toEqual([
        {
          code: 'CONFLICT',
          field: 'title',
          message: expect.stringMatching(
            /^operation 1, source "Notula RW 03", title: "Notula rembuk RW 03" was proposed for a new record, which exists by now and says "Notula RW 03"; refuse/,
          ),
        },
        { code: 'CONFLICT', field: 'publisher', message: expect.stringContaining('says "RW 03"') },
      ]);
      expect(await readChanges(stage.store)).toHaveLength(2);

      const mended = [yes(1, { title: 'Notula RW 03', publisher: 'RW 03' }), yes(2)];
      expect((await review(stage, second, mended)).userErrors).toEqual([]);
    });

    test('tells what is wrong with the rest by its number', async () => {
      const [first, second] = await proposeTwice();
      await review(stage, first, [yes(1)]);
      const { userErrors } = await review(stage, second, [yes(1), yes(2, { object: 'p-none' })]);
      expect(userErrors).toMatchObject([{ message: expect.stringMatching(/^operation 2, claim/) }]);
    });
  });

  describe('a proposed correction', () => {
    const fields = (input: string) =>
      `mutation { it: correctActor(id: "${group.id}", input: ${input}, why: "x") { proposal { id } userErrors { message } } }`;
    const proposeFields = async (input: string) => {
      const data = await answer<{ it: { proposal: { id: string } } }>(stage.store, fields(input), {}, author);
      return data.it.proposal.id;
    };

    test('is put into the record as it stands by then', async () => {
      await stage.store.apply(changeSet(group));
      const id = await proposeFields('{ note: "aktif" }');
      await stage.store.apply(update({ ...group, name: 'PKK RW 03 Sawojajar' }));
      expect((await review(stage, id, [yes(1)])).userErrors).toEqual([]);

      expect(await readRecord(stage.store, group)).toMatchObject({
        name: 'PKK RW 03 Sawojajar',
        note: 'aktif',
      });
    });

    test('made from a version that has moved on is put into the record, too; what both changed is a CONFLICT', async () => {
      await stage.store.apply(changeSet(group));
      const proposeFrom = async (input: string) => {
        const mutation = fields(input).replace('why:', 'version: 1, why:');
        const data = await answer<{ it: { proposal: { id: string } } }>(stage.store, mutation, {}, author);
        return data.it.proposal.id;
      };
      const [apart, both] = [
        await proposeFrom('{ note: "aktif" }'),
        await proposeFrom('{ name: "PKK III" }'),
      ];
      await stage.store.apply(update({ ...group, name: 'PKK RW 03 Sawojajar' }));

      expect((await review(stage, apart, [yes(1)])).userErrors).toEqual([]);
      expect((await review(stage, both, [yes(1)])).userErrors).toMatchObject([
        { code: 'CONFLICT', field: 'name' },
      ]);
      expect(await readRecord(stage.store, group)).toMatchObject({
        name: 'PKK RW 03 Sawojajar',
        note: 'aktif',
        updated: 3,
      });
    });

    test('of a field that was changed meanwhile is a CONFLICT, until the editor says which it is', async () => {
      await stage.store.apply(changeSet(group));
      const id = await proposeFields('{ name: "PKK RW III" }');
      await stage.store.apply(update({ ...group, name: 'PKK RW 03 Sawojajar' }));
      expect((await review(stage, id, [yes(1)])).userErrors).toMatchObject([
        {
          code: 'CONFLICT',
          field: 'name',
          message: expect.stringMatching(
            /"PKK RW III" was proposed in place of "PKK RW 03", which is "PKK RW 03 Sawojajar" by now/,
          ),
        },
      ]);
      await review(stage, id, [yes(1, { name: 'PKK RW III' })]);

      expect(await readRecord(stage.store, group)).toMatchObject({ name: 'PKK RW III' });
    });
  });

  describe('who sees what', () => {
    const SEE = `{ proposals { totalCount nodes { by open operations { summary kind changes proposer { phone } lookalikes { score } } } } }`;
    const seen = async (user: User) =>
      (
        await answer<{ proposals: { nodes: Array<{ operations: Array<Record<string, unknown>> }> } }>(
          stage.store,
          SEE,
          {},
          user,
        )
      ).proposals.nodes;

    test('its author and the editors see a proposal, others do not', async () => {
      const { id } = await propose(stage);
      expect(await seen(author)).toHaveLength(1);
      expect(await seen(editor())).toHaveLength(1);
      expect(await seen({ ...contributor(), id: 'somebody-else' })).toEqual([]);
      expect(await seen(PUBLIC_USER)).toEqual([]);
      expect(await answer(stage.store, `{ node(id: "${id}") { id } }`)).toEqual({ node: null });
    });

    test('a limited editor sees and reviews what lies within the limit', async () => {
      const { id } = await propose(stage);
      const here = editor({ place: kelurahan.id });
      const elsewhere = editor({ place: aPlace({ key: 'other' }).id });
      expect(await seen(here)).toHaveLength(1);
      expect(await seen(elsewhere)).toEqual([]);

      const { errors } = await ask(stage.store, REVIEW, { id, verdicts: [yes(2)] }, elsewhere);
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await review(stage, id, [yes(1), yes(3), yes(5)], here)).userErrors).toEqual([]);
    });

    test('a reader and a contributor may not review', async () => {
      const { id } = await propose(stage);
      for (const user of [PUBLIC_USER, author]) {
        const { errors } = await ask(stage.store, REVIEW, { id, verdicts: [yes(1)] }, user);
        expect(errors).toHaveLength(1);
      }
      expect(await readChanges(stage.store)).toHaveLength(1);
    });

    test('each operation in words, with personal data for those with the right, and what it may double', async () => {
      await stage.store.apply(changeSet(anActor({ key: 'twin', name: 'PKK RW 03', helix: 'COMMUNITY' })));
      await propose(stage);
      const [proposal] = await seen(editor());
      const operations = proposal?.operations ?? [];

      expect(operations.map(({ summary }) => summary)).toEqual([
        'Saluran air RW 03',
        'PKK RW 03',
        'Notula rembuk RW 03',
        'PKK RW 03 menggagas Saluran air RW 03',
        'Saluran air RW 03 bertempat di Sawojajar',
      ]);
      expect(operations[0]?.proposer).toEqual({ phone: PHONE });
      expect(operations[1]?.lookalikes).toEqual([{ score: expect.any(Number) }]);
    });

    test('personal data leave the proposal with the decision', async () => {
      const { id } = await propose(stage);
      await review(stage, id, [no(1), no(2), no(3), no(4), no(5)]);

      const rows = await stage.engine.read('MATCH (n) RETURN properties(n) AS properties');
      expect(JSON.stringify(rows)).not.toMatch(/0812-0000-0003|Siti Rekaan/);
    });
  });

  test('proposals come page by page, oldest first', async () => {
    for (const n of [1, 2, 3])
      await stage.store.propose(async () => ({
        ...changeSet(anActor({ key: `a${n}`, name: `Aktor ${n}` })),
        account: author.id,
      }));
    const page = (after: string | null) =>
      answer<{
        proposals: {
          pageInfo: { endCursor: string; hasNextPage: boolean };
          nodes: Array<{ operations: [{ summary: string }] }>;
        };
      }>(
        stage.store,
        'query ($after: String) { proposals(first: 2, after: $after) { pageInfo { endCursor hasNextPage } nodes { operations { summary } } } }',
        { after },
        editor(),
      );
    const first = await page(null);
    const second = await page(first.proposals.pageInfo.endCursor);
    const names = [first, second].flatMap(({ proposals }) =>
      proposals.nodes.map(({ operations }) => operations[0].summary),
    );
    expect(names.sort()).toEqual(['Aktor 1', 'Aktor 2', 'Aktor 3']);
    expect(second.proposals.pageInfo.hasNextPage).toBe(false);
    const stored = { id: anActor({ key: 'a1' }).id } as Stored;
    expect(await readRecords(stage.store, [stored.id])).toEqual([]);
  });
});
