import { describe, expect, it } from '@jest/globals';
import { type Measure, type MeasureInput, valueAsJson } from '../../../src/network/measure.js';
import { differences, vectorCases } from './group-vectors.js';

/** What a measure gives as JSON with its parameters as given, by default none; fails when the input lacks what it needs. */
export function jsonOf(measure: Measure, input: MeasureInput, parameters: unknown = {}): unknown {
  const value = measure.compute(input, measure.parameters.parse(parameters));
  if (value === null) throw new Error(`${measure.id}: the input lacks something`);
  return JSON.parse(JSON.stringify(valueAsJson(input.network, value)));
}

/** One test for each vector of these measures, in each file and form; so many of them, lest a file be missed. */
export function describeAgreement(measures: readonly Measure[], count: number): void {
  const found = vectorCases().flatMap(({ name, form, input, expected }) =>
    measures
      .filter(({ id, forms }) => forms.includes(form) && expected[id] !== undefined)
      .map((measure) => ({ name, id: measure.id, measure, input, ...expected[measure.id] })),
  );
  describe('agrees with the reference vectors', () => {
    it(`of which there are ${count}`, () => expect(found.length).toBe(count));
    it.each(found)('$id of $name', ({ measure, input, value, tolerance = 0 }) =>
      expect(differences(jsonOf(measure, input), value, tolerance)).toEqual([]),
    );
  });
}

/** The measure of that id among these. */
export function named(measures: readonly Measure[], id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`no measure ${id}`);
  return found;
}
