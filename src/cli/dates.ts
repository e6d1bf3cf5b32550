import type { Language } from '../domain/kinds.js';

/** A period as the API tells it; see the type Period of the schema. */
export interface PeriodAnswer {
  readonly start: { readonly edtf: string } | null;
  readonly end: { readonly edtf: string } | null;
  readonly endState: string;
  readonly at: { readonly edtf: string } | null;
}

const LOCALES: Readonly<Record<Language, string>> = { id: 'id', en: 'en-GB' };

/** `5 Desember 2017`, `Desember 2017`, `sekitar 2017`; an expression of another form stays as it is. */
export function dateText(edtf: string, language: Language): string {
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(edtf) ?? [];
  // Months past 12 are seasons and quarters.
  if (year === undefined || Number(month ?? 1) > 12) return edtf;
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  const parts: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) parts.month = 'long';
  if (day !== undefined) parts.day = 'numeric';
  const text = new Intl.DateTimeFormat(LOCALES[language], parts).format(date);
  const about = language === 'en' ? 'about' : 'sekitar';
  return `${mark === '~' || mark === '%' ? `${about} ` : ''}${text}${mark === '?' || mark === '%' ? '?' : ''}`;
}

const PERIODS = {
  id: { at: 'per', until: 'sampai', from: 'sejak', going: 'masih berjalan', ended: 'sudah berakhir' },
  en: { at: 'as of', until: 'until', from: 'since', going: 'still going', ended: 'ended' },
} as const;

/** When something held, as far as it is known; empty when nothing is. */
export function periodText(period: PeriodAnswer | null, language: Language): string {
  if (period === null) return '';
  const [start, end, at] = [period.start, period.end, period.at].map((date) =>
    date === null ? null : dateText(date.edtf, language),
  );
  const words = PERIODS[language];
  const state = { ONGOING: words.going, ENDED_UNKNOWN: words.ended }[period.endState];
  if (start && end) return start === end ? start : `${start} – ${end}`;
  const known = start
    ? `${words.from} ${start}`
    : at
      ? `${words.at} ${at}`
      : end
        ? `${words.until} ${end}`
        : '';
  return [known, state].filter(Boolean).join(', ');
}
