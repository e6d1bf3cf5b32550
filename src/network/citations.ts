import type { Citation } from './citation.js';
import { A_TO_J } from './citations-a-j.js';
import { K_TO_Z } from './citations-k-z.js';

/** The publications that measures are taken from, by first author and year. */
export const CITATIONS = { ...A_TO_J, ...K_TO_Z };

export type CitationKey = keyof typeof CITATIONS;

/** A publication as a line of a list of references. */
export function referenceOf({ authors, year, title, container, pages, doi }: Citation): string {
  const where = [container, ...(pages === undefined ? [] : [pages])].join(' ');
  const link = doi === undefined ? '' : ` https://doi.org/${doi}`;
  return `${authors.join(', ')} (${year}). ${title}. ${where}.${link}`;
}
