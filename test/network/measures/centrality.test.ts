import { describe, expect, it } from '@jest/globals';
import { valueAsJson } from '../../../src/network/measure.js';
import { BETWEENNESS } from '../../../src/network/measures/betweenness.js';
import { CLOSENESS } from '../../../src/network/measures/closeness.js';
import { CLUSTERING } from '../../../src/network/measures/clustering.js';
import { COHESION } from '../../../src/network/measures/cohesion.js';
import { DEGREES } from '../../../src/network/measures/degrees.js';
import { DIRECTED } from '../../../src/network/measures/directed.js';
import { SPECTRAL } from '../../../src/network/measures/spectral.js';
import { differences, vectorCases } from './group-vectors.js';

/** Centrality and structure against the reference values of test/fixtures/network. */

const MEASURES = [
  ...DEGREES,
  ...BETWEENNESS,
  ...CLOSENESS,
  ...SPECTRAL,
  ...COHESION,
  ...CLUSTERING,
  ...DIRECTED,
];

const cases = vectorCases().flatMap(({ name, form, input, expected }) =>
  MEASURES.filter(({ forms }) => forms.includes(form)).map((measure) => ({
    name: `${measure.id} of ${name}`,
    measure,
    input,
    expected: expected[measure.id] ?? null,
  })),
);

describe('agrees with the reference vectors', () => {
  it('has them all', () => {
    expect(MEASURES.length).toBe(30);
    expect(cases.filter(({ expected }) => expected !== null).length).toBe(354);
    expect(cases.filter(({ expected }) => expected === null).length).toBe(14);
  });

  it.each(cases)('$name', ({ measure, input, expected }) => {
    const value = measure.compute(input, measure.parameters.parse({}));
    // What the vectors leave out has no value at all.
    if (expected === null || value === null) expect(value).toBe(expected);
    else
      expect(differences(valueAsJson(input.network, value), expected.value, expected.tolerance)).toEqual([]);
  });
});
