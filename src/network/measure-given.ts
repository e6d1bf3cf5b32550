import type { GivenNetwork } from './given.js';
import { type Json, type Measure, type MeasureInput, type NetworkForm, valueAsJson } from './measure.js';
import { nodesOfMode, projectOn } from './project.js';
import { measuresFor } from './registry.js';
import { ACTOR } from './simple-network.js';

/** One-mode measures of a two-mode network are of its actors, and are named so. */
const PROJECTION_PREFIX = 'orgProjection.';

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
  for (const { name, measure, input } of measuresOf(given)) {
    if (!wanted(name) && !wanted(measure.id)) continue;
    const value = measure.compute(input, parametersOf(measure));
    if (value !== null) values.push([name, valueAsJson(input.network, value)]);
  }
  return Object.fromEntries(values);
}

/** The names by which `measureGiven` can be asked for measures of a network. */
export function namesFor(given: GivenNetwork): string[] {
  return [...new Set(measuresOf(given).flatMap(({ name, measure }) => [name, measure.id]))];
}

/** The measures that are defined on the forms of a network, whether or not it has all that they need. */
function measuresOf(given: GivenNetwork) {
  return groundsOf(given).flatMap(({ form, prefix, input }) =>
    measuresFor(input)
      .filter(({ forms }) => forms.includes(form))
      .map((measure) => ({ name: prefix + measure.id, measure, input })),
  );
}

function groundsOf({ input, directed }: GivenNetwork): Ground[] {
  const grounds: Ground[] =
    input.network.modes === null
      ? [{ form: 'ONE_MODE', prefix: '', input }]
      : [
          { form: 'TWO_MODE', prefix: '', input },
          { form: 'ONE_MODE', prefix: PROJECTION_PREFIX, input: projectedInput(input) },
        ];
  return directed === null ? grounds : [...grounds, { form: 'DIRECTED', prefix: '', input: directed }];
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
    numbers: Object.fromEntries(ofActors),
    intervals: null,
  };
}
