/** The form of a publication that measures are taken from (citations.ts). */

export interface Citation {
  /** Family names with initials, in the order of the publication. */
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  /** The journal, the proceedings or, for a book, its publisher. */
  readonly container: string;
  /** `volume(issue):pages`, as far as there are such. */
  readonly pages?: string;
  readonly doi?: string;
}

export const citation = (
  authors: readonly string[],
  year: number,
  title: string,
  container: string,
  pages?: string,
  doi?: string,
): Citation => ({
  authors,
  year,
  title,
  container,
  ...(pages === undefined ? {} : { pages }),
  ...(doi === undefined ? {} : { doi }),
});
