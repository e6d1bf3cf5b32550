import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { componentsOf, type JudgementLink } from '../../src/domain/identity-components.js';

const judge = (
  id: string,
  left: string,
  right: string,
  verdict: JudgementLink['verdict'] = 'POSITIVE',
  withdrawn = false,
): JudgementLink => ({ id, left, right, verdict, withdrawn });
const created = new Map(Object.entries({ a: 5, b: 2, c: 2, d: 1, e: 9 }));
const membersOf = (judgements: readonly JudgementLink[]) =>
  componentsOf(judgements, created).components.map(({ members }) => members.join(''));

describe('componentsOf', () => {
  it('joins what positive judgements join, one after the other', () => {
    const { components, canonicalOf } = componentsOf([judge('1', 'a', 'b'), judge('2', 'c', 'b')], created);
    expect(components).toEqual([{ canonical: 'b', members: ['a', 'b', 'c'] }]);
    expect([...canonicalOf].sort()).toEqual([
      ['a', 'b'],
      ['b', 'b'],
      ['c', 'b'],
    ]);
  });

  it('takes the record created first as the canonical one, of several the smallest id', () => {
    expect(componentsOf([judge('1', 'a', 'd')], created).canonicalOf.get('a')).toBe('d');
    expect(componentsOf([judge('1', 'c', 'b')], created).canonicalOf.get('c')).toBe('b');
    expect(componentsOf([judge('1', 'unknown', 'e')], created).canonicalOf.get('unknown')).toBe('e');
  });

  it('joins nothing by a judgement that is negative, unsure, withdrawn, or of a record with itself', () => {
    const none = [
      judge('1', 'a', 'b', 'NEGATIVE'),
      judge('2', 'a', 'b', 'UNSURE'),
      judge('3', 'a', 'b', 'POSITIVE', true),
      judge('4', 'a', 'a'),
    ];
    expect(componentsOf(none, created)).toEqual({ components: [], canonicalOf: new Map(), conflicts: [] });
  });

  it('names each negative judgement that the positive ones contradict, with a shortest chain', () => {
    const judgements = [
      judge('1', 'a', 'b'),
      judge('2', 'b', 'c'),
      judge('3', 'c', 'd'),
      judge('4', 'a', 'c'),
      judge('5', 'd', 'a', 'NEGATIVE'),
      judge('6', 'd', 'e', 'NEGATIVE'),
      judge('7', 'b', 'a', 'NEGATIVE', true),
    ];
    expect(componentsOf(judgements, created).conflicts).toEqual([{ negative: '5', path: ['3', '4'] }]);
  });

  it('counts a record that is judged not to be itself as a conflict without a chain', () => {
    expect(componentsOf([judge('1', 'a', 'a', 'NEGATIVE')], created).conflicts).toEqual([
      { negative: '1', path: [] },
    ]);
  });

  it('leaves the list it is given as it is', () => {
    const judgements = [judge('2', 'a', 'b'), judge('1', 'b', 'c')];
    componentsOf(judgements, created);
    expect(judgements.map(({ id }) => id)).toEqual(['2', '1']);
  });
});

describe('any judgements', () => {
  const record = fc.constantFrom(...'abcdefgh');
  const list = fc
    .array(
      fc.record({
        left: record,
        right: record,
        verdict: fc.constantFrom('POSITIVE' as const, 'NEGATIVE' as const, 'UNSURE' as const),
        withdrawn: fc.boolean(),
      }),
      { maxLength: 14 },
    )
    .map((links) => links.map((link, at) => ({ ...link, id: `j${String(at).padStart(2, '0')}` })));

  it('give the same whatever their order', () => {
    const shuffled = list.chain((links) =>
      fc.tuple(fc.constant(links), fc.shuffledSubarray(links, { minLength: links.length })),
    );
    fc.assert(
      fc.property(shuffled, ([links, other]) => {
        const [one, two] = [componentsOf(links, created), componentsOf(other, created)];
        expect(two.components).toEqual(one.components);
        expect(two.conflicts).toEqual(one.conflicts);
      }),
    );
  });

  it('give what they gave before, once one more is withdrawn', () => {
    fc.assert(
      fc.property(list, record, record, (links, left, right) => {
        const more = judge('zz', left, right);
        const undone = { ...more, withdrawn: true };
        expect(componentsOf([...links, undone], created)).toEqual(componentsOf(links, created));
      }),
    );
  });

  it('change nothing when said twice', () => {
    fc.assert(
      fc.property(list, (links) => {
        const twice = [...links, ...links.map((link) => ({ ...link, id: `${link.id}-again` }))];
        expect(membersOf(twice)).toEqual(membersOf(links));
      }),
    );
  });

  it('join two records exactly when a chain does, and prove each conflict by a chain that holds', () => {
    fc.assert(
      fc.property(list, (links) => {
        const live = links.filter(({ verdict, withdrawn }) => verdict === 'POSITIVE' && !withdrawn);
        const { canonicalOf, conflicts } = componentsOf(links, created);
        for (const from of 'abcdefgh')
          for (const to of 'abcdefgh') {
            const one = (canonicalOf.get(from) ?? from) === (canonicalOf.get(to) ?? to);
            expect(one).toBe(reach(live, from).has(to));
          }
        for (const { negative, path } of conflicts) {
          const { left, right } = links.find(({ id }) => id === negative) as JudgementLink;
          expect(
            reach(
              live.filter(({ id }) => path.includes(id)),
              left,
            ),
          ).toContain(right);
          expect(
            reach(
              live.filter(({ id }) => path.slice(1).includes(id)),
              left,
            ).has(right),
          ).toBe(left === right);
        }
        const contradicted = links.filter(
          ({ verdict, withdrawn, left, right }) =>
            verdict === 'NEGATIVE' && !withdrawn && reach(live, left).has(right),
        );
        expect(conflicts.map(({ negative }) => negative)).toEqual(contradicted.map(({ id }) => id));
      }),
    );
  });
});

/** All records that can be reached, by adding neighbours until nothing is new. */
function reach(links: readonly JudgementLink[], from: string): Set<string> {
  const found = new Set([from]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { left, right } of links) {
      if (found.has(left)) found.add(right);
      if (found.has(right)) found.add(left);
    }
  }
  return found;
}
