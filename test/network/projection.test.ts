import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgementId } from '../../src/domain/ids.js';
import type { JejakRecord } from '../../src/domain/records.js';
import { type LoadedRecord, load, update } from '../../src/network/projection.js';
import { emptyProjection, nodeOf, type Projection, stands } from '../../src/network/projection-tables.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anInitiative,
  anIssue,
  aPerson,
  aPlace,
  aSource,
} from '../support/builders.js';
import { changeOf, comparable, projectionOf } from './projected.js';

const [first, second, third] = ['first', 'second', 'third'].map((key) => anActor({ key })) as [
  ReturnType<typeof anActor>,
  ReturnType<typeof anActor>,
  ReturnType<typeof anActor>,
];
const same = (left: { id: string }, right: { id: string }, fields: object = {}) =>
  aJudgement({ id: judgementId(left.id, right.id), left, right, ...fields });

/** Which record stands for the one, by id. */
const standing = (projection: Projection, { id }: { readonly id: string }) =>
  projection.nodes.ids[projection.nodes.table.columns.canonical[nodeOf(projection, id)] ?? -1];

describe('a projection', () => {
  test('of nothing has no rows', () => {
    expect(comparable(emptyProjection(0))).toMatchObject({ sequence: 0, nodes: [], claims: [], rows: 0 });
  });

  test('holds who takes part, who belongs where, and what lies where; nothing else', () => {
    const ends = { object: aPlace(), role: null } as const;
    const held = [
      aClaim({ key: 'takes part' }),
      aClaim({ key: 'post', kind: 'AFFILIATION', role: 'HEAD', subject: aPerson(), object: anActor() }),
      aClaim({ key: 'actor lies', kind: 'LOCATED_IN', subject: anActor(), ...ends }),
      aClaim({ key: 'place lies', kind: 'PART_OF', subject: aPlace({ key: 'within' }), ...ends }),
    ];
    const not = [
      aClaim({ key: 'issue lies', kind: 'LOCATED_IN', subject: anIssue(), ...ends }),
      aClaim({ key: 'unit', kind: 'PART_OF', role: null, subject: first, object: second }),
      aClaim({ key: 'deal', kind: 'AGREEMENT', role: null, subject: first, object: second }),
      aClaim({ key: 'taken back', status: 'RETRACTED' }),
    ];
    const { claims } = projectionOf(...held, ...not);
    expect([...claims.indexes.keys()].sort()).toEqual(held.map(({ id }) => id).sort());
  });

  test('keeps each source once, however many places in it say so', () => {
    const sources = ['one', 'other'].map((key) => aSource({ key }));
    const evidence = [...sources, ...sources].map((source, n) => ({ source, locator: `paragraf ${n}` }));
    const said = aClaim({ evidence });
    const [claim] = comparable(projectionOf(said)).claims;
    expect(claim?.sources).toEqual(sources.map(({ id }) => id).sort());

    const projection = projectionOf(said);
    update(projection, [changeOf(2, { updated: [aClaim()] })]);
    expect(comparable(projection).claims[0]?.sources).toEqual([aSource().id]);
    expect(projection.claims.furtherSources.size).toBe(0);
  });

  test('knows records that a claim names before they are there', () => {
    const projection = projectionOf(aClaim());
    expect(stands(projection, nodeOf(projection, anActor().id))).toBe(false);
    update(projection, [changeOf(2, { created: [anActor()] })]);
    expect(stands(projection, nodeOf(projection, anActor().id))).toBe(true);
  });

  test('gives the row of a retracted claim to the next one', () => {
    const projection = projectionOf(anActor(), anInitiative(), aClaim());
    update(projection, [
      changeOf(4, { updated: [aClaim({ status: 'RETRACTED' })] }),
      changeOf(5, { created: [aClaim({ key: 'next' })] }),
    ]);
    expect([...projection.claims.indexes]).toEqual([[aClaim({ key: 'next' }).id, 0]]);
    expect(projection.claims.table.length).toBe(1);
  });
});

describe('an update', () => {
  test('takes what was withdrawn out, and up again', () => {
    const projection = projectionOf(first);
    const before = comparable(projection);
    update(projection, [changeOf(2, { updated: [{ ...first, withdrawn: true }] })]);
    expect(comparable(projection).nodes).toEqual([]);
    update(projection, [changeOf(3, { updated: [first] })]);
    expect(comparable(projection)).toEqual({ ...before, sequence: 3 });
  });

  test('lets the record that was created first stand for those judged to be the same, and leads back', () => {
    const projection = projectionOf(first, second, third);
    update(projection, [changeOf(4, { created: [same(third, second), same(second, first)] })]);
    expect([first, second, third].map((each) => standing(projection, each))).toEqual(Array(3).fill(first.id));
    update(projection, [changeOf(5, { updated: [same(second, first, { withdrawn: true })] })]);
    expect([first, second, third].map((each) => standing(projection, each))).toEqual([
      first.id,
      second.id,
      second.id,
    ]);
    update(projection, [changeOf(6, { updated: [same(third, second, { verdict: 'NEGATIVE' })] })]);
    expect(standing(projection, third)).toBe(third.id);
  });

  test('merges records of the change itself, by their ids when they are of one age', () => {
    const projection = emptyProjection(0);
    const [low, high] = [first, second].sort((a, b) => (a.id < b.id ? -1 : 1));
    update(projection, [changeOf(1, { created: [same(first, second), first, second] })]);
    expect([first, second].map((each) => standing(projection, each))).toEqual([low?.id, low?.id]);
    expect(stands(projection, nodeOf(projection, high?.id ?? ''))).toBe(false);
  });

  test('leaves out judgements on records that tie nothing here', () => {
    const projection = emptyProjection(0);
    const issues = ['one', 'other'].map((key) => anIssue({ key })) as [JejakRecord, JejakRecord];
    update(projection, [changeOf(1, { created: [...issues, same(...issues)] })]);
    expect([projection.judgements.links.size, projection.nodes.indexes.size]).toEqual([0, 0]);
  });

  test('refuses a change that is not the next one, and has taken in those before it', () => {
    const projection = projectionOf(first);
    const changes = [changeOf(2, { created: [second] }), changeOf(4, { created: [third] })];
    expect(() => update(projection, changes)).toThrow('change 4 where 3 is the next');
    expect([projection.sequence, nodeOf(projection, third.id)]).toEqual([2, -1]);
    expect(() => update(projection, [changeOf(2, { created: [second] })])).toThrow(RangeError);
  });

  test('makes whole what was loaded while it was written, in part or not', () => {
    const records: JejakRecord[] = [
      anActor(),
      anInitiative(),
      aSource(),
      aClaim(),
      first,
      same(anActor(), first),
    ];
    const later = [
      changeOf(7, { updated: [aClaim({ role: 'FUNDING' })], created: [second] }),
      changeOf(8, { created: [same(second, first)], updated: [same(anActor(), first, { withdrawn: true })] }),
      changeOf(9, { updated: [aClaim({ status: 'RETRACTED' }), { ...first, name: 'Dinas Lain' }] }),
    ];
    const whole = projectionOf(...records);
    update(whole, later);
    const written = later.flatMap(({ sequence, operations }) =>
      operations.map(({ before, after }) => ({ after, created: before === null ? sequence : 1 })),
    );
    fc.assert(
      fc.property(fc.subarray(written), (seen) => {
        const torn = projectionOf(...records);
        const known = (id: string) => records.findIndex((record) => record.id === id) + 1;
        load(
          torn,
          seen.map(
            ({ after, created }) => ({ ...after, created: known(after.id) || created }) as LoadedRecord,
          ),
        );
        update(torn, later);
        expect(comparable(torn)).toEqual(comparable(whole));
      }),
    );
  });
});
