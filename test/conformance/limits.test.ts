import { describe, expect, test } from '@jest/globals';
import type { User } from '../../src/auth/rights.js';
import type { ChangeSet } from '../../src/domain/change-set.js';
import { importAs } from '../../src/graphql/imports.js';
import { answer, ask } from '../support/api.js';
import {
  aClaim,
  anAchievement,
  anActor,
  anAward,
  anInitiative,
  aPlace,
  aSource,
  changeSet,
  update,
} from '../support/builders.js';
import { onEveryEngine, type Stage } from '../support/engines.js';
import { contributor, editor } from '../support/people.js';
import { readChanges } from '../support/reading.js';
import { filledTemplate } from '../support/workbooks.js';

/**
 * The invariants: what exists is judged by what is stored of it before the change, what a change creates by what the
 * change says of it; no edit, and no accepted proposal, moves a record across the limits of whoever makes it.
 */
const source = aSource();
const evidence = [{ source }];
const klojen = aPlace({ key: 'klojen', name: 'Kelurahan Klojen (rekaan)' });
const blimbing = aPlace({ key: 'blimbing', name: 'Kelurahan Blimbing (rekaan)' });
const dinas = anActor({ key: 'dinas', name: 'Dinas Rekaan' });
const media = anActor({ key: 'media', name: 'Radio Rekaan', helix: 'MEDIA' });
const here = anInitiative({ key: 'here', name: 'Saluran Klojen (rekaan)' });
const there = anInitiative({ key: 'there', name: 'Saluran Blimbing (rekaan)' });
const award = anAward();
const won = anAchievement({ name: 'Juara (rekaan)' });
const located = (key: string, subject: { id: string }, object: { id: string }) =>
  aClaim({ key, kind: 'LOCATED_IN', role: null, subject, object, evidence });
const hereIn = located('here', here, klojen);
const thereIn = located('there', there, blimbing);
const owner = aClaim({ key: 'owner', role: 'ACCOUNTABLE', subject: dinas, object: here, evidence });
const helper = aClaim({ key: 'helper', role: 'FUNDING', subject: dinas, object: there, evidence });
const WORLD = [
  source,
  klojen,
  blimbing,
  dinas,
  media,
  here,
  there,
  award,
  won,
  hereIn,
  thereIn,
  owner,
  helper,
];

const IN_KLOJEN = { place: klojen.id };
const OF_DINAS = { agency: dinas.id };
const OF_MEDIA = { helix: 'MEDIA' } as const;

const correct = (what: string, { id }: { id: string }, input: string) =>
  `correct${what}(id: "${id}", input: ${input}, why: "x")`;
const claiming = (kind: string, role: string | null, subject: { id: string }, object: { id: string }) =>
  `createClaim(input: { kind: ${kind}, ${role === null ? '' : `role: "${role}",`} subject: "${subject.id}", object: "${object.id}",
     evidence: [{ source: "${source.id}" }] }, why: "x")`;
const judging = (left: { id: string }, right: { id: string }) =>
  `judge(left: "${left.id}", right: "${right.id}", verdict: POSITIVE, why: "x")`;

const send = (stage: Stage, mutation: string, user: User) =>
  ask<{ it: { change: { id: string } | null; proposal: { id: string } | null; userErrors: object[] } }>(
    stage.store,
    `mutation { it: ${mutation} { change { id } proposal { id } userErrors { code message } } }`,
    {},
    user,
  );

onEveryEngine((stage) => {
  describe('an edit across a limit is FORBIDDEN, for who writes and for who proposes:', () => {
    test.each<[string, Parameters<typeof editor>[0], string]>([
      ['an actor of another helix is given this one', OF_MEDIA, correct('Actor', dinas, '{ helix: MEDIA }')],
      ['an actor of this helix is given another', OF_MEDIA, correct('Actor', media, '{ helix: BUSINESS }')],
      ['what lies elsewhere is said to lie here', IN_KLOJEN, claiming('LOCATED_IN', null, there, klojen)],
      ['a place elsewhere is said to be a part', IN_KLOJEN, claiming('PART_OF', null, blimbing, klojen)],
      [
        'the claim is led to another record',
        IN_KLOJEN,
        correct('Claim', hereIn, `{ subject: "${there.id}" }`),
      ],
      ['the claim is led away', IN_KLOJEN, correct('Claim', hereIn, `{ object: "${blimbing.id}" }`)],
      [
        'a claim from elsewhere is led here',
        IN_KLOJEN,
        correct('Claim', thereIn, `{ object: "${klojen.id}" }`),
      ],
      ['its last place is retracted', IN_KLOJEN, `retractClaim(id: "${hereIn.id}", reason: "x")`],
      [
        'what others own is said to be owned',
        OF_DINAS,
        claiming('PARTICIPATION', 'IMPLEMENTING', dinas, there),
      ],
      ['who helps is made an owner', OF_DINAS, correct('Claim', helper, '{ role: "HOST" }')],
      ['its last owner is retracted', OF_DINAS, `retractClaim(id: "${owner.id}", reason: "x")`],
      ['another actor is made a unit', OF_DINAS, claiming('PART_OF', null, media, dinas)],
      ['an achievement is said to be won', OF_DINAS, claiming('CONFERRAL', 'RECIPIENT', won, dinas)],
      ['one is said to be received for it', OF_DINAS, claiming('CONFERRAL', 'ON_BEHALF_OF', won, dinas)],
      ['another actor is judged to be the same', OF_MEDIA, judging(dinas, media)],
    ])('%s', async (_title, limit, mutation) => {
      await stage.store.apply(changeSet(...WORLD));
      for (const user of [editor(limit), contributor(limit)]) {
        const { errors } = await send(stage, mutation, user);
        expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      }
      expect(await readChanges(stage.store)).toHaveLength(1);
      expect(await answer(stage.store, '{ proposals { totalCount } }', {}, editor())).toEqual({
        proposals: { totalCount: 0 },
      });
    });
  });

  describe('within a limit stay', () => {
    test.each<[string, Parameters<typeof editor>[0], string]>([
      ['a note on what lies here', IN_KLOJEN, correct('Initiative', here, '{ note: "x" }')],
      ['the claim that it lies here', IN_KLOJEN, `verifyClaim(id: "${hereIn.id}", why: "x")`],
      ['a second place of it', IN_KLOJEN, claiming('LOCATED_IN', null, here, blimbing)],
      ['a helper of what lies elsewhere', OF_DINAS, claiming('PARTICIPATION', 'FUNDING', dinas, there)],
      ['another owner of its own', OF_DINAS, claiming('PARTICIPATION', 'HOST', media, here)],
      ['an actor of the helix', OF_MEDIA, correct('Actor', media, '{ helix: MEDIA, note: "x" }')],
    ])('%s', async (_title, limit, mutation) => {
      await stage.store.apply(changeSet(...WORLD));
      const { data, errors } = await send(stage, mutation, editor(limit));
      expect(errors).toEqual([]);
      expect(data.it).toMatchObject({ change: { id: expect.any(String) }, userErrors: [] });
    });

    test('one of two places, retracted', async () => {
      const second = located('second', here, klojen);
      await stage.store.apply(changeSet(...WORLD, second));
      const { errors } = await send(
        stage,
        `retractClaim(id: "${second.id}", reason: "kembar")`,
        editor(IN_KLOJEN),
      );
      expect(errors).toEqual([]);
    });

    test('an edit that moves a record from one limit of the user into another', async () => {
      await stage.store.apply(changeSet(...WORLD));
      const user: User = {
        ...editor(),
        grants: [...editor(OF_MEDIA).grants, ...editor({ helix: 'BUSINESS' }).grants],
      };
      const { errors } = await send(stage, correct('Actor', media, '{ helix: BUSINESS }'), user);
      expect(errors).toEqual([]);
    });
  });

  test('what a file creates is judged by what the file says of it', async () => {
    await stage.store.apply(changeSet(...WORLD));
    const path = await filledTemplate({
      Usulan: [{ Usulan: 'Taman RW 03 (rekaan)', Kelurahan: klojen.name, OPD: dinas.name }],
    });
    const request = { path, name: 'usulan.xlsx', apply: true };
    await expect(importAs(editor({ place: blimbing.id }), stage.store, request)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const report = await importAs(editor(IN_KLOJEN), stage.store, request);
    expect(report).toMatchObject({ problems: [], changes: [expect.any(String)] });
  });

  test('what a change within the limit created can be taken back, and by whom', async () => {
    await stage.store.apply(changeSet(...WORLD));
    const park = anInitiative({ key: 'park', name: 'Taman Klojen (rekaan)' });
    const { id } = await stage.store.apply(changeSet(park, located('park', park, klojen)));
    const revert = `revert(change: "${id}", why: "keliru")`;

    expect((await send(stage, revert, editor({ place: blimbing.id }))).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await send(stage, revert, editor(IN_KLOJEN))).errors).toEqual([]);
  });

  describe('a reviewer', () => {
    const review = (id: string, verdicts: ReadonlyArray<readonly [number, object?]>, user: User) =>
      ask<{ it: { change: object | null; userErrors: object[] } }>(
        stage.store,
        `mutation ($id: ID!, $verdicts: [VerdictInput!]!) {
          it: reviewProposal(id: $id, verdicts: $verdicts) { change { id } userErrors { message } }
        }`,
        {
          id,
          verdicts: verdicts.map(([operation, changes]) => ({
            operation,
            accept: true,
            changes: changes === undefined ? null : JSON.stringify(changes),
          })),
        },
        user,
      );
    const propose = async (set: ChangeSet) => {
      await stage.store.apply(changeSet(...WORLD));
      const proposal = await stage.store.propose(async () => ({ ...set, account: contributor().id }));
      return proposal?.id ?? '';
    };
    const park = anInitiative({ key: 'park', name: 'Taman (rekaan)' });
    const parkIn = located('park', park, klojen);
    const noted = update({ ...media, note: 'x' });

    test.each<[string, ChangeSet, Parameters<typeof editor>[0], ReadonlyArray<readonly [number, object?]>]>([
      ['moves nothing out by `changes`', noted, OF_MEDIA, [[1, { helix: 'BUSINESS' }]]],
      ['moves nothing in by `changes`', update({ ...dinas, note: 'x' }), OF_MEDIA, [[1, { helix: 'MEDIA' }]]],
      ['accepts nothing that moves in', update({ ...dinas, helix: 'MEDIA' }), OF_MEDIA, [[1]]],
      ['leads no claim elsewhere', changeSet(park, parkIn), IN_KLOJEN, [[1], [2, { object: blimbing.id }]]],
      ['leads no claim to another record', changeSet(parkIn, park), IN_KLOJEN, [[1, { subject: there.id }]]],
      ['takes no record without what says that it lies here', changeSet(park, parkIn), IN_KLOJEN, [[1]]],
    ])('%s', async (_title, set, limit, verdicts) => {
      const id = await propose(set);
      expect((await review(id, verdicts, editor(limit))).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect(await readChanges(stage.store)).toHaveLength(1);

      expect((await review(id, verdicts, editor())).data.it.userErrors).toEqual([]);
    });

    test.each<[string, ChangeSet, Parameters<typeof editor>[0], ReadonlyArray<readonly [number, object?]>]>([
      ['mends what lies within', noted, OF_MEDIA, [[1, { note: 'y' }]]],
      ['takes a new record with its place', changeSet(park, parkIn), IN_KLOJEN, [[1, { note: 'y' }], [2]]],
    ])('%s', async (_title, set, limit, verdicts) => {
      const id = await propose(set);
      expect(await review(id, verdicts, editor(limit))).toMatchObject({
        errors: [],
        data: { it: { change: expect.anything(), userErrors: [] } },
      });
    });

    test.each([[{ helix: 7 }], [{ name: null, identifiers: 'x' }]])(
      'learns what is wrong with %j',
      async (changes) => {
        const id = await propose(noted);
        const { data, errors } = await review(id, [[1, changes]], editor(OF_MEDIA));
        expect(errors).toEqual([]);
        expect(data.it.userErrors).not.toEqual([]);
      },
    );
  });
});
