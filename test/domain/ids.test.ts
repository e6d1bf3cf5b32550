import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeId, changeSequence, idOf, newId, typeOfId } from '../../src/domain/ids.js';
import { RECORD_TYPES } from '../../src/domain/kinds.js';

const types = fc.constantFrom(...RECORD_TYPES);
const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\\') }),
);

describe('the id of a dataset record', () => {
  test('is the same everywhere and for ever', () => {
    // Written down: a dump restored by another version must find these records again.
    expect(idOf('actor', 'jejak:malang', 'kota')).toBe('a-0d1p29ff2brntbxmmxbh');
    expect(idOf('claim', 'jejak:malang', 'kota')).toBe('c-gqebm91xfq454g7kn1hm');
  });

  test('follows from type, scheme and key alone', () => {
    fc.assert(
      fc.property(types, texts, texts, (type, scheme, key) => {
        expect(idOf(type, scheme, key)).toBe(idOf(type, scheme, key));
      }),
    );
  });

  test('differs when any of the three differs, wherever one ends and the next begins', () => {
    expect(idOf('actor', 'ab', 'c')).not.toBe(idOf('actor', 'a', 'bc'));
    expect(idOf('actor', 'a","b', 'c')).not.toBe(idOf('actor', 'a', 'b","c'));
    fc.assert(
      fc.property(
        types,
        texts,
        texts,
        types,
        texts,
        texts,
        (type, scheme, key, otherType, otherScheme, otherKey) => {
          const same = type === otherType && scheme === otherScheme && key === otherKey;
          expect(idOf(type, scheme, key) === idOf(otherType, otherScheme, otherKey)).toBe(same);
        },
      ),
    );
  });

  test('is safe in a URL, and names its type', () => {
    fc.assert(
      fc.property(types, texts, texts, (type, scheme, key) => {
        const id = idOf(type, scheme, key);
        expect(encodeURIComponent(id)).toBe(id);
        expect(id).toMatch(/^[a-z]-[0-9a-hjkmnp-tv-z]{20}$/);
        expect(typeOfId(id)).toBe(type);
      }),
    );
  });
});

test('every type of record has a prefix of its own', () => {
  const prefixes = [...RECORD_TYPES.map((type) => newId(type)), changeId(1)].map((id) => id[0]);

  expect(new Set(prefixes).size).toBe(RECORD_TYPES.length + 1);
});

test('fresh ids are all different, and name their type', () => {
  const ids = Array.from({ length: 1000 }, () => newId('claim'));

  expect(new Set(ids).size).toBe(1000);
  expect(new Set(ids.map(typeOfId))).toEqual(new Set(['claim']));
});

describe('the id of a change', () => {
  test('gives its sequence number back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (sequence) => {
        expect(changeSequence(changeId(sequence))).toBe(sequence);
        expect(typeOfId(changeId(sequence))).toBe('change');
      }),
    );
  });

  test('stands in the order of the changes', () => {
    expect([changeId(10), changeId(9), changeId(100)].sort()).toEqual([
      changeId(9),
      changeId(10),
      changeId(100),
    ]);
  });

  test.each([
    ['', 'nothing'],
    ['g-1', 'too short'],
    ['g-000000000000000000001', 'too long'],
    ['g-99999999999999999999', 'past the numbers that are exact'],
    ['g-0000000000000000000x', 'a letter'],
    ['a-00000000000000000001', 'an actor'],
    [' g-00000000000000000001', 'a space before'],
    ['g-00000000000000000001\n', 'a line break after'],
  ])('is not %j: %s', (text) => {
    expect(changeSequence(text)).toBeNull();
  });
});

describe('a text that is no id of ours', () => {
  test.each([
    '',
    'a',
    'a-',
    'a-0123456789abcdefghj',
    'a-0123456789abcdefghjkm',
    'A-0123456789abcdefghjk',
    'a-0123456789ABCDEFGHJK',
    'a-0123456789abcdefghji',
    'b-0123456789abcdefghjk',
    'aa-0123456789abcdefghjk',
    'a_0123456789abcdefghjk',
    'a-0123456789abcdefghjk\n',
    ' a-0123456789abcdefghjk',
    '__proto__',
    'constructor',
  ])('%j names no type', (text) => {
    expect(typeOfId(text)).toBeNull();
  });

  test('whatever it is, asking does no harm', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(typeOfId(text)).toBeNull();
        expect(changeSequence(text)).toBeNull();
      }),
    );
  });
});
