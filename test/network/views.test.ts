import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgementId } from '../../src/domain/ids.js';
import {
  ACTOR_KINDS,
  CLAIM_RANKS,
  CLAIM_STATUSES,
  END_STATES,
  HELIXES,
  INITIATIVE_KINDS,
} from '../../src/domain/kinds.js';
import { periodConflict } from '../../src/domain/periods.js';
import type { JejakRecord, Place } from '../../src/domain/records.js';
import { update } from '../../src/network/projection.js';
import { ACTOR, INITIATIVE, tieCount, tiesOf } from '../../src/network/simple-network.js';
import type { NetworkFilter } from '../../src/network/view-filter.js';
import {
  type Dropped,
  NETWORK_MODES,
  type NetworkMode,
  type NetworkView,
  viewOf,
} from '../../src/network/views.js';
import { aClaim, aJudgement, anActor, anInitiative, aPerson, aPlace, aSource } from '../support/builders.js';
import { changeOf, projectionOf } from './projected.js';
import { expectedView } from './view-oracle.js';

const [city, campus, bank] = [
  anActor({ key: 'city', name: 'Pemkot (rekaan)' }),
  anActor({ key: 'campus', helix: 'ACADEMIA' }),
  anActor({ key: 'bank', helix: 'FINANCE' }),
];
const [program, event] = [
  anInitiative({ key: 'program', name: 'Kampung Tangguh (rekaan)' }),
  anInitiative({ key: 'event', kind: 'EVENT', start: '2017-12-05', end: '2017-12-05', endState: 'KNOWN' }),
];
const takesPart = (subject: { id: string }, object: { id: string }, fields: object = {}) =>
  aClaim({ key: JSON.stringify([subject.id, object.id, fields]), subject, object, ...fields });
const located = (subject: { id: string }, object: { id: string }) =>
  aClaim({ key: `${subject.id} in ${object.id}`, kind: 'LOCATED_IN', role: null, subject, object });
const within = (subject: { id: string }, object: { id: string }) =>
  aClaim({ key: `${subject.id} within ${object.id}`, kind: 'PART_OF', role: null, subject, object });

/** Ids of the nodes, and ties as ids with their weight and claims. */
function seen({ network, rowCounts }: NetworkView) {
  const counts = rowCounts === null ? null : tieRows({ ...network, weights: Float64Array.from(rowCounts) });
  const ties = Array.from(tiesOf(network), ([from, to, weight], index) => [
    network.ids[from],
    network.ids[to],
    weight,
    counts?.[index] ?? null,
  ]);
  return { ids: network.ids, ties };
}
const tieRows = (network: NetworkView['network']) => Array.from(tiesOf(network), ([, , rows]) => rows);
const idsOf = (...records: ReadonlyArray<{ readonly id: string }>) => records.map(({ id }) => id).sort();
const NOTHING: Dropped['claims'] = {
  STATUS: 0,
  RANK: 0,
  ROLE: 0,
  SOURCE: 0,
  ACTOR: 0,
  PERSON: 0,
  INITIATIVE: 0,
  PLACE: 0,
  PERIOD: 0,
};

describe('a two-mode view', () => {
  test('ties actors to the initiatives in which they take part, and names them', () => {
    const view = viewOf(projectionOf(city, program, takesPart(city, program)), {}, 'TWO_MODE');
    expect(seen(view)).toEqual({ ids: [city.id, program.id], ties: [[city.id, program.id, 1, 1]] });
    expect([...(view.network.modes ?? [])]).toEqual([ACTOR, INITIATIVE]);
    expect(view.labels).toEqual(['Pemkot (rekaan)', 'Kampung Tangguh (rekaan)']);
    expect(view.input.groups).toEqual({ categories: HELIXES, of: Int32Array.of(0, -1) });
    expect(view.stamp).toBe(3);
  });

  test('counts a tie once, however many claims say so, and tells how many', () => {
    const roles = ['FUNDING', 'HOST', 'PARTNER'].map((role) => takesPart(city, program, { role }));
    const view = viewOf(projectionOf(city, program, ...roles), {}, 'TWO_MODE');
    expect(seen(view).ties).toEqual([[city.id, program.id, 1, 3]]);
    expect(view.dropped).toEqual({
      recorded: 3,
      claims: NOTHING,
      parallelsMerged: 2,
      withinHelix: 0,
      undated: 3,
    });
  });

  test('keeps those who match and have no tie, and nobody else', () => {
    const claims = [takesPart(city, program), takesPart(bank, program)];
    const projection = projectionOf(city, campus, bank, program, event, ...claims);
    const view = viewOf(projection, { helixes: ['GOVERNMENT', 'ACADEMIA'] }, 'TWO_MODE');
    expect(seen(view)).toEqual({
      ids: idsOf(city, campus, program, event),
      ties: [[city.id, program.id, 1, 1]],
    });
    expect(view.dropped.claims).toEqual({ ...NOTHING, ACTOR: 1 });
  });

  test('drops each claim for the first reason, in their order', () => {
    const deprecated = { rank: 'DEPRECATED', role: 'HOST', status: 'DISPUTED' } as const;
    const claims = [
      takesPart(city, program),
      takesPart(city, event, deprecated),
      takesPart(city, program, { rank: 'DEPRECATED', role: 'HOST' }),
      takesPart(bank, program, { role: 'HOST' }),
      takesPart(bank, program, { evidence: [{ source: aSource({ key: 'other' }) }] }),
      takesPart(bank, program),
    ];
    const view = viewOf(
      projectionOf(city, bank, program, event, aSource(), ...claims),
      {
        statuses: ['ASSERTED'],
        ranks: ['NORMAL'],
        roles: ['IMPLEMENTING'],
        sources: [aSource().id],
        helixes: ['GOVERNMENT'],
      },
      'TWO_MODE',
    );
    expect(view.dropped.claims).toEqual({ ...NOTHING, STATUS: 1, RANK: 1, ROLE: 1, SOURCE: 1, ACTOR: 1 });
    expect(tieCount(view.network)).toBe(1);
  });

  test('shows merged records as the one that stands, and adds up what is said of them', () => {
    const twin = anActor({ key: 'twin', helix: 'MEDIA' });
    const records = [city, twin, program, takesPart(city, program), takesPart(twin, program)];
    const projection = projectionOf(...records, aJudgement({ left: twin, right: city }));
    const view = viewOf(projection, {}, 'TWO_MODE');
    expect(seen(view)).toEqual({ ids: [city.id, program.id], ties: [[city.id, program.id, 1, 2]] });
    expect(viewOf(projection, { helixes: ['MEDIA'] }, 'TWO_MODE').network.ids).toEqual([program.id]);
  });

  test('of a place has what lies there or below, and whoever takes part in it, from wherever', () => {
    const [kota, kecamatan, kelurahan, elsewhere] = ['kota', 'kecamatan', 'kelurahan', 'elsewhere'].map(
      (key) => aPlace({ key }),
    ) as [Place, Place, Place, Place];
    const places = [
      within(kelurahan, kecamatan),
      within(kecamatan, kota),
      located(program, kelurahan),
      located(event, elsewhere),
      located(city, elsewhere),
      located(campus, kota),
    ];
    const ties = [takesPart(city, program), takesPart(campus, event), takesPart(bank, event)];
    const records = [
      city,
      campus,
      bank,
      program,
      event,
      kota,
      kecamatan,
      kelurahan,
      elsewhere,
      ...places,
      ...ties,
    ];
    const view = viewOf(projectionOf(...records), { place: kota.id }, 'TWO_MODE');
    expect(seen(view)).toEqual({
      ids: idsOf(city, campus, program),
      ties: [[city.id, program.id, 1, 1]],
    });
    expect(view.dropped.claims).toEqual({ ...NOTHING, PLACE: 2 });
  });

  test('of a period has what its dates do not rule out, an event being over when it is over', () => {
    const since = takesPart(city, program, { at: '2019' });
    const projection = projectionOf(city, campus, program, event, since, takesPart(campus, event));
    const tiesIn = (period: NetworkFilter['period']) =>
      seen(viewOf(projection, period === undefined ? {} : { period }, 'TWO_MODE')).ties.map(([, to]) => to);
    expect(tiesIn({ to: '2017-12-04' })).toEqual([]);
    expect(tiesIn({ from: '2017-12', to: '2017-12' })).toEqual([event.id]);
    expect(tiesIn({ from: '2017-12-06' })).toEqual([program.id]);
    expect(tiesIn({ from: '2018', to: '2018' })).toEqual([]);
    expect(tiesIn({ from: '2019-12-31' })).toEqual([program.id]);
  });

  test('asks for today where something ended, nobody knows when', () => {
    const ended = takesPart(city, program, { start: '2019', endState: 'ENDED_UNKNOWN' });
    const projection = projectionOf(city, program, ended);
    const ties = (filter: NetworkFilter) => tieCount(viewOf(projection, filter, 'TWO_MODE').network);
    expect(ties({ period: { from: '2024' } })).toBe(1);
    expect(ties({ period: { from: '2024' }, today: '2024-01-01' })).toBe(0);
    expect(ties({ period: { from: '2023' }, today: '2024-01-01' })).toBe(1);
  });

  test('is over with its initiative, on the day that is known best, and never before it began', () => {
    const over = anInitiative({ key: 'over', endState: 'ENDED_UNKNOWN' });
    const until = (end: string) => ({ start: '2019', end, endState: 'KNOWN' });
    const ties = (...[fields, object, from]: [object, { id: string }, string]) => {
      const projection = projectionOf(city, program, over, event, takesPart(city, object, fields));
      const filter = { period: { from }, today: '2024-01-01' };
      return tieCount(viewOf(projection, filter, 'TWO_MODE').network);
    };
    expect([ties({}, over, '2023'), ties({}, over, '2024')]).toEqual([1, 0]);
    expect([ties(until('2020'), over, '2020'), ties(until('2020'), over, '2021')]).toEqual([1, 0]);
    expect([ties({ at: '2020' }, event, '2018'), ties({ at: '2017' }, event, '2018')]).toEqual([1, 0]);
  });

  test('rests on a source also by the record that was merged into it', () => {
    const [here, there] = [aSource(), aSource({ key: 'there' })];
    const tie = takesPart(city, program, { evidence: [{ source: there }] });
    const projection = projectionOf(
      city,
      program,
      here,
      there,
      tie,
      aJudgement({ left: here, right: there }),
    );
    const ties = (sources: string[]) => tieCount(viewOf(projection, { sources }, 'TWO_MODE').network);
    expect([ties([here.id]), ties([there.id]), ties(['s-nowhere']), ties([])]).toEqual([1, 1, 0, 0]);
  });

  test('has an interval, in years, for every claim that is dated', () => {
    const claims = [
      takesPart(city, program, { start: '2019-05', end: '2021', endState: 'KNOWN' }),
      takesPart(city, program, { at: '2023' }),
      takesPart(city, program),
      takesPart(city, event, { endState: 'ENDED_UNKNOWN' }),
    ];
    const { network, input, dropped } = viewOf(projectionOf(city, program, event, ...claims), {}, 'TWO_MODE');
    const named = input.intervals?.map(({ actor, initiative, start, end }) => [
      network.ids[actor],
      network.ids[initiative],
      start,
      end,
    ]);
    expect(named?.sort()).toEqual(
      [
        [city.id, program.id, 2019, 2021],
        [city.id, program.id, 2023, null],
        [city.id, event.id, 2017, 2017],
      ].sort(),
    );
    expect(dropped.undated).toBe(1);
  });

  test('stays as it is when the projection moves on', () => {
    const projection = projectionOf(city, program, takesPart(city, program));
    const view = viewOf(projection, {}, 'TWO_MODE');
    const before = structuredClone(view);
    update(projection, [changeOf(4, { created: [bank, takesPart(bank, program)], updated: [event] })]);
    expect(view).toEqual(before);
    expect(viewOf(projection, {}, 'TWO_MODE').stamp).toBe(4);
  });
});

describe('a one-mode view', () => {
  const claims = [city, campus, bank].flatMap((actor) => [
    takesPart(actor, program),
    takesPart(actor, event),
  ]);
  const other = anActor({ key: 'other office' });
  const projection = projectionOf(
    city,
    campus,
    bank,
    other,
    program,
    event,
    ...claims,
    takesPart(other, event),
  );

  test('ties actors by how many initiatives they share', () => {
    const { network, input, rowCounts } = viewOf(projection, {}, 'ACTORS');
    expect([network.modes, input.intervals, rowCounts]).toEqual([null, null, null]);
    expect(Array.from(tiesOf(network), ([, , weight]) => weight).sort()).toEqual([1, 1, 1, 2, 2, 2]);
    expect(Array.from(input.groups?.of ?? []).sort()).toEqual([0, 0, 2, 5]);
  });

  test('ties initiatives by how many actors they share, and knows of no groups', () => {
    const view = viewOf(projection, {}, 'INITIATIVES');
    expect(seen(view).ties).toEqual([[...idsOf(program, event), 3, null]]);
    expect(view.input.groups).toBeNull();
  });

  test('of one helix against another leaves out the ties within one', () => {
    const view = viewOf(projection, { helixes: ['GOVERNMENT', 'ACADEMIA'] }, 'HELIX_PAIR');
    expect(view.network.ids).toEqual(idsOf(city, other, campus));
    expect(new Set(seen(view).ties.map(([from, to, weight]) => `${[from, to].sort()} ${weight}`))).toEqual(
      new Set([`${idsOf(city, campus)} 2`, `${idsOf(other, campus)} 1`]),
    );
    expect(view.dropped.withinHelix).toBe(1);
  });

  test('ties organizations by the people who belong to both', () => {
    const people = ['a', 'b'].map((key) => aPerson({ key }));
    const posts = [
      ...people.flatMap((subject) => [city, campus].map((object) => ({ subject, object }))),
      { subject: people[0] as JejakRecord, object: bank },
    ].map((both) => aClaim({ key: JSON.stringify(both), kind: 'AFFILIATION', role: 'MEMBER', ...both }));
    const view = viewOf(projectionOf(city, campus, bank, other, ...people, ...posts), {}, 'ORGANIZATIONS');
    expect(view.network.ids).toEqual(idsOf(city, campus, bank, other));
    expect(new Set(seen(view).ties.map(([from, to, weight]) => `${[from, to].sort()} ${weight}`))).toEqual(
      new Set([`${idsOf(city, campus)} 2`, `${idsOf(city, bank)} 1`, `${idsOf(campus, bank)} 1`]),
    );
  });
});

describe('a filter is refused', () => {
  const projection = projectionOf(city, aPlace({ key: 'gone', withdrawn: true }));
  test.each<[NetworkFilter, NetworkMode, RegExp]>([
    [{ roles: ['OWNER'] }, 'TWO_MODE', /roles: "OWNER"; write one of FUNDING, /],
    [{ period: { from: '2021-13' } }, 'TWO_MODE', /period, from: "2021-13"; write 2021-12-31/],
    [{ period: { from: '2022', to: '2021' } }, 'ACTORS', /period: 2022 after 2021; exchange the two/],
    [{ place: 'p-nowhere' }, 'ACTORS', /place: "p-nowhere"; give the id of a place/],
    [{ place: city.id }, 'ACTORS', /give the id of a place/],
    [{ place: aPlace({ key: 'gone' }).id }, 'ACTORS', /give the id of a place/],
    [{}, 'HELIX_PAIR', /helixes: "\[\]"; name two of GOVERNMENT, COMMUNITY/],
    [{ helixes: ['MEDIA', 'MEDIA'] }, 'HELIX_PAIR', /name two of/],
  ])('%j in %s', (filter, mode, message) => {
    expect(() => viewOf(projection, filter, mode)).toThrow(message);
  });
});

describe('whatever is recorded and asked for', () => {
  const one = fc.constantFrom('a', 'b', 'c');
  const dates = fc.constantFrom(null, '2019', '2020-06', '2021-02-03');
  const periods = fc
    .record({ start: dates, end: dates, at: dates, endState: fc.constantFrom(...END_STATES) })
    .map((period) => (period.end === null ? period : { ...period, endState: 'KNOWN' as const }))
    .filter((period) => periodConflict(period) === null);
  const [KEYS, withdrawn] = [['a', 'b', 'c'], fc.constantFrom(false, false, false, true)];
  const each = <T>(make: (key: string) => fc.Arbitrary<T>) => fc.tuple(...KEYS.map(make));
  const actors = each((key) =>
    fc
      .record({
        kind: fc.constantFrom('ORGANIZATION', 'ORGANIZATION', 'COHORT'),
        helix: fc.constantFrom(...HELIXES.slice(0, 3)),
        withdrawn,
      })
      .map((fields) => anActor({ key, ...(fields as object) })),
  );
  const initiatives = each((key) =>
    fc
      .tuple(fc.constantFrom(...INITIATIVE_KINDS.slice(0, 2)), periods)
      .map(([kind, period]) => anInitiative({ key, kind, ...period })),
  );
  const fixed = KEYS.flatMap((key) => [aPerson({ key: `person ${key}` }), aPlace({ key }), aSource({ key })]);
  const joins = fc.oneof(
    {
      arbitrary: fc.record({
        kind: fc.constant('PARTICIPATION'),
        role: fc.constantFrom('HOST', 'FUNDING'),
        subject: one.map((key) => anActor({ key })),
        object: one.map((key) => anInitiative({ key })),
      }),
      weight: 3,
    },
    fc.record({
      kind: fc.constant('AFFILIATION'),
      role: fc.constantFrom('HEAD', 'STAFF'),
      subject: one.map((key) => aPerson({ key: `person ${key}` })),
      object: one.map((key) => anActor({ key })),
    }),
    fc.record({
      kind: fc.constant('LOCATED_IN'),
      role: fc.constant(null),
      subject: fc.oneof(
        one.map((key) => anActor({ key })),
        one.map((key) => anInitiative({ key })),
      ),
      object: one.map((key) => aPlace({ key })),
    }),
    fc.record({
      kind: fc.constant('PART_OF'),
      role: fc.constant(null),
      subject: one.map((key) => aPlace({ key })),
      object: one.map((key) => aPlace({ key })),
    }),
  );
  const claims = fc
    .tuple(
      joins,
      periods,
      fc.record({
        status: fc.constantFrom('ASSERTED', ...CLAIM_STATUSES),
        rank: fc.constantFrom(...CLAIM_RANKS),
        evidence: fc
          .uniqueArray(one, { minLength: 1 })
          .map((keys) => keys.map((key) => ({ source: aSource({ key }) }))),
      }),
    )
    .map((parts) => ({ ...Object.assign({}, ...parts) }) as object);
  const worlds = fc
    .tuple(actors, initiatives, fc.array(claims, { minLength: 6, maxLength: 20 }))
    .map(([offices, programs, said]): JejakRecord[] => [
      ...offices,
      ...programs,
      ...fixed,
      ...said.map((fields, index) => aClaim({ key: `claim ${index}`, ...fields })),
    ]);
  const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ arbitrary: fc.constant(undefined), weight: 2 }, { arbitrary, weight: 1 });
  const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
  const filters = fc
    .record({
      helixes: optional(some(HELIXES.slice(0, 3))),
      actorKinds: optional(some(ACTOR_KINDS)),
      initiativeKinds: optional(some(INITIATIVE_KINDS.slice(0, 2))),
      roles: optional(some(['HOST', 'FUNDING', 'HEAD'])),
      statuses: optional(some(CLAIM_STATUSES)),
      ranks: optional(some(CLAIM_RANKS)),
      sources: optional(some(['a', 'b', 'c'].map((key) => aSource({ key }).id))),
      place: optional(one.map((key) => aPlace({ key }).id)),
      period: optional(
        fc.constantFrom({ from: '2020' }, { to: '2020-12' }, { from: '2019-06', to: '2020-05' }),
      ),
      today: optional(fc.constantFrom('2020-01-01', '2021-01-01')),
    })
    .map(
      (filter) =>
        Object.fromEntries(
          Object.entries(filter).filter(([, value]) => value !== undefined),
        ) as NetworkFilter,
    );
  const [a, b] = [{ key: 'a' }, { key: 'b' }];
  const doubles = [
    [anActor(a), anActor(b)],
    [anActor({ key: 'c' }), aPerson({ key: 'person a' })],
    [anInitiative(a), anInitiative(b)],
    [aPlace(a), aPlace(b)],
    [aSource(a), aSource(b)],
  ];
  const merges = fc.subarray(doubles, { maxLength: 3 });

  test('a view is what the definition says', () => {
    fc.assert(
      fc.property(
        worlds,
        filters,
        fc.constantFrom(...NETWORK_MODES),
        merges,
        (world, asked, mode, merged) => {
          const filter: NetworkFilter =
            mode === 'HELIX_PAIR' ? { ...asked, helixes: ['GOVERNMENT', 'COMMUNITY'] } : asked;
          // Records are as old as they come in the list: of two that are one, the earlier stands.
          const both = merged.map((ends) => ends.map(({ id }) => id) as [string, string]);
          const judgements = both.map(([left, right]) =>
            aJudgement({ id: judgementId(left, right), left, right }),
          );
          const view = viewOf(projectionOf(...world, ...judgements), filter, mode);
          const stands = new Map(both.map(([left, right]) => [right, left]));
          expect(seen(view)).toEqual(expectedView(world, stands, filter, mode));
          const { recorded, claims: out, parallelsMerged } = view.dropped;
          const dropped = Object.values(out).reduce((sum, count) => sum + count, 0);
          if (mode === 'TWO_MODE') expect(dropped + parallelsMerged + tieCount(view.network)).toBe(recorded);
        },
      ),
      { numRuns: 500 },
    );
  });
});
