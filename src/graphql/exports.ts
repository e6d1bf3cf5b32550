import { requireRight, WHOLE } from '../auth/require.js';
import type { Action } from '../auth/rights.js';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { type OutgoingFile, recordsFile, templateFile } from '../transfer/export-file.js';
import type { Context } from './context.js';
import { type AskedFile, noSuchExport } from './http/exports.js';
import { personallyReadable } from './personal.js';

/** A kind of file that is handed out below `/export/`. */
export interface ExportView {
  readonly formats: readonly string[];
  /** The parameters that it takes; each may be given several times. */
  readonly parameters: readonly string[];
  /** The right that it takes of the installation as a whole. */
  readonly right: Action;
  /** `format` is one of `formats`. */
  open(
    context: Context,
    asked: { format: string; given: (parameter: string) => readonly string[] },
  ): Promise<OutgoingFile>;
}

/** Every view by its name. */
export const EXPORT_VIEWS: Readonly<Record<string, ExportView>> = {
  template: {
    formats: ['xlsx', 'csv'],
    parameters: ['sheet'],
    right: 'export',
    open: async (_context, { format, given }) => templateFile(format as 'xlsx' | 'csv', given('sheet')),
  },
  records: {
    formats: ['xlsx', 'csv', 'jsonl'],
    parameters: ['sheet', 'type', 'place'],
    right: 'export',
    open: (context, { format, given }) => {
      const [place = null, ...more] = given('place');
      if (more.length > 0) throw refused('place', `${more.length + 1} places`, 'name one');
      const choice = { sheets: given('sheet'), types: given('type'), place };
      return recordsFile(context.reader, format as 'xlsx' | 'csv' | 'jsonl', choice, (ids) =>
        personallyReadable(context, ids),
      );
    },
  },
};

/**
 * Opens a file for whoever asks. Throws NOT_FOUND that names the views, BAD_USER_INPUT for an unknown parameter,
 * FORBIDDEN or UNAUTHENTICATED without the right, and what the view throws.
 */
export async function openExport(
  context: Context,
  asked: AskedFile,
  views: Readonly<Record<string, ExportView>> = EXPORT_VIEWS,
): Promise<OutgoingFile> {
  const { view: name, format, parameters } = asked;
  const view = Object.hasOwn(views, name) ? views[name] : undefined;
  if (view === undefined || !view.formats.includes(format)) {
    const known = Object.entries(views).flatMap(([each, { formats }]) =>
      formats.map((one) => `${each}.${one}`),
    );
    throw noSuchExport(asked, known);
  }
  requireRight(context.user, view.right, WHOLE, `GET /export/${name}.${format}`);
  const unknown = [...parameters.keys()].find((parameter) => !view.parameters.includes(parameter));
  if (unknown !== undefined)
    throw refused('parameter', `${show(unknown)} is unknown`, `use ${view.parameters.join(', ')}`);
  return view.open(context, { format, given: (parameter) => parameters.get(parameter) ?? [] });
}

function refused(place: string, value: string, remedy: string): JejakError {
  const problem: Problem = { code: 'BAD_USER_INPUT', place, value, remedy };
  return JejakError.ofProblems('The export is refused', [problem]);
}
