import { JejakError, show } from '../domain/errors.js';
import type { Language } from '../domain/kinds.js';
import type { ImportReport } from '../transfer/import.js';
import { type BilingualProblem, type ProblemWords, placeInIndonesian } from '../transfer/problem-words.js';

/** What an import did, or would do, line by line. */
export function* linesOf(report: ImportReport, language: Language): Generator<string> {
  const { applied, rows, ignored, refused, resumed, counts, duplicates } = report;
  const say = (id: string, en: string) => (language === 'id' ? id : en);
  const placeOf = (place: string) => say(placeInIndonesian(place), place);
  const left =
    ignored === 0
      ? ''
      : say(`, ${ignored} dari lembar tanpa pemetaan`, `, ${ignored} of sheets without a mapping`);
  const dry = applied
    ? ''
    : say(
        ' (uji coba: tidak ada yang ditulis; --apply menulis)',
        ' (dry run: nothing was written; --apply writes)',
      );
  yield `${say(`${rows} baris dibaca`, `${count(rows, 'row')} read`)}${left}${dry}`;
  if (resumed > 0)
    yield say(`${resumed} baris sudah diimpor sebelumnya`, `${count(resumed, 'row')} imported before`);
  yield say(
    `catatan: ${counts.new} baru, ${counts.changed} berubah, ${counts.same} tetap`,
    `records: ${counts.new} new, ${counts.changed} changed, ${counts.same} the same`,
  );
  for (const { sheet, columns } of report.unread) {
    const titles = columns.map((column) => show(column)).join(', ');
    const where = sheet === null ? '' : say(` di lembar ${show(sheet)}`, ` of sheet ${show(sheet)}`);
    yield `${say(`kolom yang tidak dibaca: ${titles}`, `nothing reads ${titles}`)}${where}`;
  }
  if (refused > 0) yield say(`${refused} ditolak:`, `${refused} refused:`);
  for (const problem of report.problems)
    yield `  ${lineOf(language === 'id' ? problem.indonesian : problem)}`;
  if (duplicates.length > 0)
    yield say(
      `${duplicates.length} nama baru mirip dengan yang sudah tercatat:`,
      `${count(duplicates.length, 'new name')} like known ones:`,
    );
  for (const { label, place, similar } of duplicates)
    for (const each of similar)
      yield `  ${placeOf(place)}: ${show(label)} ~ ${show(each.label)} (${each.id}), ${each.score.toFixed(2)}: ${each.reasons.join('; ')}`;
  if (!report.complete)
    yield say(
      'uji coba berhenti di sini: berkas sepanjang ini diperiksa sambil diimpor',
      'the dry run stopped here: a file this long is checked while it is imported',
    );
  if (!report.compared)
    yield say(
      'tidak semua nama dibandingkan dengan yang sudah tercatat: lihat identityCandidates sesudahnya',
      'not all names were compared with known ones: see identityCandidates afterwards',
    );
  if (applied) yield writtenBy(report, say);
}

function writtenBy({ changes, proposals }: ImportReport, say: (id: string, en: string) => string): string {
  const waiting =
    proposals.length === 0
      ? ''
      : say(`, ${proposals.length} usulan perubahan`, `, ${count(proposals.length, 'proposal')}`);
  return `${say(`${changes.length} perubahan`, count(changes.length, 'change'))}${waiting}`;
}

/** A file that cannot be read is refused with words in both languages; any other error is given back as it is. */
export function inLanguage(error: unknown, language: Language): unknown {
  if (language === 'en' || !(error instanceof JejakError)) return error;
  const [told] = error.problems.flatMap((one) => (one as Partial<BilingualProblem>).indonesian ?? []);
  return told === undefined
    ? error
    : new JejakError(error.code, lineOf(told), error.problems, { cause: error });
}

const lineOf = ({ place, value, remedy }: ProblemWords) => `${place}: ${value}; ${remedy}`;
const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
