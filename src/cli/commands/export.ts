import { withApi } from '../api.js';
import { type Command, choice, several } from '../command.js';
import { EXIT } from '../exit.js';
import { FORCE_OPTION, save, targetOf } from '../save.js';

const FORMATS = ['xlsx', 'csv', 'jsonl'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write what is recorded as a filled template',
  operands: '[file]',
  about: `Writes the template filled with what is recorded: a row for each record, with its id, so that a file can be corrected
and imported again. Importing it unchanged changes nothing. What was withdrawn, retracted or merged is left out.
Left out: data-jejak.xlsx in the current folder; "-" is standard output.`,
  options: {
    format: {
      value: 'FORMAT',
      help: `one of ${FORMATS.join(', ')} (default: xlsx); csv and jsonl hold one sheet`,
    },
    sheet: { value: 'TITLE', multiple: true, help: 'only this sheet, such as Pelaku; may be repeated' },
    type: { value: 'TYPE', multiple: true, help: 'only sheets of this type, such as actor or claim' },
    place: { value: 'PLACE', help: 'only what lies there or within: name, Kemendagri code or id' },
    force: FORCE_OPTION,
  },
  examples: [
    'jejak export',
    'jejak export klojen.xlsx --place "Kecamatan Klojen"',
    'jejak export - --format csv --sheet Pelaku',
  ],
  run: async (input) => {
    const target = targetOf(input);
    const format = choice(input, 'format', FORMATS) ?? 'xlsx';
    const names = ['sheet', 'type', 'place'];
    const parameters = new Map(
      names.map((name) => [name, several(input, name)] as const).filter(([, values]) => values.length > 0),
    );
    await withApi(async (api) =>
      save(input, await api.download({ view: 'records', format, parameters }), target),
    );
    return EXIT.ok;
  },
};
