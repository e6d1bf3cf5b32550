// @ts-check
// Writes docs/measures.md from the registry of measures, as it was built; with --check says whether it still matches.
import { z } from 'zod';
import { CITATIONS, referenceOf } from '../dist/network/citations.js';
import { numericAssortativity } from '../dist/network/measures/mixing.js';
import { MEASURES } from '../dist/network/registry.js';
import { writeAll } from './write-all.mjs';

const FORMS = {
  ONE_MODE: 'one-mode (of a two-mode network: its actors, with the prefix `orgProjection.`)',
  TWO_MODE: 'two-mode',
  DIRECTED: 'directed',
};

const INTRODUCTION = `<!-- Generated from src/network/registry.ts by "npm run generate". -->

# Measures

What Jejak measures, each with its definition and source. \`jejak measure\` computes them for a network in a file:

- \`--input edges.csv\`: the ties, \`source,target,weight\`; without a weight a tie counts 1. \`--nodes nodes.csv\`: \`id,mode,helix\`; mode
  is \`A\` for actors, \`B\` for initiatives, empty in a one-mode network; a column of numbers is measured too. Without it the
  nodes are the ends of the ties.
- \`--input network.json\`: \`{nodes, edges: [[from, to, weight]], attributes: {helix: {id: …}}, modeA, modeB, intervals: [[actor,
  initiative, start, end]], directedEdges}\`; all but nodes and edges may be left out.

Recorded ties become a simple network first: self-loops and ties within a mode are dropped, parallels are merged and their
weights added up, isolates stay and count in n; \`cleaning\` tells what was dropped. A weight is a strength, its
distance 1/weight. What is undefined is null, never 0. A two-mode network is projected on its actors by the number of
initiatives that two share. Group measures go by \`helix\`, or else by the first attribute of words.

An observed tie says that somebody recorded it: well-documented helixes look more central, and nothing here says how
good a collaboration was. Differences smaller than what a tenth of the initiatives makes are no ranking.
`;

function section(measure) {
  const { id, names, definition, formula, forms, weighted, range, undefinedWhen, citations, cost } = measure;
  const properties = Object.entries(
    z.toJSONSchema(measure.parameters, { io: 'input', unrepresentable: 'any' }).properties ?? {},
  );
  const parameters = properties.map(
    ([name, schema]) =>
      `\`${name}\` (default ${JSON.stringify(schema.default ?? null)}): ${schema.description ?? ''}`,
  );
  return [
    `## ${id}`,
    `**${names.en}** · ${names.id}`,
    `${definition.en}\n\n_${definition.id}_`,
    [
      `- Formula: ${formula}`,
      `- Network: ${forms.map((form) => FORMS[form]).join('; ')}. Weights ${weighted ? 'count' : 'do not count'}.`,
      `- Range: ${range}. ${undefinedWhen.en}`,
      ...(parameters.length > 0 ? ['- Parameters:', ...parameters.map((line) => `  - ${line}`)] : []),
      `- Time: ${cost}`,
      `- Source: ${citations.map((key) => `[${key}](#references)`).join(', ')}`,
    ].join('\n'),
  ].join('\n\n');
}

const measures = [...MEASURES, { ...numericAssortativity('NAME'), id: 'assortativityNumeric_NAME' }];
const used = [...new Set(measures.flatMap(({ citations }) => citations))].sort();
const references = used.map((key) => `- **${key}**: ${referenceOf(CITATIONS[key])}`);
await writeAll({
  'docs/measures.md': `${[INTRODUCTION.trimEnd(), ...measures.map(section), `## References\n\n${references.join('\n')}`].join('\n\n')}\n`,
});
