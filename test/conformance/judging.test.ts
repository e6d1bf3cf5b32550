import { beforeEach, expect, test } from '@jest/globals';
import type { User } from '../../src/auth/rights.js';
import { answer, ask } from '../support/api.js';
import { aClaim, anActor, anInitiative, aSource, changeSet } from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';

/**
 * The invariants, as a client sees them: likely doubles are offered with reasons; judged to be the same, two records are
 * one, whose id, names and claims are those of both; a wrong judgement is taken back; judgements that contradict each
 * other are reported; an agency that succeeded another is not the same.
 */
const dlh = anActor({ key: 'dlh', name: 'Dinas Lingkungan Hidup Kota Malang', abbreviations: ['DLH'] });
const other = anActor({ key: 'other', name: 'DINAS LINGKUNGAN HIDUP KOTA MALANG' });
const third = anActor({ key: 'third', name: 'Dinas Kebersihan Kota Malang' });
const programs = [1, 2].map((n) => anInitiative({ key: `p${n}`, name: `Program ${n}` }));
const claims = [
  aClaim({ key: 'c1', subject: dlh, object: programs[0] as never }),
  aClaim({ key: 'c2', subject: other, object: programs[1] as never }),
];
const successor = aClaim({
  key: 's',
  kind: 'SUCCEEDED_BY',
  role: null,
  subject: third,
  object: dlh,
});

const JUDGE = `mutation ($left: ID!, $right: ID!, $verdict: Verdict!) {
  it: judge(left: $left, right: $right, verdict: $verdict, why: "satu dinas") {
    node { ... on Judgement { id verdict left { id } right { id } created { by } } } proposal { id } userErrors { code message }
  }
}`;
interface Judged {
  readonly node: { readonly id: string } | null;
  readonly proposal: { readonly id: string } | null;
  readonly userErrors: ReadonlyArray<{ code: string; message: string }>;
}
async function judge(
  stage: Stage,
  left: typeof dlh,
  right: typeof dlh,
  verdict = 'POSITIVE',
  user: User = editor(),
): Promise<Judged> {
  const variables = { left: left.id, right: right.id, verdict };
  return (await answer<{ it: Judged }>(stage.store, JUDGE, variables, user)).it;
}
const actorOf = async (stage: Stage, id: string) =>
  (
    await answer<{ actor: Record<string, never> | null }>(
      stage.store,
      `{ actor(id: "${id}") {
        id name mergedFrom { id ... on Actor { name } } participations { nodes { object { id } asMade { subject { id } } } }
        history { nodes { why } }
      } }`,
    )
  ).actor;

onEveryEngine((stage) => {
  beforeEach(async () => {
    await stage.store.apply(changeSet(dlh, aSource(), ...programs));
    await stage.store.apply(changeSet(other, third, ...claims, successor));
  });

  test('likely doubles are offered, with a score and reasons in both languages', async () => {
    const { identityCandidates, lookalikes } = await answer<{
      identityCandidates: {
        nodes: Array<{
          left: { id: string };
          right: { id: string };
          automatic: boolean;
          reasons: object[];
          english: object[];
        }>;
      };
      lookalikes: Array<{ right: { id: string }; score: number }>;
    }>(
      stage.store,
      `{ identityCandidates(type: ACTOR) { nodes { left { id } right { id } automatic reasons { feature text weight } english: reasons(language: EN) { text } } }
         lookalikes(of: "${other.id}") { right { id } score } }`,
    );

    const [best] = identityCandidates.nodes;
    expect([best?.left.id, best?.right.id].sort()).toEqual([dlh.id, other.id].sort());
    expect(best?.automatic).toBe(true);
    expect(best?.reasons.length).toBeGreaterThan(0);
    expect(best?.english).not.toEqual(best?.reasons);
    expect(lookalikes[0]).toEqual({ right: { id: dlh.id }, score: expect.any(Number) });
    const pairs = identityCandidates.nodes.map(({ left, right }) => [left.id, right.id]);
    expect(pairs.flat()).not.toContain(third.id);
  });

  test('judged to be the same they are one record, by either id', async () => {
    const { userErrors } = await judge(stage, other, dlh);
    expect(userErrors).toEqual([]);
    const [one, two] = [await actorOf(stage, dlh.id), await actorOf(stage, other.id)];

    expect(two).toEqual(one);
    expect(one).toMatchObject({
      id: dlh.id,
      name: dlh.name,
      mergedFrom: [{ id: other.id, name: other.name }],
      history: { nodes: [{ why: 'a test needs them' }, { why: 'a test needs them' }] },
    });
    const made = (
      one as never as { participations: { nodes: Array<{ asMade: { subject: { id: string } } }> } }
    ).participations.nodes;
    expect(made.map(({ asMade }) => asMade.subject.id).sort()).toEqual([dlh.id, other.id].sort());
    const { actors } = await answer<{ actors: object }>(stage.store, '{ actors { totalCount } }');
    expect(actors).toEqual({ totalCount: 2 });
  });

  test('a judged pair is offered no more, whatever the verdict', async () => {
    await judge(stage, other, dlh, 'NEGATIVE');
    const { identityCandidates } = await answer<{ identityCandidates: object }>(
      stage.store,
      '{ identityCandidates(type: ACTOR) { totalCount } }',
    );
    expect(identityCandidates).toEqual({ totalCount: 0 });
  });

  test('a regretted judgement is taken back, and the records are two again', async () => {
    const before = await actorOf(stage, other.id);
    const { node } = await judge(stage, other, dlh);
    await answer(
      stage.store,
      `mutation { withdraw(id: "${node?.id}", why: "dua dinas") { userErrors { message } } }`,
      {},
      editor(),
    );

    expect(await actorOf(stage, other.id)).toEqual(before);
  });

  test('judging again changes the judgement, whichever record is named first', async () => {
    const first = await judge(stage, other, dlh);
    const second = await judge(stage, dlh, other, 'NEGATIVE');

    expect(second.node).toMatchObject({ id: first.node?.id, verdict: 'NEGATIVE' });
    expect((await actorOf(stage, other.id))?.id).toBe(other.id);
  });

  test('a NEGATIVE within records judged to be one is reported with the judgements that join them', async () => {
    const fourth = anActor({ key: 'fourth', name: 'DLH' });
    await stage.store.apply(changeSet(fourth));
    await judge(stage, dlh, other);
    await judge(stage, other, fourth);
    await judge(stage, dlh, fourth, 'NEGATIVE');

    const { identityConflicts } = await answer<{
      identityConflicts: Array<{ negative: { verdict: string }; positives: Array<{ verdict: string }> }>;
    }>(stage.store, '{ identityConflicts { negative { verdict left { id } } positives { verdict } } }');
    expect(identityConflicts).toMatchObject([
      { negative: { verdict: 'NEGATIVE' }, positives: [{ verdict: 'POSITIVE' }, { verdict: 'POSITIVE' }] },
    ]);
  });

  test('an agency and the one that succeeded it cannot be judged to be the same', async () => {
    const { userErrors } = await judge(stage, third, dlh);
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining(successor.id) }]);
  });

  test('what a contributor judges waits for a review', async () => {
    const { proposal, node } = await judge(stage, other, dlh, 'POSITIVE', contributor());
    expect(proposal?.id).toMatch(/^r-/);
    expect(node?.id).not.toBe('');
    expect((await actorOf(stage, other.id))?.id).toBe(other.id);
  });

  test('records of different types are refused', async () => {
    const { data } = await ask<{ it: Judged }>(
      stage.store,
      JUDGE,
      { left: dlh.id, right: programs[0]?.id, verdict: 'POSITIVE' },
      editor(),
    );
    expect(data.it.userErrors).toMatchObject([
      { message: expect.stringMatching(/can only be the same as another/) },
    ]);
  });
});
