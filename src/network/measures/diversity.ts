import { z } from 'zod';
import { type Json, type Measure, type MeasureInput, numberOrNull, ofNetwork } from '../measure.js';
import { ACTOR, INITIATIVE } from '../simple-network.js';
import { DISTANCES, type Distances, distancesOf } from './distances.js';
import { DIVERSITY_FORMULA, diversity, raoStirling } from './diversity-of-counts.js';
import { composedGroups } from './groups.js';

/**
 * How many helixes (or other groups) take part, and how evenly: of each initiative, and of all actors of the network.
 * Each actor counts once, whatever the weight of its tie; one without a group does not count. Isolates count among the
 * actors; an initiative without participants has total 0 and no indexes. All six helixes are listed, also absent ones.
 * Time O(n + m).
 */
const PARAMETERS = z.strictObject({ distances: DISTANCES.optional() });
type Parameters = z.infer<typeof PARAMETERS>;

const SHARED = {
  formula: `${DIVERSITY_FORMULA}; Rao–Stirling only with distances d_ij given`,
  forms: ['TWO_MODE'],
  weighted: false,
  range:
    'evenness, Blau, Simpson, Gini–Simpson, Berger–Parker, Rao–Stirling 0 to 1; Shannon 0 to log K; Hill numbers 1 to K',
  undefinedWhen: {
    id: 'Tanpa pelaku: hanya jumlah dan kekayaan, yaitu 0. Kemerataan Pielou perlu dua kelompok, Gini–Simpson tak bias perlu dua pelaku.',
    en: 'Without actors: total and richness alone, 0. Pielou evenness needs two groups, unbiased Gini–Simpson two actors.',
  },
  citations: [
    'shannon-1948',
    'simpson-1949',
    'pielou-1966',
    'berger-parker-1970',
    'hill-1973',
    'blau-1977',
    'jost-2006',
    'rao-1982',
    'stirling-2007',
  ],
  cost: 'O(n + m)',
  parameters: PARAMETERS,
} satisfies Partial<Measure<Parameters>>;

const PROGRAM_DIVERSITY: Measure<Parameters> = {
  ...SHARED,
  id: 'programDiversity',
  names: { id: 'Keragaman heliks program', en: 'Helix diversity of programs' },
  definition: {
    id: 'Berapa heliks yang terlibat dalam setiap program, dan seberapa merata, menurut banyaknya pelaku yang berbeda. Bilangan Hill membacanya sebagai "setara dengan sekian heliks yang sama besar".',
    en: 'How many helixes take part in each program, and how evenly, by the number of distinct actors. Hill numbers read as "as good as so many helixes of equal size".',
  },
  compute(input, { distances }) {
    const composer = composerOf(input, distances);
    if (composer === null) return null;
    const nodes = nodesOf(input, INITIATIVE);
    const rows = nodes.map((node) => composer.compose(neighboursOf(input, node)));
    const column = (cell: (row: Composition) => number) => Float64Array.from(rows, cell);
    return {
      of: 'NODES',
      nodes: Uint32Array.from(nodes),
      columns: Object.fromEntries([
        ...composer.categories.map((name, index) => [
          `counts.${name}`,
          column(({ counts }) => counts[index] as number),
        ]),
        ...Object.keys(composer.compose([]).indexes).map((name) => [
          name,
          column(({ indexes }) => indexes[name] as number),
        ]),
      ]),
    };
  },
};

const ORGANISATION_DIVERSITY: Measure<Parameters> = {
  ...SHARED,
  id: 'organisationDiversity',
  names: { id: 'Keragaman heliks pelaku', en: 'Helix diversity of actors' },
  definition: {
    id: 'Berapa heliks yang ada di antara semua pelaku dalam jaringan, dan seberapa merata; pelaku tanpa program ikut dihitung.',
    en: 'How many helixes there are among all actors of the network, and how evenly; actors without a program count.',
  },
  compute(input, { distances }) {
    const composer = composerOf(input, distances);
    if (composer === null) return null;
    const { counts, indexes } = composer.compose(nodesOf(input, ACTOR));
    const counted = composer.categories.map((name, index): [string, Json] => [name, counts[index] as number]);
    return ofNetwork({
      counts: Object.fromEntries(counted),
      ...Object.fromEntries(
        Object.entries(indexes).map(([name, value]): [string, Json] => [name, numberOrNull(value)]),
      ),
    });
  },
};

export const DIVERSITY: readonly Measure[] = [PROGRAM_DIVERSITY, ORGANISATION_DIVERSITY];

interface Composition {
  /** The number of actors of each group. */
  readonly counts: Float64Array;
  readonly indexes: Readonly<Record<string, number>>;
}

/** What says of some actors how they are composed; null when the input has no modes or no groups. */
function composerOf({ network: { modes }, groups }: MeasureInput, distances: Distances | undefined) {
  if (modes === null || groups === null) return null;
  const { categories, of } = composedGroups(groups);
  const apart = distances && distancesOf(distances, categories);
  const compose = (actors: Iterable<number>): Composition => {
    const counts = new Float64Array(categories.length);
    for (const actor of actors) {
      const group = of[actor] as number;
      if (group !== -1) counts[group] = (counts[group] as number) + 1;
    }
    return { counts, indexes: { ...diversity(counts), ...(apart && raoStirling(counts, apart)) } };
  };
  return { categories, compose };
}

const nodesOf = ({ network: { ids, modes } }: MeasureInput, mode: number) =>
  [...ids.keys()].filter((node) => modes?.[node] === mode);

const neighboursOf = ({ network: { rows, neighbours } }: MeasureInput, node: number) =>
  neighbours.subarray(rows[node], rows[node + 1]);
