import type { ClaimKind } from '../../domain/kinds.js';
import type { Bilingual } from '../../domain/relation.js';

/** The form of a rule by which a sentence yields a claim (rules.ts). */

/** What may fill a place: a type of record, narrowed for actors and initiatives. */
export type Filler =
  | 'actor'
  | 'person'
  | 'organization'
  | 'initiative'
  | 'event'
  | 'issue'
  | 'place'
  | 'achievement';

/** Where one end of a claim stands around the trigger, and what may stand there. */
export interface Slot {
  readonly fill: readonly Filler[];
  /** `around`: before the trigger, else after it. */
  readonly side: 'before' | 'after' | 'around';
  /** At most so many words between trigger and name. */
  readonly gap: number;
  /** "A, B, dan C" fills the place with all three, a claim each. */
  readonly list: boolean;
  /** When the sentence does not fill it, what the text spoke of last may: "Kegiatan tersebut dihadiri oleh …". */
  readonly topic: boolean;
  /** Not a name that hangs on a preposition ("dari Dinas X"): that one does nothing in the sentence. */
  readonly free: boolean;
}

/** A trigger, its two places, and the claim that they make: kind and role as in the relation registry. */
export interface Rule {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly role: string | null;
  /** Folded words or phrases; `<rp>` stands for an amount of money. */
  readonly triggers: readonly string[];
  readonly subject: Slot;
  readonly object: Slot;
  readonly confidence: number;
  readonly explanation: Bilingual;
  /** Subject and object are the first and the rest of one list: "A dan B menandatangani …". */
  readonly joint?: true;
}

/** How many words may stand between: right beside it, in the same clause, in the same sentence. */
export const NEAR = 1;
export const CLAUSE = 14;
export const SENTENCE = 30;

/** A slot in short: `fill` parted by `|`; `flags` names those of list, topic and free that hold. */
export const slot = (side: Slot['side'], gap: number, fill: string, flags = ''): Slot => ({
  fill: fill.split('|') as Filler[],
  side,
  gap,
  list: flags.includes('list'),
  topic: flags.includes('topic'),
  free: flags.includes('free'),
});

/** Passive verbs parted by `|`, each with and without "oleh" (by). */
export const withBy = (verbs: string) =>
  verbs
    .split('|')
    .flatMap((verb) => [
      `${verb} oleh`,
      `${verb} langsung oleh`,
      `${verb} pula oleh`,
      `${verb} juga oleh`,
      verb,
    ]);

/** Phrases parted by `|`, as they are. */
export const plain = (phrases: string) => phrases.split('|');

/** A rule from its words; the explanation is [Indonesian, English]. */
export function rule(
  id: string,
  claim: string,
  triggers: readonly string[],
  [subject, object]: readonly [Slot, Slot],
  confidence: number,
  [inIndonesian, inEnglish]: readonly [string, string],
): Rule {
  const [kind, role] = claim.split(' ');
  return {
    id,
    kind: kind as ClaimKind,
    role: role ?? null,
    triggers,
    subject,
    object,
    confidence,
    explanation: { id: inIndonesian, en: inEnglish },
  };
}
