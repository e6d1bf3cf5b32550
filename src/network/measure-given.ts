import type { GivenNetwork } from './given.js';
import { type Json, type Measure, type MeasureInput, type NetworkForm, valueAsJson } from './measure.js';
import { nodesOfMode, projectOn } from './project.js';
import { measuresFor } from './registry.js';
import { ACTOR } from './simple-network.js';

/** One-mode measures of a two-mode network are of its actors, and are named so. */
export const PROJECTION_PREFIX = 'orgProjection.';

/** A network that measures of one form run on, and what their names begin with. */
interface Ground {
  readonly form: NetworkForm;
  readonly prefix: string;
  readonly input: MeasureInput;
}

/**
 * Every measure that a given network allows (or those that `wanted` names, with or without the prefix), with its usual
 * parameters or those given for it, by name. Those that the network has no input for are left out.
 */
export function measureGiven(
  given: GivenNetwork,
  wanted: (name: string) => boolean,
  parametersOf: (measure: Measure) => unknown,
): Record<string, Json> {
  const values: Array<[string, Json]> = [];
  for (const { form, prefix, input } of groundsOf(given))
    for (const measure of measuresFor(input)) {
      const name = prefix + measure.id;
      if (!measure.forms.includes(form) || !(wanted(name) || wanted(measure.id))) continue;
      const value = measure.compute(input, parametersOf(measure));
      if (value !== null) values.push([name, valueAsJson(input.network, value)]);
    }
  return Object.fromEntries(values);
}

/** The names that `measureGiven` may give for a network. */
export function namesFor(given: GivenNetwork): string[] {
  return groundsOf(given).flatMap(({ form, prefix, input }) =>
    measuresFor(input)
      .filter(({ forms }) => forms.includes(form))
      .map(({ id }) => prefix + id),
  );
}

function groundsOf({ input, directed }: GivenNetwork): Ground[] {
  const whole: Ground =
    input.network.modes === null
      ? { form: 'ONE_MODE', prefix: '', input }
      : { form: 'TWO_MODE', prefix: '', input };
  return [
    whole,
    ...(input.network.modes === null
      ? []
      : [{ form: 'ONE_MODE' as const, prefix: PROJECTION_PREFIX, input: projectedInput(input) }]),
    ...(directed === null ? [] : [{ form: 'DIRECTED' as const, prefix: '', input: directed }]),
  ];
}

/** The actors of a two-mode network, tied by the number of initiatives that they share. */
function projectedInput({ network, groups, numbers }: MeasureInput): MeasureInput {
  const actors = nodesOfMode(network, ACTOR);
  const ofActors = Object.entries(numbers).map(([name, values]): [string, Float64Array] => [
    name,
    Float64Array.from(actors, (node) => values[node] ?? Number.NaN),
  ]);
  return {
    network: projectOn(network, ACTOR),
    groups:
      groups === null ? null : { ...groups, of: Int32Array.from(actors, (node) => groups.of[node] ?? -1) },
    numbers: Object.fromEntries(
      ofActors.filter(([, values]) => values.some((value) => !Number.isNaN(value))),
    ),
    intervals: null,
  };
}
