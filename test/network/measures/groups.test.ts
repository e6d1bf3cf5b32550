import { expect, it } from '@jest/globals';
import { composedGroups, sortedGroups } from '../../../src/network/measures/groups.js';

const groups = (categories: string[], ...of: number[]) => ({ categories, of: Int32Array.from(of) });

it('sorts the groups that have members and follows them', () => {
  expect(sortedGroups(groups(['z', 'unused', 'a'], 2, 0, -1, 2))).toEqual(groups(['a', 'z'], 0, 1, -1, 0));
});

it('makes compositions of all six helixes when groups are helixes', () => {
  const six = ['government', 'community', 'academia', 'business', 'media', 'finance'];
  expect(composedGroups(groups(['media', 'government'], 0, 1, -1))).toEqual(groups(six, 4, 0, -1));
  const upper = six.map((name) => name.toUpperCase());
  expect(composedGroups(groups(['FINANCE'], 0))).toEqual(groups(upper, 5));
});

it('makes one of two spellings of a helix', () => {
  expect(composedGroups(groups(['Media', 'MEDIA'], 0, 1)).of).toEqual(Int32Array.of(4, 4));
});

it('makes compositions of other groups as they are', () => {
  expect(composedGroups(groups(['west', 'media'], 0, 1))).toEqual(groups(['media', 'west'], 1, 0));
  expect(composedGroups(groups([], -1))).toEqual(groups([], -1));
});
