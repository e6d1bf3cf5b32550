import type { ClaimKind, Helix, RecordType } from '../../domain/kinds.js';
import type { Period } from '../../domain/periods.js';
import type { Contribution } from '../../domain/records.js';
import type { Bilingual } from '../../domain/relation.js';

/** The types of record that an article can name. */
export type NamedType = Extract<
  RecordType,
  'actor' | 'initiative' | 'achievement' | 'award' | 'issue' | 'place'
>;

/**
 * A record by the names under which a text may speak of it. Weak aliases ("the mayor") have no place here: they are
 * never matched automatically. `kind` and `helix` are null where the type has none.
 */
export interface KnownName {
  readonly id: string;
  readonly type: NamedType;
  readonly kind: string | null;
  readonly helix?: Helix | null;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly previousNames: readonly string[];
  /** Met only as written: `DID` is a fund, "did" is not. */
  readonly abbreviations: readonly string[];
}

/** One end of a suggested claim: a known record, or (id null) the draft of a new one, whose kind and helix are guesses. */
export interface SuggestedEnd {
  readonly id: string | null;
  readonly type: NamedType;
  readonly kind: string | null;
  readonly helix: Helix | null;
  readonly name: string;
}

/** Where the text says it. `start` and `end` count UTF-16 code units from the beginning of the text, `end` excluded. */
export interface Finding {
  /** As in evidence: `paragraf 6`; paragraphs are lines that are not empty, counted from 1. */
  readonly locator: string;
  /** The sentence, cut to 300 characters around the finding; "…" marks a cut. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** A claim that a person may accept, mend or refuse. Nothing is written by suggesting it. */
export interface Suggestion {
  readonly kind: ClaimKind;
  readonly role: string | null;
  readonly subject: SuggestedEnd;
  readonly object: SuggestedEnd;
  /** Further parties of an agreement. */
  readonly parties: readonly SuggestedEnd[];
  readonly period: Period;
  readonly position: string | null;
  readonly contributions: readonly Contribution[];
  /** 0 to 1: that of the rule, lowered where an end is a guess. It orders suggestions; it is no probability. */
  readonly confidence: number;
  readonly rule: { readonly id: string; readonly explanation: Bilingual };
  readonly finding: Finding;
}

/** A name met in the text, known or guessed from its form. One span can name several records (an office, its area). */
export interface FoundName {
  readonly ends: readonly SuggestedEnd[];
  readonly start: number;
  readonly end: number;
}

/** A date met in the text, EDTF level 1; null when the text alone does not settle it ("Februari lalu"). */
export interface FoundDate {
  readonly date: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What an article yields: see `proposeFromText`. */
export interface ArticleReading {
  /** In the order of the text, then by rule. */
  readonly suggestions: readonly Suggestion[];
  readonly names: readonly FoundName[];
  readonly dates: readonly FoundDate[];
}
