import { createHash } from 'node:crypto';
import type { Operation } from '../../domain/change-set.js';
import { created, type Fields } from '../../domain/edits.js';
import { newId, typeOfId } from '../../domain/ids.js';
import { nameKey } from '../../domain/names.js';
import type { Evidence } from '../../domain/records.js';
import type { SuggestedEnd, Suggestion } from './suggestion.js';

/** From suggestions that a person has accepted to the operations that record them. */

export interface Accepted {
  readonly suggestion: Suggestion;
  /** Fields of the claim that take the place of those suggested. */
  readonly changes: Fields;
  /** Ids of records in the place of the suggested ends; null: as suggested. */
  readonly subject: string | null;
  readonly object: string | null;
}

const ID_LENGTH = 20;

/**
 * Names a suggestion by what it says and where: kind, role, ends, finding. The same text read with the same names gives
 * the same ids; once an end is drafted no more but recorded, the suggestion is another one.
 */
export function suggestionId({ kind, role, subject, object, parties, finding }: Suggestion): string {
  const ends = [subject, object, ...parties].map(({ id, type, name }) => id ?? [type, name]);
  const said = JSON.stringify([kind, role, ends, finding.start, finding.end]);
  return createHash('sha256').update(said).digest('hex').slice(0, ID_LENGTH);
}

/**
 * The operations that record what was accepted, by the word of that source: new records first, one for each drafted name,
 * type and kind, then a claim for each item in the order of the list. A drafted achievement comes under an award of its
 * own name, or under the award that an item names in its place.
 */
export function acceptedOperations(accepted: readonly Accepted[], source: string): Operation[] {
  const drafts = new Drafts(accepted, source);
  const claims = accepted.map(({ suggestion, changes, subject, object }) =>
    claimOf(
      suggestion,
      {
        subject: drafts.idOf(suggestion, suggestion.subject, subject),
        object: drafts.idOf(suggestion, suggestion.object, object),
        // Parties that are given take the place of those suggested, which then need no record.
        parties:
          changes.parties === undefined
            ? suggestion.parties.map((end) => drafts.idOf(suggestion, end, null))
            : changes.parties,
      },
      source,
      changes,
    ),
  );
  return [...drafts.operations, ...claims];
}

/** The claim of a suggestion on the records of those ids. */
export function claimOf(
  { kind, role, period, position, contributions, rule, finding }: Suggestion,
  ends: Fields,
  source: string,
  changes: Fields = {},
): Operation {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return created('claim', newId('claim'), {
    ...{ kind, role, ...period, position, contributions },
    note: `Disarankan oleh aturan baca "${rule.id}" (docs/articles.md), lalu diterima oleh pencatatnya.`,
    noteEn: `Suggested by the reading rule "${rule.id}" (docs/articles.md), then accepted by whoever recorded it.`,
    ...Object.fromEntries(given),
    ...ends,
    evidence: [evidenceOf(finding, source)],
  });
}

/** The new record that a draft stands for; an achievement needs its award. */
export function recordOf(
  { type, kind, helix, name }: SuggestedEnd,
  id: string,
  rest: Fields = {},
): Operation {
  return created(type, id, { name, kind, helix, ...rest });
}

/** Where the article says it. Articles are read in Indonesian. */
const evidenceOf = ({ locator, quote }: Suggestion['finding'], source: string): Partial<Evidence> => ({
  source,
  locator,
  quote,
  language: 'id',
});

/** What is uncertain about a new record: its kind, or which award an achievement belongs to. */
const remarkOn = ({ kind }: SuggestedEnd): Fields =>
  kind === null
    ? {
        note: 'Namanya dari artikel; capaian dan penghargaannya dianggap senama.',
        noteEn: 'Named in an article; the achievement and its award are taken to share the name.',
      }
    : {
        note: 'Namanya dari artikel; jenis dan unsurnya diterka dari bentuk nama itu.',
        noteEn: 'Named in an article; kind and helix are guessed from the form of the name.',
      };

/** Whether what a person names in the place of an end is the award for the achievement drafted there. */
export const isAwardFor = ({ id, type }: SuggestedEnd, given: string | null): given is string =>
  id === null && type === 'achievement' && given !== null && typeOfId(given) === 'award';

/** Two drafts with the same key become one record. */
export const draftKey = ({ type, kind, name }: SuggestedEnd) => JSON.stringify([type, kind, nameKey(name)]);

/** The new records, made when a claim first needs them. */
class Drafts {
  readonly operations: Operation[] = [];
  readonly #ids = new Map<string, string>();
  readonly #awards: ReadonlyMap<string, string>;

  constructor(
    accepted: readonly Accepted[],
    private readonly source: string,
  ) {
    this.#awards = new Map(
      accepted.flatMap(({ suggestion, subject }): Array<[string, string]> => {
        const end = suggestion.subject;
        return isAwardFor(end, subject) ? [[draftKey(end), subject]] : [];
      }),
    );
  }

  /** The id for an end: of the record given in its place, of the known one, or of the new record that is made for it. */
  idOf({ finding }: Suggestion, end: SuggestedEnd, given: string | null): string {
    if (given !== null && !isAwardFor(end, given)) return given;
    if (end.id !== null) return end.id;
    const key = draftKey(end);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = newId(end.type);
    this.#ids.set(key, id);
    const rest = { ...remarkOn(end), evidence: [evidenceOf(finding, this.source)] };
    const award = end.type === 'achievement' ? this.#awardFor(end, key, rest) : undefined;
    this.operations.push(recordOf(end, id, { ...rest, award }));
    return id;
  }

  #awardFor(end: SuggestedEnd, key: string, rest: Fields): string {
    const named = this.#awards.get(key);
    if (named !== undefined) return named;
    const id = newId('award');
    this.operations.push(recordOf({ ...end, type: 'award' }, id, rest));
    return id;
  }
}
