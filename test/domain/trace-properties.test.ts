import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDates, compareText, type Span, spanOf } from '../../src/domain/dates.js';
import { CLAIM_STATUSES } from '../../src/domain/kinds.js';
import { holdsDuring, storyDate } from '../../src/domain/periods.js';
import type { Claim, JejakRecord } from '../../src/domain/records.js';
import { RELATIONS } from '../../src/domain/relations.js';
import { type TraceOptions, type TraceStep, trace } from '../../src/domain/trace.js';
import { days, tracings, type World, worlds } from './worlds.js';

/** Half of the worlds tell nothing from their root. */
const RUNS = 1000;
const tell = ({ root, claims, records }: World, options: TraceOptions) =>
  trace(root, claims, records, options);
const idsOf = (steps: readonly TraceStep[]) => steps.map(({ claim }) => claim.id);
const check = (property: (world: World, options: TraceOptions) => void) =>
  fc.assert(fc.property(worlds, tracings, property), { numRuns: RUNS });

describe('a trace', () => {
  test('tells each claim once, from one of its members to an end of it, from where it has been', () => {
    check((world, options) => {
      const { steps } = tell(world, options);
      expect(new Set(idsOf(steps)).size).toBe(steps.length);
      const depths = new Map([[world.root.id, 0]]);
      for (const { depth, claim, from, to } of steps) {
        expect([claim.subject, claim.object, ...claim.parties]).toContain(from.id);
        expect([claim.subject, claim.object].filter((id) => id !== from.id)).toContain(to.id);
        expect(depth).toBeLessThanOrEqual(options.depth);
        expect(depths.get(from.id)).toBeLessThan(depth);
        expect(to.id).not.toBe(world.root.id);
        if (!depths.has(to.id)) depths.set(to.id, depth);
      }
    });
  });

  test('is ordered by depth, then date with the unknown last, then id', () => {
    check((world, options) => {
      const { steps } = tell(world, options);
      const inOrder = steps.toSorted(
        (a, b) =>
          a.depth - b.depth ||
          compareDates(storyDate(a.claim), storyDate(b.claim)) ||
          compareText(a.claim.id, b.claim.id),
      );
      expect(idsOf(steps)).toEqual(idsOf(inOrder));
    });
  });

  test('is the same whatever the order of the claims and records, and however often a claim is given', () => {
    const shuffled = worlds.chain((world) =>
      fc.record({
        world: fc.constant(world),
        claims: fc.shuffledSubarray([...world.claims, ...world.claims], {
          minLength: 2 * world.claims.length,
        }),
        records: fc.shuffledSubarray([...world.records], { minLength: world.records.size }),
      }),
    );
    fc.assert(
      fc.property(shuffled, tracings, ({ world, claims, records }, options) => {
        expect(tell({ root: world.root, claims, records: new Map(records) }, options)).toEqual(
          tell(world, options),
        );
      }),
    );
  });

  test('of one hop more begins with the trace of one hop less', () => {
    check((world, options) => {
      const deeper = tell(world, { ...options, depth: options.depth + 1 });
      expect(deeper.steps.filter(({ depth }) => depth <= options.depth)).toEqual(tell(world, options).steps);
    });
  });

  test('as of a later day tells at least what it told as of an earlier one', () => {
    fc.assert(
      fc.property(worlds, tracings, days, days, (world, options, one, other) => {
        const [earlier, later] = [one, other]
          .sort()
          .map((asOf) => new Set(idsOf(tell(world, { ...options, asOf: asOf ?? null }).steps)));
        const always = new Set(idsOf(tell(world, { ...options, asOf: null }).steps));
        expect([...(earlier ?? [])].filter((id) => !later?.has(id))).toEqual([]);
        expect([...(later ?? [])].filter((id) => !always.has(id))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('with more statuses tells at least what it told with fewer, and only claims of these', () => {
    fc.assert(
      fc.property(worlds, tracings, fc.subarray([...CLAIM_STATUSES]), (world, options, statuses) => {
        const { steps } = tell(world, { ...options, statuses });
        for (const { claim } of steps) expect(statuses).toContain(claim.status);
        const all = new Set(idsOf(tell(world, { ...options, statuses: CLAIM_STATUSES }).steps));
        expect(idsOf(steps).filter((id) => !all.has(id))).toEqual([]);
      }),
    );
  });

  test('tells what lies on some walk by the rules, at the place where the shortest has it', () => {
    check((world, options) => {
      const told = tell(world, options).steps.map(({ claim, depth }) => `${claim.id} ${depth}`);
      expect(told.sort()).toEqual(Array.from(onWalks(world, options), (entry) => entry.join(' ')).sort());
    });
  });

  test('names whom it met, and all sources of its steps', () => {
    check((world, options) => {
      const { actors, sources, steps, gaps, root } = tell(world, options);
      const met = new Set([root, ...steps.flatMap(({ from, to, parties }) => [from, to, ...parties])]);
      expect(new Set<JejakRecord>(actors)).toEqual(new Set([...met].filter(({ type }) => type === 'actor')));
      expect(new Set(sources)).toEqual(
        new Set(steps.flatMap(({ claim }) => claim.evidence.map(({ source }) => source))),
      );
      const absent = gaps.flatMap(({ kind, helix }) => (kind === 'HELIX_ABSENT' ? [helix] : []));
      expect(absent.filter((helix) => actors.some((actor) => actor.helix === helix))).toEqual([]);
      for (const { step, node } of gaps) {
        if (step) expect(steps).toContain(step);
        if (node) expect(met).toContain(node);
      }
    });
  });
});

/**
 * The claims on all walks of at most so many hops, each with the least place at which it stands on one. Walks may pass
 * a claim and a record again and again; this takes long, and knows nothing of what has been reached.
 */
function onWalks({ root, claims, records }: World, options: TraceOptions): Map<string, number> {
  const recordOf = (id: string) => records.get(id) as JejakRecord;
  const begunBy = (claim: Claim, asOf: string | null) => {
    const own = claim.start ?? claim.at;
    const dates = own === null ? [claim.subject, claim.object].map((id) => firstDate(recordOf(id))) : [own];
    return asOf === null || dates.every((date) => date === null || (spanOf(date) as Span).earliest <= asOf);
  };
  const usable = claims.filter(
    (claim) => options.statuses.includes(claim.status) && begunBy(claim, options.asOf),
  );
  const least = new Map<string, number>();
  const walk = (at: JejakRecord, day: Span | null, hops: number) => {
    if (hops === options.depth) return;
    for (const claim of usable) {
      const side = sideOf(claim, at.id);
      const rules = RELATIONS[claim.kind].trace[options.direction === 'BEHIND' ? 'behind' : 'ahead'];
      const leads = rules.some(
        ({ from, rootOnly, roles, entry, onDay }) =>
          from === side &&
          (!rootOnly || hops === 0) &&
          (!roles || roles.includes(claim.role ?? '')) &&
          (!entry || entry.includes(at.type)) &&
          (!onDay || (day !== null && holdsDuring(claim, day))),
      );
      const to = recordOf(side === 'subject' ? claim.object : claim.subject);
      if (!leads || to.id === root.id) continue;
      least.set(claim.id, Math.min(hops + 1, least.get(claim.id) ?? Number.POSITIVE_INFINITY));
      const date = storyDate(claim) ?? ownDate(at);
      walk(to, at.type === 'actor' ? day : date === null ? null : spanOf(date), hops + 1);
    }
  };
  walk(root, null, 0);
  return least;
}

const sideOf = ({ subject, object, parties }: Claim, id: string) => {
  if (subject === id) return 'subject';
  if (object === id) return 'object';
  return parties.includes(id) ? 'party' : null;
};

const ownDate = (record: JejakRecord) =>
  record.type === 'achievement' ? record.date : record.type === 'initiative' ? storyDate(record) : null;
const firstDate = (record: JejakRecord) =>
  record.type === 'achievement'
    ? record.date
    : record.type === 'initiative'
      ? (record.start ?? record.at)
      : null;
