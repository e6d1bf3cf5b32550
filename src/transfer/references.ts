import type { Problem } from '../domain/errors.js';
import { show } from '../domain/errors.js';
import { idOf, typeOfId } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import { KIND_LABELS } from '../domain/labels.js';
import { nameKey } from '../domain/names.js';
import type { End } from '../domain/relation.js';
import { answersOf, type Lookup, type Named, type Similar } from './lookup.js';
import { distinct, type Entry, fits, type ImportMemory } from './memory.js';

/** A name, key or id of a row that is to become an id. */
export interface Question {
  readonly text: string;
  readonly ends: readonly End[];
  readonly place: string;
}

/** Where it leads; `entry`: to a record of the same file. */
export type Answer = { readonly id: string; readonly entry: Entry | null } | { readonly problem: Problem };

/**
 * Answers all questions of a batch: an id; a key of the file, also of rows stored before; the one record of the file
 * with that name; the one
 * stored record with it. Three calls to the store at most.
 */
export async function answerAll(
  questions: readonly Question[],
  memory: ImportMemory,
  scheme: string,
  lookup: Lookup,
): Promise<ReadonlyMap<Question, Answer>> {
  const answers = new Map<Question, Answer>();
  for (const question of questions) {
    const answer = withinFile(question, memory);
    if (answer !== null) answers.set(question, answer);
  }
  for (const [question, id] of await storedByKey(unanswered(questions, answers), scheme, lookup))
    answers.set(question, { id, entry: null });
  const open = unanswered(questions, answers);
  const named = await storedByName(open, lookup);
  const missing: Question[] = [];
  for (const question of open) {
    const found = named.get(question) ?? [];
    const fitting = found.filter((one) => fits(question.ends, one));
    const [first, ...more] = fitting;
    if (first === undefined && found.length === 0) missing.push(question);
    else if (first === undefined) answers.set(question, { problem: misfit(question, found) });
    else if (more.length > 0) answers.set(question, { problem: ambiguous(question, fitting) });
    else answers.set(question, { id: first.id, entry: null });
  }
  for (const [question, similar] of await suggestions(missing, lookup))
    answers.set(question, { problem: unknown(question, similar) });
  return answers;
}

function withinFile(question: Question, memory: ImportMemory): Answer | null {
  const { text, ends } = question;
  const type = typeOfId(text);
  if (type !== null) {
    if (!ends.some((end) => end.type === type)) return { problem: misplaced(question, type) };
    return { id: text, entry: memory.entry(text) ?? null };
  }
  const found = distinct(memory.find(text, ends));
  const [entry, ...more] = found;
  if (entry === undefined) return null;
  if (more.length > 0)
    return {
      problem: ambiguous(
        question,
        found.map((one) => ({ ...one, about: one.place })),
      ),
    };
  return { id: entry.id, entry };
}

const unanswered = (questions: readonly Question[], answers: ReadonlyMap<Question, Answer>) =>
  questions.filter((question) => !answers.has(question));

/** Records that earlier rows with such a key have made, in this file or in one of the same scheme. */
async function storedByKey(questions: readonly Question[], scheme: string, lookup: Lookup) {
  const idsOf = ({ text, ends }: Question) =>
    [...new Set(ends.map(({ type }) => type))].map((type) => idOf(type, scheme, text));
  const ids = [...new Set(questions.flatMap(idsOf))];
  const stored = ids.length === 0 ? new Map<string, never>() : await lookup.byIds(ids);
  return questions.flatMap((question): Array<[Question, string]> => {
    const found = idsOf(question).find((id) => stored.has(id));
    return found === undefined ? [] : [[question, found]];
  });
}

async function storedByName(questions: readonly Question[], lookup: Lookup) {
  const asked = new Map<string, { key: string; types: readonly RecordType[] }>();
  const keyOf = ({ text, ends }: Question) => {
    const types = [...new Set(ends.map(({ type }) => type))];
    const name = JSON.stringify([nameKey(text), types]);
    if (!asked.has(name)) asked.set(name, { key: nameKey(text), types });
    return name;
  };
  const names = new Map(questions.map((question) => [question, keyOf(question)]));
  const answers = await answersOf([...asked.values()], (all) => lookup.byNames(all));
  return new Map(
    questions.map((question): [Question, readonly Named[]] => {
      const one = asked.get(names.get(question) ?? '');
      return [question, one === undefined ? [] : (answers.get(one) ?? [])];
    }),
  );
}

async function suggestions(
  questions: readonly Question[],
  lookup: Lookup,
): Promise<Array<[Question, readonly Similar[]]>> {
  const asked = new Map<string, { name: string; type: RecordType }>();
  const wanted = questions.map((question) => {
    const types = [...new Set(question.ends.map(({ type }) => type))];
    const keys = types.map((type) => {
      const key = `${type} ${question.text}`;
      if (!asked.has(key)) asked.set(key, { name: question.text, type });
      return key;
    });
    return [question, keys] as const;
  });
  const answers = await answersOf([...asked.values()], (all) => lookup.meant(all));
  return wanted.map(([question, keys]) => {
    const found = keys.flatMap(
      (key) => answers.get(asked.get(key) as { name: string; type: RecordType }) ?? [],
    );
    return [question, [...found].sort((a, b) => b.score - a.score).slice(0, 3)];
  });
}

function unknown({ text, place, ends }: Question, similar: readonly Similar[]): Problem {
  const near = similar.map(({ label, id }) => `${show(label)} (${id})`).join(', ');
  return {
    code: 'NOT_FOUND',
    place,
    value: `no ${words(ends)} is called ${show(text)}`,
    remedy: `${near === '' ? '' : `perhaps ${near}; `}add a row for it before this one, or mend the name`,
  };
}

/** Several records go by a name: they are listed, each with its id and what tells it apart. */
export function ambiguous(
  { text, place }: Pick<Question, 'text' | 'place'>,
  found: ReadonlyArray<Omit<Named, 'type'>>,
): Problem {
  const list = found.map(({ id, label, kind, about }) => {
    const kindWord = kind === null ? null : (KIND_LABELS[kind as keyof typeof KIND_LABELS]?.id ?? kind);
    return `${id} (${[label, kindWord, about].filter(Boolean).join('; ')})`;
  });
  return {
    code: 'CONFLICT',
    place,
    value: `${show(text)} is the name of ${found.length} records: ${list.join(', ')}`,
    remedy: 'write the id of the one that is meant',
  };
}

function misfit({ text, place, ends }: Question, [found]: readonly Named[]): Problem {
  return {
    code: 'BAD_USER_INPUT',
    place,
    value: `${show(text)} is of kind ${found?.kind ?? found?.type}`,
    remedy: `name ${words(ends)}`,
  };
}

function misplaced({ text, place, ends }: Question, type: string): Problem {
  return {
    code: 'BAD_USER_INPUT',
    place,
    value: `${show(text)} is the id of type ${type}`,
    remedy: `name ${words(ends)}`,
  };
}

/** `actor PERSON or initiative`. */
const words = (ends: readonly End[]) =>
  [...new Set(ends.map(({ type, kinds }) => [type, kinds?.join('/')].filter(Boolean).join(' ')))].join(
    ' or ',
  );
