import { type Command, choice, several } from '../command.js';
import { EXIT } from '../exit.js';
import { FORCE_OPTION, save, targetOf } from '../save.js';

const FORMATS = ['xlsx', 'csv'] as const;

export const template: Command = {
  name: 'template',
  summary: 'write the blank workbook that clerks fill in',
  operands: '[file]',
  about: `Writes the template for importing: a workbook in Indonesian with instructions, a sheet for each kind of thing and of
relation, drop-downs, and an invented example in each sheet. It needs no data folder.
Left out: templat-jejak.xlsx in the current folder; "-" is standard output.`,
  options: {
    format: { value: 'FORMAT', help: `one of ${FORMATS.join(', ')} (default: xlsx); csv holds one sheet` },
    sheet: { value: 'TITLE', multiple: true, help: 'only this sheet, such as Usulan; may be repeated' },
    force: FORCE_OPTION,
  },
  examples: [
    'jejak template',
    'jejak template usulan.xlsx --sheet Usulan',
    'jejak template - --format csv --sheet Usulan',
  ],
  run: async (input) => {
    const target = targetOf(input);
    const format = choice(input, 'format', FORMATS) ?? 'xlsx';
    const { templateFile } = await import('../../transfer/export-file.js');
    await save(input, templateFile(format, several(input, 'sheet')), target);
    return EXIT.ok;
  },
};
