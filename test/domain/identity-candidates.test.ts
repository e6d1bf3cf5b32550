import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AUTOMATIC, compareRecords, type Identifiable, prepare, SHOWN } from '../../src/domain/identity.js';
import { blockKeys } from '../../src/domain/identity-blocks.js';
import { candidateFinder, candidatesAmong, candidatesFor } from '../../src/domain/identity-candidates.js';
import { HELD_OUT, TUNING } from '../fixtures/identity-pairs.js';
import { Malang } from '../seeds/malang.js';
import { identifiable, recordsOf } from '../support/identity.js';

const TYPES = ['actor', 'initiative', 'achievement', 'award', 'issue', 'place'] as const;
const PAIRS = [...TUNING, ...HELD_OUT];
const RECORDS = PAIRS.map(recordsOf);
const pairOf = ({ left, right }: { left: string; right: string }) => `${left} ${right}`;
const school = (id: string, name: string) =>
  identifiable({ id, name, kind: 'ORGANIZATION', helix: 'ACADEMIA' });

const SCHOOLS = [
  school('a', 'SD Negeri 1 Sawojajar'),
  school('b', 'SDN Sawojajar 1'),
  school('c', 'SD Negeri 11 Sawojajar'),
  school('d', 'SDN Sawojajar I'),
  school('e', 'Universitas Brawijaya'),
  school('f', 'UB'),
];
const FOUND = ['a b', 'a d', 'b d', 'e f'];

describe('candidatesAmong', () => {
  it('finds the pairs, best first, of equal ones by their ids', () => {
    const found = candidatesAmong(SCHOOLS);
    expect(found.map(pairOf).sort()).toEqual(FOUND);
    const scores = found.map(({ match }) => match.score);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
    const ties = found.filter(({ match }) => match.score === scores[0]).map(pairOf);
    expect(ties).toEqual([...ties].sort());
  });

  it('gives each pair the match that comparing the two gives', () => {
    const byId = new Map(SCHOOLS.map((record) => [record.id, record]));
    for (const { left, right, match } of candidatesAmong(SCHOOLS))
      expect(match).toEqual(compareRecords(byId.get(left) as Identifiable, byId.get(right) as Identifiable));
  });

  it('leaves out what somebody has judged, whatever the verdict and the side', () => {
    const judgements = [
      { left: 'b', right: 'a', verdict: 'NEGATIVE' as const },
      { left: 'a', right: 'd', verdict: 'UNSURE' as const },
      { left: 'e', right: 'f', verdict: 'POSITIVE' as const },
    ];
    expect(candidatesAmong(SCHOOLS, { judgements }).map(pairOf)).toEqual(['b d']);
  });

  it('gives the best so many when asked', () => {
    expect(candidatesAmong(SCHOOLS, { limit: 2 })).toEqual(candidatesAmong(SCHOOLS).slice(0, 2));
    expect(candidatesAmong(SCHOOLS, { limit: 0 })).toEqual([]);
  });

  it('finds nothing among none, or one', () => {
    expect(candidatesAmong([])).toEqual([]);
    expect(candidatesAmong(SCHOOLS.slice(0, 1))).toEqual([]);
  });

  it('does not depend on the order of the records', () => {
    const some = RECORDS.slice(0, 60).flat();
    const expected = candidatesAmong(some);
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(candidatesAmong(shuffled)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  it('compares a bounded number of pairs among many records of one name', () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      school(`s${String(at).padStart(3, '0')}`, 'SD Katolik Mawar'),
    );
    const found = candidatesAmong(many);
    expect(found.length).toBeGreaterThan(300);
    expect(found.length).toBeLessThanOrEqual(300 * 20);
    // Each is still joined to the next, so that one component holds them all.
    const pairs = new Set(found.map(pairOf));
    for (const [at, { id }] of many.slice(1).entries()) expect(pairs).toContain(`${many[at]?.id} ${id}`);
  });
});

describe('blocks', () => {
  it('lose no pair of the labelled set that is the same', () => {
    const lost = PAIRS.filter(({ same }, at) => {
      const [left = new Set<string>(), right] = (RECORDS[at] ?? []).map((record) =>
        blockKeys(prepare(record)),
      );
      return same && ![...left].some((key) => right?.has(key));
    });
    expect(lost.map(({ left, right }) => [left.name, right.name])).toEqual([]);
  });

  it('lose none that is shown, also when all records of the set stand in one list', () => {
    const found = new Set(candidatesAmong(RECORDS.flat()).map(pairOf));
    const lost = PAIRS.filter((pair, at) => {
      const [left, right] = recordsOf(pair, at);
      return pair.same && compareRecords(left, right).score >= SHOWN && !found.has(`${left.id} ${right.id}`);
    });
    expect(lost.map(({ left, right }) => [left.name, right.name])).toEqual([]);
  });

  it('keep types apart', () => {
    const [actor, place] = [school('a', 'Klojen'), identifiable({ id: 'b', name: 'Klojen', type: 'place' })];
    expect(candidatesAmong([actor, place])).toEqual([]);
  });
});

describe('candidatesFor', () => {
  it('finds for one new record what it may be, itself on the left', () => {
    const found = candidatesFor(school('new', 'SD Negeri Sawojajar 01'), SCHOOLS);
    expect(found.map(pairOf)).toEqual(['new a', 'new b', 'new d']);
  });

  it('does not find the record itself, nor what was judged', () => {
    const judgements = [{ left: 'd', right: 'a', verdict: 'NEGATIVE' as const }];
    expect(candidatesFor(school('a', 'SDN 1 Sawojajar'), SCHOOLS, { judgements }).map(pairOf)).toEqual([
      'a b',
    ]);
    expect(candidatesFor(school('a', 'SDN 1 Sawojajar'), SCHOOLS, { limit: 1 }).map(pairOf)).toEqual(['a b']);
  });

  it('finds nothing for a record like no other', () => {
    expect(candidatesFor(school('new', 'Hotel Pelangi'), SCHOOLS)).toEqual([]);
    expect(candidatesFor(school('new', 'Hotel Pelangi'), [])).toEqual([]);
  });

  it('finds, row by row, what the pairs of the labelled set find', () => {
    const find = candidateFinder(RECORDS.map(([, right]) => right));
    for (const [left, right] of RECORDS) {
      const { score } = compareRecords(left, right);
      const row = find(left).map((candidate) => candidate.right);
      if (score >= SHOWN) expect(row).toContain(right.id);
      else expect(row).not.toContain(right.id);
    }
  });
});

describe('the Malang dataset', () => {
  it('has no record twice, and none is taken for certain', async () => {
    const malang = await Malang.read();
    const claims = malang.all('claim');
    const joined = (id: string) =>
      claims.flatMap(({ subject, object, parties }) =>
        [subject, object, ...parties].includes(id) ? [subject, object, ...parties] : [],
      );
    const records = TYPES.flatMap((type) =>
      malang.all(type).map((record) => identifiable({ ...record, type, joined: joined(record.id) })),
    );
    expect(records.length).toBeGreaterThan(150);
    const certain = candidatesAmong(records).filter(({ match }) => match.score >= AUTOMATIC);
    expect(certain.map(({ match }) => match.reasons[0]?.text.id)).toEqual([]);
  });
});
