import { type Problem, show } from '../domain/errors.js';
import { idOf, typeOfId } from '../domain/ids.js';
import { nameKey } from '../domain/names.js';
import { type Draft, type Link, type RowDraft, readRow } from './drafts.js';
import { endsOf } from './fields.js';
import { answersOf, type Lookup, type Named } from './lookup.js';
import type { Mapping } from './mapping-form.js';
import { type Entry, type ImportMemory, labelOf, ownId } from './memory.js';
import type { Resolved } from './merge.js';
import { type Answer, ambiguous, answerAll, type Question } from './references.js';
import type { SheetRow } from './sheet.js';

/** A row on its way into the plan. */
export interface PlannedRow {
  readonly row: SheetRow;
  readonly problems: Problem[];
  /** How many records the row speaks of, whether or not they could be resolved. */
  readonly size: number;
  readonly records: Resolved[];
  /** The records of other rows that it points at. */
  readonly needs: Need[];
}

export interface Need {
  readonly entry: Entry;
  readonly text: string;
  readonly place: string;
}

interface Context {
  readonly mapping: Mapping;
  readonly lookup: Lookup;
  readonly memory: ImportMemory;
  /** The source that stands for the file. */
  readonly source: string | null;
}

/** Reads the rows, gives each record its id and finds what its references point at. */
export async function resolveRows(rows: readonly SheetRow[], context: Context): Promise<PlannedRow[]> {
  const read = rows.flatMap((row) => readRow(row, context.mapping) ?? []);
  const existing = await foundByName(read, context.lookup);
  const resolving = read.map((row) => new ResolvingRow(row, existing, context));
  const questions = resolving.flatMap((row) => row.questions());
  const answers = await answerAll(questions, context.memory, context.mapping.scheme, context.lookup);
  return resolving.map((row) => row.resolve(answers));
}

/** For each draft that may be a stored record: those of its name, kind for kind. */
async function foundByName(
  rows: readonly RowDraft[],
  lookup: Lookup,
): Promise<ReadonlyMap<Draft, readonly Named[]>> {
  const drafts = rows.flatMap((row) => row.drafts.filter((draft) => draft.findByName && draft.id === null));
  const asked = drafts.map((draft) => ({ draft, key: nameKey(labelOf(draft)), types: [draft.type] }));
  const answers = await answersOf(
    asked.filter(({ key }) => key !== ''),
    (all) => lookup.byNames(all.map(({ key, types }) => ({ key, types }))),
  );
  return new Map(
    [...answers].map(([{ draft }, found]) => {
      const { kind } = draft.fields;
      return [draft, found.filter((one) => kind === undefined || one.kind === kind)];
    }),
  );
}

class ResolvingRow {
  /** The ids of the row's records but claims, by their `as`. */
  readonly ids = new Map<string, string>();
  private readonly entries = new Map<Draft, Entry>();
  private readonly asked = new Map<Link, Question>();
  private readonly planned: PlannedRow;
  private readonly stored = new Set<Draft>();

  constructor(
    private readonly read: RowDraft,
    private readonly existing: ReadonlyMap<Draft, readonly Named[]>,
    private readonly context: Context,
  ) {
    const { row, problems, drafts } = read;
    const size = Math.max(1, drafts.length);
    this.planned = { row, problems: [...problems], size, records: [], needs: [] };
    for (const draft of drafts) if (draft.type !== 'claim') this.identify(draft);
  }

  private identify(draft: Draft): void {
    const [found, ...more] = this.existing.get(draft) ?? [];
    if (found !== undefined && more.length > 0)
      this.planned.problems.push(
        ambiguous({ text: labelOf(draft), place: this.at(draft, 'name') }, [found, ...more]),
      );
    if (found !== undefined) this.stored.add(draft);
    const id = found?.id ?? this.ownId(draft);
    if (id !== null) this.note(draft, id);
  }

  private ownId(draft: Draft): string | null {
    if (draft.id === null || typeOfId(draft.id) === draft.type)
      return ownId(draft, this.context.mapping.scheme);
    this.planned.problems.push({
      code: 'BAD_USER_INPUT',
      place: this.at(draft, 'id'),
      value: `${show(draft.id)} is not the id of type ${draft.type}`,
      remedy: 'copy the id from Jejak, or leave it empty for a new record',
    });
    return null;
  }

  private note(draft: Draft, id: string): void {
    const entry = this.context.memory.note(draft, id);
    this.ids.set(draft.as, id);
    this.entries.set(draft, entry);
    const contradiction = draft.findByName ? null : contradictionOf(draft, entry);
    if (contradiction !== null) this.planned.problems.push(contradiction);
  }

  questions(): Question[] {
    for (const draft of this.read.drafts)
      for (const link of [...draft.links, ...draft.evidence.flatMap(({ source }) => source ?? [])])
        if ('text' in link.to)
          this.asked.set(link, {
            text: link.to.text,
            ends: endsOf(draft.type, link.field, draft.fields),
            place: link.place,
          });
    return [...this.asked.values()];
  }

  resolve(answers: ReadonlyMap<Question, Answer>): PlannedRow {
    for (const draft of this.read.drafts) {
      const references: Record<string, string | string[]> = {};
      for (const link of draft.links) {
        const id = this.follow(link, answers);
        if (id === null) continue;
        if (link.field === 'parties') references.parties = [...(references.parties ?? []), id];
        else references[link.field] = id;
      }
      const evidence = draft.evidence.flatMap(({ fields, source }) => {
        const id = source === null ? this.context.source : this.follow(source, answers);
        const locator = source === null ? { locator: locatorOf(this.read.row) } : {};
        return id === null ? [] : [{ ...locator, ...fields, source: id }];
      });
      if (draft.type === 'claim') this.identifyClaim(draft, references, evidence[0]?.source ?? null);
      this.add(draft, references, evidence);
    }
    return this.planned;
  }

  private add(draft: Draft, references: Resolved['references'], evidence: Resolved['evidence']): void {
    const entry = this.entries.get(draft);
    if (entry === undefined) return;
    const asIs = this.stored.has(draft);
    const { source } = this.context;
    this.planned.records.push({
      draft,
      id: entry.id,
      first: entry.place === draft.place,
      asIs,
      references,
      evidence,
      rowEvidence: source === null ? null : { source, locator: locatorOf(this.read.row) },
    });
  }

  /** A claim is known by what it says and who says so. */
  private identifyClaim(
    draft: Draft,
    references: Readonly<Record<string, string | readonly string[]>>,
    source: string | null,
  ): void {
    const { kind, role, start, at } = draft.fields;
    const { subject, object } = references;
    const whole = subject !== undefined && object !== undefined;
    const said = [kind, role ?? null, subject, object, start ?? at ?? null, source ?? this.context.source];
    const own = draft.id !== null || draft.key !== null;
    const id = own
      ? this.ownId(draft)
      : whole
        ? idOf('claim', this.context.mapping.scheme, JSON.stringify(said))
        : null;
    if (id !== null) this.note({ ...draft, fields: { ...draft.fields, ...references } }, id);
    const entry = id === null ? undefined : this.context.memory.entry(id);
    if (entry !== undefined) this.entries.set(draft, entry);
  }

  /** The id that a link leads to, after noting what the row needs or why it leads nowhere. */
  private follow(link: Link, answers: ReadonlyMap<Question, Answer>): string | null {
    if ('record' in link.to) return this.ids.get(link.to.record) ?? null;
    const answer = answers.get(this.asked.get(link) as Question) as Answer;
    if ('problem' in answer) {
      this.planned.problems.push(answer.problem);
      return null;
    }
    const { id, entry } = answer;
    if (entry === null) return id;
    this.planned.needs.push({ entry, text: link.to.text, place: link.place });
    return id;
  }

  private at(draft: Draft, field: string): string {
    const column = draft.columns.get(field);
    return column === undefined ? draft.place : `${draft.place}, ${column}`;
  }
}

/** `lembar "Usulan", baris 14`: the row itself as evidence, in the language of whoever opens the file. */
function locatorOf({ sheet, row }: SheetRow): string {
  return sheet === null ? `baris ${row}` : `lembar "${sheet}", baris ${row}`;
}

/** Two rows that speak of one record must not say different things of it. */
function contradictionOf(draft: Draft, entry: Entry): Problem | null {
  if (entry.place === draft.place) return null;
  const differs = ([field, value]: [string, unknown]) => {
    const said = entry.said[field];
    if (said === undefined || Array.isArray(value)) return false;
    return field === 'name' || field === 'title'
      ? nameKey(String(said)) !== nameKey(String(value))
      : said !== value;
  };
  const [field, value] = Object.entries(draft.fields).find(differs) ?? [];
  if (field === undefined) return null;
  const column = draft.columns.get(field);
  const known = draft.key === null ? 'are one record by name and kind' : `have the key ${show(draft.key)}`;
  return {
    code: 'CONFLICT',
    place: column === undefined ? draft.place : `${draft.place}, ${column}`,
    value: `${show(value)}, but ${entry.place} says ${show(entry.said[field])}, and both rows ${known}`,
    remedy: 'make the two rows agree, or give each a key of its own',
  };
}
