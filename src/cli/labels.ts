import type { ClaimStatus, Language } from '../domain/kinds.js';
import { KIND_LABELS } from '../domain/labels.js';
import { kindOf, type NodeAnswer } from './queries.js';

/** Words of the command line's output, in both languages; sentences come from the relation registry. */
type Words = Readonly<Record<Language, string>>;
const words = (id: string, en: string): Words => ({ id, en });

/** Kinds of records in words, and the types that have no kinds. */
const NODE_LABELS: Readonly<Record<string, Words>> = {
  ...KIND_LABELS,
  Achievement: words('penghargaan', 'achievement'),
  Award: words('ajang penghargaan', 'award'),
  Issue: words('isu', 'issue'),
};

/** The kind of a node, in a word. */
export function kindLabel(node: NodeAnswer, language: Language): string {
  return kindText(kindOf(node), language);
}

/** A kind, or a type that has no kinds, in words. */
export function kindText(kind: string, language: Language): string {
  return NODE_LABELS[kind]?.[language] ?? kind;
}

/** A status that a reader must know of; a claim that was checked against its source needs no word. */
export const STATUS_LABELS: Readonly<Record<ClaimStatus, Words | null>> = {
  VERIFIED: null,
  ASSERTED: words('belum diperiksa', 'not checked'),
  DISPUTED: words('dipersoalkan', 'disputed'),
  RETRACTED: words('dicabut', 'retracted'),
};

/** Sentences of the story around the steps. */
export const STORY = {
  behind: words('Yang ada di baliknya', 'What stands behind it'),
  ahead: words('Yang lahir darinya', 'What came of it'),
  turn: words('Arah sebaliknya', 'The other way'),
  steps: words('hubungan', 'hops'),
  sources: words('Sumber', 'Sources'),
  noSteps: words(
    'Tidak ada hubungan yang tercatat ke arah ini.',
    'No relation is recorded in this direction.',
  ),
  actors: words('Pelaku menurut unsur', 'Actors by helix'),
  absent: words('belum tercatat', 'none recorded'),
  gaps: words('Yang belum diketahui', 'What is not known'),
  more: words('dan {n} lagi', 'and {n} more'),
  singleSource: words(
    '{n} dari {all} hubungan bertumpu pada satu sumber',
    '{n} of {all} hops rest on one source',
  ),
  untilDay: words('sampai {day}', 'as of {day}'),
  undated: words('tanpa tanggal', 'undated'),
} as const satisfies Record<string, Words>;

/** Sentences around the suggestions of an article. */
export const READING = {
  isNew: words('baru', 'new'),
  known: words('sudah tercatat', 'recorded already'),
  confidence: words('keyakinan', 'confidence'),
} as const satisfies Record<string, Words>;
