import { describe, expect, it } from '@jest/globals';
import { gramsOf, queryGrams } from '../../src/store/search-text.js';

describe('grams', () => {
  const shared = (query: string, text: string) => {
    const indexed = new Set(gramsOf([text]).split(' '));
    return queryGrams(query)
      .split(' ')
      .filter((gram) => indexed.has(gram)).length;
  };

  it.each([
    ['sawojajr', 'Sawojajar'],
    ['sawo jajar', 'Sawojajar'],
    ['smartcity', 'Smart City'],
    ['si', 'Singo'],
    ['boedi', 'Budi'],
    ['ncc', 'NCC'],
  ])('%j shares some with %j', (query, text) => expect(shared(query, text)).toBeGreaterThan(0));

  it('holds neighbours as one word', () =>
    expect(gramsOf(['Malang Smart City']).split(' ')).toEqual(
      expect.arrayContaining(['wmalangsmart', 'wsmartcity']),
    ));

  it('holds an identifier whole, however it is punctuated', () => {
    const indexed = gramsOf([], ['35.73.03.1008']).split(' ');
    for (const query of ['35.73.03.1008', '3573031008', '35 73 03 1008'])
      expect(queryGrams(query).split(' ')).toContain('i3573031008');
    expect(indexed).toContain('i3573031008');
  });

  it('has nothing to look for without letters or digits', () => expect(queryGrams(' -- ')).toBe(''));
});
