import { JejakError, show } from '../../domain/errors.js';
import type { Measure } from '../../network/measure.js';
import { measureGiven, namesFor } from '../../network/measure-given.js';
import { readNetworkFile } from '../../transfer/network-file.js';
import { type Command, choice, nearest, several, usage } from '../command.js';
import { EXIT } from '../exit.js';

const FORMATS = ['json'] as const;

export const measure: Command = {
  name: 'measure',
  summary: 'measure a network that a file describes',
  operands: '',
  about: `Measures a network and prints {"measures": {name: value}}. The network is a list of ties as CSV (source,target,weight),
with a list of nodes (id,mode,helix; mode is A for actors, B for initiatives, empty in a one-mode network), or both in
one JSON file. Of a two-mode network, measures of one mode are those of its actors, tied by the initiatives that they
share; their names begin with "orgProjection.". docs/measures.md tells what each measure means.`,
  options: {
    input: { value: 'FILE', help: 'the ties as .csv, or the network as .json' },
    nodes: { value: 'FILE', help: 'the nodes as .csv' },
    measure: {
      value: 'NAME',
      multiple: true,
      help: 'which measures, apart or with commas (default: all that the network allows)',
    },
    parameters: {
      value: 'JSON',
      help: 'parameters by measure: {"pagerank": {"alpha": 0.9}} (default: those of docs/measures.md)',
    },
    format: { value: 'FORMAT', help: `${FORMATS.join(', ')} (default: json)` },
  },
  examples: [
    'jejak measure --input edges.csv --nodes nodes.csv',
    'jejak measure --input network.json --measure betweenness,constraint',
  ],
  run: async (input) => {
    choice(input, 'format', FORMATS);
    const [file] = several(input, 'input');
    if (file === undefined) throw usage('measure', '--input is missing; name the file of the network');
    const [nodes = null] = several(input, 'nodes');
    const names = several(input, 'measure').flatMap((text) => text.split(',').map((name) => name.trim()));
    const parameters = parametersOf(several(input, 'parameters')[0]);
    const given = await readNetworkFile(file, nodes);
    const all = names.length === 0 || names.includes('all');
    if (!all) refuseUnknown(names, namesFor(given));
    const measures = measureGiven(given, (name) => all || names.includes(name), parameters);
    console.log(JSON.stringify({ measures }, null, 2));
    return EXIT.ok;
  },
};

function refuseUnknown(names: readonly string[], known: readonly string[]): void {
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    throw usage(
      'measure',
      `no measure ${show(name)} of this network; ${near === null ? `write one of: ${known.join(', ')}` : `did you mean ${near}?`}`,
    );
  }
}

/** The parameters of each measure, checked by its own schema; its usual ones when none are given. */
function parametersOf(text: string | undefined): (measure: Measure) => unknown {
  const given = text === undefined ? {} : objectIn(text);
  return ({ id, parameters }) => {
    const parsed = parameters.safeParse(given[id] ?? {});
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new JejakError(
      'BAD_USER_INPUT',
      `--parameters, ${[id, ...(issue?.path ?? [])].join(', ')}: ${issue?.message}; see docs/measures.md`,
    );
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below, like JSON that is no object.
  }
  throw usage('measure', `--parameters ${show(text)} is no JSON object`);
}
