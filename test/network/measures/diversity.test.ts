import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MeasureInput } from '../../../src/network/measure.js';
import { DIVERSITY } from '../../../src/network/measures/diversity.js';
import { diversity, raoStirling } from '../../../src/network/measures/diversity-of-counts.js';
import { buildNetwork } from '../../../src/network/simple-network.js';
import { jsonOf, named } from './agreement.js';
import { differences, groupsOf, readFixture, vectorCases } from './group-vectors.js';

const [PROGRAMS, ACTORS] = ['programDiversity', 'organisationDiversity'].map((id) =>
  named(DIVERSITY, id),
) as [(typeof DIVERSITY)[number], (typeof DIVERSITY)[number]];
const hexa12 = vectorCases().find(({ name }) => name === 'hexa12') as ReturnType<typeof vectorCases>[number];
const distances = hexa12.expected.raoDistance?.value as Record<string, Record<string, number>>;

describe('agrees with the reference vectors', () => {
  it.each(DIVERSITY.map((measure) => ({ id: measure.id, measure })))('$id of hexa12', ({ id, measure }) => {
    const { value, tolerance = 0 } = hexa12.expected[id] ?? {};
    expect(differences(jsonOf(measure, hexa12.input, { distances }), value, tolerance)).toEqual([]);
  });

  const { diversity: cases, raoDistance } = readFixture('misc').measures;
  it.each(cases as Array<{ counts: number[]; value: object }>)('counts $counts', ({ counts, value }) => {
    const found = { ...diversity(counts), ...raoStirling(counts, raoDistance) };
    expect(differences(JSON.parse(JSON.stringify(found)), value, 1e-9)).toEqual([]);
  });
});

describe('of any counts', () => {
  const someCounts = fc
    .array(fc.nat(20), { minLength: 2, maxLength: 7 })
    .filter((counts) => counts.some((count) => count > 0));

  it('orders the Hill numbers from richness down to the inverse of the largest share', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const { hill0, hill1, hill2, hillInf, richness, bergerParker } = diversity(counts);
        expect(hill0).toBe(richness);
        for (const [more, less] of [
          [hill0, hill1],
          [hill1, hill2],
          [hill2, hillInf],
        ] as const)
          expect(more).toBeGreaterThanOrEqual(less - 1e-9);
        expect(hillInf * bergerParker).toBeCloseTo(1, 12);
      }),
    );
  });

  it('says that n equal kinds are as good as n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (kinds, each) => {
        const { hill0, hill1, hill2, hillInf, pielou } = diversity(new Array(kinds).fill(each));
        for (const hill of [hill0, hill1, hill2, hillInf]) expect(hill).toBeCloseTo(kinds, 9);
        if (kinds === 1) expect(pielou).toBeNaN();
        else expect(pielou).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is the chance that two differ, drawn with (Blau) and without (Gini–Simpson) putting back', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const things = counts.flatMap((count, kind) => new Array<number>(count).fill(kind));
        const differing = things.flatMap((a) => things.filter((b) => a !== b)).length;
        const { blau, giniSimpsonUnbiased, blauNormalisedK } = diversity(counts);
        expect(blau).toBeCloseTo(differing / things.length ** 2, 9);
        expect(blauNormalisedK).toBeCloseTo((blau * counts.length) / (counts.length - 1), 9);
        if (things.length > 1)
          expect(giniSimpsonUnbiased).toBeCloseTo(differing / (things.length * (things.length - 1)), 9);
        else expect(giniSimpsonUnbiased).toBeNaN();
      }),
    );
  });

  it("makes Rao's entropy of distances that are all 1 the same as Blau's index", () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const all = counts.map((_, i) => counts.map((__, j) => (i === j ? 0 : 1)));
        const { raoStirlingOrdered, raoStirlingUnordered } = raoStirling(counts, all);
        expect(raoStirlingOrdered).toBeCloseTo(diversity(counts).blau, 9);
        expect(raoStirlingUnordered).toBeCloseTo(raoStirlingOrdered / 2, 12);
      }),
    );
  });
});

it('gives no indexes of nothing, whether or not there could be kinds', () => {
  for (const counts of [[], [0], [0, 0]]) {
    const { total, richness, ...indexes } = diversity(counts);
    expect([total, richness]).toEqual([0, 0]);
    expect(Object.values(indexes).every(Number.isNaN)).toBe(true);
  }
});

describe('the measures', () => {
  it('leave Rao–Stirling out unless distances are given', () => {
    expect(jsonOf(ACTORS, hexa12.input)).not.toHaveProperty('raoStirlingOrdered');
    expect(jsonOf(PROGRAMS, hexa12.input)).not.toHaveProperty('P1.raoStirlingUnordered');
    expect(jsonOf(ACTORS, hexa12.input, { distances })).toHaveProperty('raoStirlingOrdered');
  });

  it('need two modes and groups', () => {
    for (const measure of DIVERSITY) {
      expect(measure.compute({ ...hexa12.input, groups: null }, {})).toBeNull();
      const network = { ...hexa12.input.network, modes: null };
      expect(measure.compute({ ...hexa12.input, network }, {})).toBeNull();
    }
  });

  it('list all six helixes in their order, spelled as those that occur, and count actors without one not at all', () => {
    const input = twoMode({ a: 'MEDIA', b: 'GOVERNMENT', c: undefined }, ['a P', 'b P', 'c P', 'c Q']);
    const programs = jsonOf(PROGRAMS, input) as Record<string, { counts: object; total: number }>;
    expect(Object.keys(programs)).toEqual(['P', 'Q']);
    expect(Object.entries(programs.P?.counts ?? {})).toEqual([
      ['GOVERNMENT', 1],
      ['COMMUNITY', 0],
      ['ACADEMIA', 0],
      ['BUSINESS', 0],
      ['MEDIA', 1],
      ['FINANCE', 0],
    ]);
    expect(programs).toMatchObject({ P: { total: 2, blauNormalisedK: 0.6 }, Q: { total: 0, blau: null } });
  });

  it('list other groups by name, and only those that occur', () => {
    const input = twoMode({ a: 'utara', b: 'Mr. Hi', c: 'media' }, ['a P', 'b P']);
    expect(jsonOf(PROGRAMS, input)).toMatchObject({
      P: { counts: { 'Mr. Hi': 1, media: 0, utara: 1 }, blauNormalisedK: 0.75 },
    });
    expect(jsonOf(ACTORS, input)).toMatchObject({ counts: { 'Mr. Hi': 1, media: 1, utara: 1 }, total: 3 });
  });

  it('count an actor once, whatever the weight of its tie', () => {
    expect(jsonOf(PROGRAMS, twoMode({ a: 'media', b: 'finance' }, ['a P', 'a P', 'b P']))).toMatchObject({
      P: { total: 2, counts: { media: 1, finance: 1 } },
    });
  });
});

describe('distances', () => {
  const refusals = (change: (table: Record<string, Record<string, unknown>>) => void) => {
    const table = structuredClone(distances);
    change(table);
    const parsed = PROGRAMS.parameters.safeParse({ distances: table });
    return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(', ')}: ${message}`);
  };

  it('are taken as the vectors have them', () => expect(refusals(() => {})).toEqual([]));

  it.each([
    ['media', 'finance', 'far', ['is not a number; write how far the two are apart, from 0 to 1']],
    ['media', 'finance', 1.5, ['is not from 0 to 1; write how far the two are apart on that scale']],
    ['media', 'finance', -0.1, ['is not from 0 to 1; write how far the two are apart on that scale']],
    ['media', 'finance', 0.8, ['differs from 0.75 in finance, media; write the same number in both']],
    ['media', 'finance', undefined, ['is not a number; write how far the two are apart, from 0 to 1']],
    ['media', 'media', 0.1, ['is not 0; a group is at no distance from itself, write 0']],
    ['media', 'press', 0.1, ['has no counterpart in press, media; write the same number there']],
  ])('name the cell %s, %s when %p stands there', (row, column, value, messages) => {
    const found = refusals((table) => {
      (table[row] as Record<string, unknown>)[column] = value;
    });
    expect(found).toEqual(
      expect.arrayContaining(messages.map((message) => `distances, ${row}, ${column}: ${message}`)),
    );
  });

  it('name the cell that is missing', () => {
    const found = refusals((table) => {
      delete table.media?.finance;
    });
    expect(found).toContain(
      'distances, media, finance: is missing; write how far the two are apart, from 0 to 1',
    );
  });

  it('name the groups that lack a row', () => {
    const { media, ...rest } = distances;
    const others = Object.fromEntries(
      Object.entries(rest).map(([row, { media: _, ...cells }]) => [row, cells]),
    );
    expect(media).toBeDefined();
    expect(() => jsonOf(PROGRAMS, hexa12.input, { distances: others })).toThrow(
      'distances, media: "nothing"; write how far it is from each of government, community, academia, business, media, finance',
    );
  });

  it('are refused with other parameters beside them', () => {
    expect(PROGRAMS.parameters.safeParse({ distance: distances }).success).toBe(false);
  });
});

/** Actors with their group, and ties `actor initiative`. */
function twoMode(actors: Record<string, string | undefined>, ties: readonly string[]): MeasureInput {
  const pairs = ties.map((tie) => tie.split(' ') as [string, string]);
  const { network } = buildNetwork({
    ids: [...Object.keys(actors), ...pairs.map(([, initiative]) => initiative)],
    ties: pairs.map(([actor, initiative]) => [actor, initiative, 1] as const),
    modeOf: (id) => (id in actors ? 0 : 1),
  });
  return { network, groups: groupsOf(network.ids, (id) => actors[id]), numbers: {}, intervals: null };
}
