import type { ActorKind, RecordType } from './kinds.js';

/** The form of an entry of the relation registry (relations.ts). */

/** What may stand at one end of a claim: a record type, for actors narrowed to some kinds. */
export interface End {
  readonly type: RecordType;
  readonly kinds?: readonly ActorKind[];
}

export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/**
 * One role of a claim kind. The two sentences say the same, told from either end; `{subject}` and `{object}` stand
 * for the names. `iati` is the organisation role of the IATI standard 2.03 where there is one.
 */
export interface Role {
  readonly label: Bilingual;
  readonly forward: Bilingual;
  readonly backward: Bilingual;
  readonly iati?: 1 | 2 | 3 | 4;
  /** Narrows the object of the kind: an event is an initiative, a conferrer an actor. */
  readonly object?: readonly End[];
}

/** How a record stands in a claim; `party`: as a further party of an agreement. */
export type ClaimSide = 'subject' | 'object' | 'party';

/**
 * One way in which a trace passes a claim: entering at `from`, leaving at the other end (from a
 * further party, at the subject). BEHIND leads to what made
 * something possible, AHEAD to what came of it. `rootOnly`: only from the root, because elsewhere the end is a leaf.
 * `onDay`: only when the claim is known to hold on the day of the hop that led here. `entry`: only from these types.
 */
export interface TraceRule {
  readonly from: ClaimSide;
  readonly rootOnly?: true;
  readonly onDay?: true;
  readonly roles?: readonly string[];
  readonly entry?: readonly RecordType[];
}

export interface Relation {
  readonly label: Bilingual;
  /** What the kind states, for documentation and forms. */
  readonly definition: string;
  readonly subject: readonly End[];
  readonly object: readonly End[];
  /** Subject and object must be of the same record type. */
  readonly sameType?: true;
  /** Empty: the kind has no roles, and `sentence` is how it reads. */
  readonly roles: Readonly<Record<string, Role>>;
  readonly sentence?: Omit<Role, 'label'>;
  /** Which optional parts a claim of this kind may carry. */
  readonly allows: {
    readonly period: boolean;
    readonly contributions: boolean;
    readonly position: boolean;
    readonly parties: boolean;
  };
  readonly trace: { readonly behind: readonly TraceRule[]; readonly ahead: readonly TraceRule[] };
}

/** A role from its words, each as [Indonesian, English]. */
export const role = (
  id: string,
  en: string,
  forward: readonly [string, string],
  backward: readonly [string, string],
  extra: Pick<Role, 'iati' | 'object'> = {},
): Role => ({
  label: { id, en },
  forward: { id: forward[0], en: forward[1] },
  backward: { id: backward[0], en: backward[1] },
  ...extra,
});

/** The sentences of a kind without roles. */
export const sentence = (forward: readonly [string, string], backward: readonly [string, string]) => {
  const { label: _label, ...rest } = role('', '', forward, backward);
  return rest;
};
