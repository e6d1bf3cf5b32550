import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeSet } from '../../src/domain/change-set.js';
import { JejakError } from '../../src/domain/errors.js';
import { changeId, judgementId } from '../../src/domain/ids.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { currentProjection } from '../../src/graphql/projection-cache.js';
import { readProjection } from '../../src/graphql/read-projection.js';
import { PROJECTED_KINDS } from '../../src/network/projection.js';
import { nodeOf, type Projection, stands } from '../../src/network/projection-tables.js';
import { NETWORK_MODES, viewOf } from '../../src/network/views.js';
import { membersByIds } from '../../src/store/cypher/identity.js';
import { recordPage } from '../../src/store/cypher/records.js';
import { reverting } from '../../src/store/plans.js';
import type { Store } from '../../src/store/port.js';
import { decodeRecord } from '../../src/store/rows.js';
import { createStore } from '../../src/store/store.js';
import { comparable } from '../network/projected.js';
import {
  aClaim,
  aJudgement,
  anActor,
  anInitiative,
  aPerson,
  aPlace,
  aSource,
  changeSet,
  together,
  update,
} from '../support/builders.js';
import { empty, onEveryEngine } from '../support/engines.js';

/**
 * The invariant: a projection that is kept up to date by the changes is the one that would be read anew, after each
 * change, and both are what the store says.
 */

const KEYS = ['satu', 'dua', 'tiga'] as const;
const office = (key: string, fields = {}) => anActor({ key, ...fields });
const person = (key: string) => aPerson({ key: `warga ${key}` });
const program = (key: string, fields = {}) => anInitiative({ key, ...fields });
const place = (key: string) => aPlace({ key });
const source = (key: string) => aSource({ key });
const WORLD = KEYS.flatMap((key) => [office(key), person(key), program(key), place(key), source(key)]);

const one = fc.constantFrom(...KEYS);
const dates = fc.constantFrom(null, '2019', '2020-06', '2021-02-03');
const said = fc.uniqueArray(one, { minLength: 1, maxLength: 3 }).map((keys) => ({
  evidence: keys.map((key) => ({ source: source(key) })),
}));
const state = fc.record({
  status: fc.constantFrom('ASSERTED', 'VERIFIED', 'DISPUTED', 'RETRACTED'),
  rank: fc.constantFrom('PREFERRED', 'NORMAL'),
  start: dates,
});
const ends = fc.oneof(
  fc
    .record({ subject: fc.oneof(one.map(office), one.map(person)), object: one.map(program) })
    .chain((both) =>
      fc.constantFrom('IMPLEMENTING', 'FUNDING').map((role) => ({ kind: 'PARTICIPATION', role, ...both })),
    ),
  fc.record({ subject: one.map(person), object: one.map(office) }).map((both) => ({
    kind: 'AFFILIATION',
    role: 'HEAD',
    ...both,
  })),
  fc
    .record({ subject: fc.oneof(one.map(office), one.map(program)), object: one.map(place) })
    .map((both) => ({ kind: 'LOCATED_IN', role: null, ...both })),
  fc
    .record({ of: fc.constantFrom(office, place), subject: one, object: one })
    .filter(({ subject, object }) => subject !== object)
    .map(({ of, subject, object }) => ({
      kind: 'PART_OF',
      role: null,
      subject: of(subject),
      object: of(object),
    })),
);
const claim = fc
  .tuple(fc.integer({ min: 1, max: 6 }), ends, state, said)
  .map(([number, ...parts]) =>
    aClaim({ key: `klaim ${number}`, ...(Object.assign({}, ...parts) as object) }),
  );
const judgement = fc
  .record({
    of: fc.constantFrom<(key: string) => JejakRecord>(office, person, program, place, source),
    left: one,
    right: one,
    verdict: fc.constantFrom('POSITIVE', 'POSITIVE', 'POSITIVE', 'NEGATIVE'),
    withdrawn: fc.boolean(),
  })
  .filter(({ left, right }) => left !== right)
  .map(({ of, ...fields }) => {
    const [left, right] = [of(fields.left), of(fields.right)];
    return aJudgement({ ...fields, id: judgementId(left.id, right.id), left, right });
  });
const correction = fc.oneof(
  fc
    .record({ name: one, helix: fc.constantFrom('MEDIA', 'FINANCE'), withdrawn: fc.boolean() })
    .chain((fields) => one.map((key) => office(key, fields))),
  fc
    .record({ name: one, end: dates, withdrawn: fc.boolean() })
    .chain(({ end, ...fields }) =>
      one.map((key) => program(key, { ...fields, end, endState: end === null ? 'ENDED_UNKNOWN' : 'KNOWN' })),
    ),
  fc.record({ withdrawn: fc.boolean() }).chain((fields) => one.map((key) => ({ ...place(key), ...fields }))),
  one.map((key) => office(`baru ${key}`)),
);

/** Records to write, or the change to take back, counted from the last one. */
const step = fc.oneof(
  {
    arbitrary: fc.array(fc.oneof({ arbitrary: claim, weight: 3 }, judgement, correction), {
      minLength: 1,
      maxLength: 4,
    }),
    weight: 4,
  },
  { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 1 },
);

onEveryEngine((stage) => {
  describe('the kept projection', () => {
    // A store of its own, because the projection is kept for each.
    let store: Store;
    beforeEach(() => {
      store = createStore(stage.engine);
    });

    test('is what would be read anew, and what the store says, after every change', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
          await empty(stage.engine);
          store = createStore(stage.engine);
          await store.apply(changeSet(...WORLD));
          const kept = await currentProjection(store);
          for (const each of steps) {
            await tried(store, each);
            expect(await currentProjection(store)).toBe(kept);
            const anew = await readProjection(store);
            expect(comparable(kept)).toEqual(comparable(anew));
            await expectStored(store, kept);
            for (const mode of NETWORK_MODES) {
              const filter = mode === 'HELIX_PAIR' ? ({ helixes: ['GOVERNMENT', 'COMMUNITY'] } as const) : {};
              expect(viewOf(kept, filter, mode)).toEqual(viewOf(anew, filter, mode));
            }
          }
        }),
        // A server takes a round trip for what the embedded engine does at once.
        { numRuns: stage.engine.name === 'grafeo' ? 40 : 8 },
      );
    });
  });
});

/** Writes what is given, or takes a change back; what is refused leaves everything as it was. */
async function tried(store: Store, given: readonly JejakRecord[] | number): Promise<void> {
  const refused = (error: unknown) => {
    if (!(error instanceof JejakError) || error.code === 'INTERNAL_SERVER_ERROR') throw error;
  };
  if (typeof given === 'number') {
    const { sequence } = await currentProjection(store);
    const attribution = { by: 'test', why: 'a test takes it back' };
    await store.change((now) => reverting(now, attribution, changeId(sequence - given))).catch(refused);
    return;
  }
  const distinct = [...new Map(given.map((record) => [record.id, record])).values()];
  const known = new Set((await everyRecord(store)).map(({ id }) => id));
  const set: ChangeSet = together(
    ...distinct.map((record) => (known.has(record.id) ? update(record) : changeSet(record))),
  );
  await store.apply(set).catch(refused);
}

/** All records of a small store, references as they lead now. */
async function everyRecord(store: Store): Promise<JejakRecord[]> {
  return (await store.read(recordPage, { after: '', limit: 10_000 })).map(decodeRecord);
}

/** Holds the claims and the standing records of the projection against what every other query sees. */
async function expectStored(store: Store, projection: Projection): Promise<void> {
  const { nodes, claims } = projection;
  const { canonical } = nodes.table.columns;
  const { columns } = claims.table;
  const idOf = (node: number | undefined) => nodes.ids[canonical[node ?? -1] ?? -1];
  const found = Array.from(claims.indexes, ([id, row]) => ({
    id,
    subject: idOf(columns.subjects[row]),
    object: idOf(columns.objects[row]),
    sources: sorted([columns.sources[row], ...(claims.furtherSources.get(row) ?? [])].map(idOf)),
  }));
  const stored = (await everyRecord(store))
    .filter((record) => record.type === 'claim')
    .filter(isShown)
    .map(({ id, subject, object, evidence }) => ({
      id,
      subject,
      object,
      sources: sorted(evidence.map(({ source: of }) => of)),
    }));
  expect(byId(found)).toEqual(byId(stored));
  for (const { id, canonical: into, withdrawn } of await store.read(membersByIds, { ids: nodes.ids })) {
    const node = nodeOf(projection, id);
    expect([id, idOf(node), stands(projection, node)]).toEqual([id, into ?? id, into === null && !withdrawn]);
  }
}

const isShown = ({ kind, status, subject }: Claim) =>
  status !== 'RETRACTED' &&
  PROJECTED_KINDS.some((held) => held === kind) &&
  (kind !== 'PART_OF' || subject.startsWith('p-'));
const sorted = (ids: ReadonlyArray<string | undefined>) => [...new Set(ids)].sort();
const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
