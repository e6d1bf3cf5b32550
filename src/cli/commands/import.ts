import { basename } from 'node:path';
import { LANGUAGES } from '../../domain/kinds.js';
import type { ImportReport } from '../../transfer/import.js';
import { type Command, choice, type Input, JSON_OPTION, LANG_OPTION, wholeNumber } from '../command.js';
import { EXIT, type Exit, Negative, UsageError } from '../exit.js';
import type { ImportSettings } from '../import.js';
import { inLanguage, linesOf } from '../import-report.js';

export const importFile: Command = {
  name: 'import',
  summary: 'read a filled template, or any table by a mapping',
  operands: '<file>',
  about: `Reads a workbook (.xlsx), CSV or JSON Lines. Without --apply nothing is written: it says how many records would be
new, changed or the same, what is wrong row by row, and which new names look like known ones. With --apply what is right
goes in, a change for each batch of rows; importing the same file again changes nothing, and an import that was cut off
goes on where it stopped.`,
  options: {
    apply: { help: 'write; without it, a dry run' },
    mapping: {
      value: 'NAME|FILE',
      help: 'how the columns are read: a mapping by its name, or a JSON file (default: the template)',
    },
    scheme: {
      value: 'WORD',
      help: 'namespace of the keys in the column "Kunci" (default: one for the operator)',
    },
    refused: { value: 'FILE', help: 'write the rows that were refused as a workbook to mend' },
    batch: { value: 'N', help: 'rows of a batch, 1 to 5000 (default: 1000)' },
    why: { value: 'TEXT', help: 'reason that the history tells (default: the name of the file)' },
    json: JSON_OPTION,
    lang: LANG_OPTION,
  },
  examples: [
    'jejak import usulan.xlsx',
    'jejak import usulan.xlsx --apply --refused ditolak.xlsx',
    'jejak import seeds/mappings/csr-perusahaan.csv --mapping csr-perusahaan',
  ],
  run: async (input) => {
    const [path, ...more] = input.words;
    if (path === undefined || more.length > 0) throw usage('name one file');
    const language = choice(input, 'lang', LANGUAGES) ?? 'id';
    const settings = settingsOf(input, path);
    const { runImport } = await import('../import.js');
    const report = await runImport(path, settings, language).catch((error) => {
      throw inLanguage(error, language);
    });
    if (input.values.json === true) console.log(JSON.stringify(report, null, 2));
    else for (const line of linesOf(report, language)) console.log(line);
    return verdictOn(report);
  },
};

function settingsOf(input: Input, path: string): ImportSettings {
  const text = (option: string) => {
    const value = input.values[option];
    return typeof value === 'string' ? { [option]: value } : {};
  };
  const batchRows = wholeNumber(input, 'batch', 1, 5_000);
  return {
    name: basename(path),
    apply: input.values.apply === true,
    ...text('mapping'),
    ...text('scheme'),
    ...text('why'),
    ...text('refused'),
    ...(batchRows === undefined ? {} : { batchRows }),
  };
}

function verdictOn({ refused, rows }: ImportReport): Exit {
  if (rows === 0) throw new Negative('the file has no rows below its header');
  return refused > 0 ? EXIT.negative : EXIT.ok;
}

function usage(what: string): UsageError {
  return new UsageError(`${what}\nsee: jejak import --help`);
}
