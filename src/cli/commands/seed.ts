import type { Config } from '../../config.js';
import { show } from '../../domain/errors.js';
import { withApi } from '../api.js';
import type { Command, Input } from '../command.js';
import { EXIT, Negative, UsageError } from '../exit.js';
import { countsText, LOAD_DATASET, type LoadAnswer, STATUS, type StatusAnswer } from '../queries.js';

const DATASETS = ['malang', 'hamlet'] as const;
type Dataset = (typeof DATASETS)[number];

export const seed: Command = {
  name: 'seed',
  summary: 'load a dataset that comes with Jejak',
  operands: '[malang|hamlet]',
  about: `Loads a dataset: malang is the real one of Kota Malang, from five news articles; hamlet is a small invented town for
tests and tutorials. What is there already is left as it is, so loading twice changes nothing.
Left out: the dataset that JEJAK_SEED names, or else malang.`,
  options: {},
  examples: ['jejak seed', 'jejak seed hamlet'],
  run: async (input) => {
    const named = datasetOf(input);
    await withApi(async (api) => {
      const dataset = named ?? defaultOf(api.config);
      const { loadDataset } = await api.ask<LoadAnswer>(LOAD_DATASET, { dataset: dataset.toUpperCase() });
      const [refused] = loadDataset.userErrors;
      if (refused !== undefined) throw new Negative(refused.message);
      const { status } = await api.ask<StatusAnswer>(STATUS);
      const { change } = loadDataset;
      console.log(
        change === null
          ? `${dataset}: already there`
          : `${dataset}: ${change.operationCount} records loaded, change ${change.sequence}`,
      );
      console.log(`in the store: ${countsText(status)}`);
    });
    return EXIT.ok;
  },
};

function datasetOf({ words }: Input): Dataset | null {
  if (words.length === 0) return null;
  const dataset = DATASETS.find((each) => each === words.join(' ').toLowerCase());
  if (dataset !== undefined) return dataset;
  throw new UsageError(`${show(words.join(' '))} is no dataset; write one of: ${DATASETS.join(', ')}`);
}

function defaultOf({ seed: named }: Config): Dataset {
  return named === 'none' ? 'malang' : named;
}
