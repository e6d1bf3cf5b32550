import { compareText, intersects, type Span, spanOf } from './dates.js';
import { compareNames, type NameEvidence } from './identity-evidence.js';
import { type Names, parseName } from './identity-names.js';
import { explain, type Finding, finding, type Reason } from './identity-reasons.js';
import type { RecordType } from './kinds.js';
import type { Identifier } from './records.js';

/** The types of which two records can be the same thing; the others are what is said of them. */
export type MergeableType = Exclude<RecordType, 'claim' | 'judgement' | 'comment'>;

export const isMergeable = (type: RecordType): type is MergeableType =>
  type !== 'claim' && type !== 'judgement' && type !== 'comment';

/**
 * Are these two records the same thing? A scored comparison with its reasons; docs/identity.md tells how it was made and
 * what it reaches.
 *
 * Definition. Each feature that agrees or disagrees is a reason with a weight in bits, as in Fellegi and Sunter (1969):
 * log2 of how much more often it is seen in pairs that are the same than in pairs that are not. The weights are set by hand
 * on the tuning part of test/fixtures/identity-pairs.ts, not estimated, so the score orders pairs and is no probability.
 *
 *     score = 1 / (1 + 2^−(PRIOR + Σ weights)), rounded to four decimals
 *
 * Symmetric: comparing (b, a) gives the same score, with left and right exchanged in the explanations.
 */
export interface Identifiable {
  readonly id: string;
  /** Records of different types are never the same. */
  readonly type: MergeableType;
  /** Kind within the type (PERSON, PROGRAM, KELURAHAN, ...); null for types without. */
  readonly kind: string | null;
  /** Of actors; null for others. */
  readonly helix: string | null;
  /** A source's title. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly previousNames: readonly string[];
  readonly abbreviations: readonly string[];
  /** Carried along for who shows the record; never matched. */
  readonly weakAliases: readonly string[];
  readonly identifiers: readonly Identifier[];
  /** Kemendagri code of a place, or null. */
  readonly code: string | null;
  /** Ids of the places it is located in, and of all places above them. */
  readonly places: readonly string[];
  /** Ids of the records it shares claims with: the initiatives of an actor, the actors of an initiative. */
  readonly neighbours: readonly string[];
  /** Ids of records to which a claim joins it directly (PART_OF, AFFILIATION, AGREEMENT, ...). */
  readonly joined: readonly string[];
  /** Ids of records that it succeeded, or that succeeded it. */
  readonly succeeded: readonly string[];
  /** EDTF date of an event, achievement or source; null when unknown or meaningless. */
  readonly date: string | null;
}

export interface Match {
  /** 0 to 1; compare it with AUTOMATIC and SHOWN. */
  readonly score: number;
  /** The heaviest first, whatever their sign; of equal ones by code. */
  readonly reasons: readonly Reason[];
}

/** Before anything is known of a pair: one in sixteen candidates is the same. In bits. */
export const PRIOR = -4;
/** From here on a pair is suggested as certain: odds of 16 to 1. Never merged without a judgement all the same. */
export const AUTOMATIC = 0.941;
/** From here on a pair is shown to a person: even odds. */
export const SHOWN = 0.5;

/** A record with its names taken apart, so that it is done once for many comparisons. */
export interface Prepared {
  readonly record: Identifiable;
  readonly names: Names;
}

/** Takes the names of a record apart; weak aliases are left where they are. */
export function prepare(record: Identifiable): Prepared {
  const person = record.kind === 'PERSON';
  const parse = (name: string) => parseName(name, person);
  const names = {
    person,
    main: parse(record.name),
    aliases: record.aliases.map(parse),
    previousNames: record.previousNames.map(parse),
    abbreviations: record.abbreviations.map(parse),
  };
  return { record, names };
}

/** Compares two records; O(names × names) plus the lists of each. A record compared with itself is the same by its name. */
export function compareRecords(left: Identifiable, right: Identifiable): Match {
  return comparePrepared(prepare(left), prepare(right));
}

/** As `compareRecords`, for records already prepared. */
export function comparePrepared(left: Prepared, right: Prepared): Match {
  const found = findingsOf(left, right);
  const reasons = found.map(explain);
  reasons.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || compareText(x.code, y.code));
  return { score: scoreOf(found), reasons };
}

/** The score of `comparePrepared` without its reasons, for who compares many. */
export function scorePrepared(left: Prepared, right: Prepared): number {
  return scoreOf(findingsOf(left, right));
}

function scoreOf(found: readonly Finding[]): number {
  const bits = found.reduce((sum, { weight }) => sum + weight, PRIOR);
  return Math.round(10_000 / (1 + 2 ** -bits)) / 10_000;
}

function findingsOf(left: Prepared, right: Prepared): Finding[] {
  const [a, b] = [left.record, right.record];
  if (a.type !== b.type) return [finding('DIFFERENT_TYPE', -99, a.type, b.type)];
  const names = compareNames(left.names, right.names);
  return [
    ...names.reasons,
    ...identifierReasons(a, b),
    ...kindReasons(a, b),
    ...placeReasons(a, b),
    ...dateReasons(a, b, names),
    ...claimReasons(a, b),
  ];
}

/** A dataset's own keys say that two rows were two rows, not that they were two things. */
const isDatasetKey = (scheme: string) => scheme.startsWith('jejak:');

function identifierReasons(a: Identifiable, b: Identifiable): Finding[] {
  const reasons: Finding[] = [];
  const theirs = new Set(b.identifiers.map(({ scheme, id }) => JSON.stringify([scheme, id])));
  const shared = a.identifiers.filter(({ scheme, id }) => theirs.has(JSON.stringify([scheme, id])));
  const [first] = shared;
  if (first) reasons.push(finding('SAME_IDENTIFIER', 9, `${first.scheme} ${first.id}`));
  for (const { scheme, id } of a.identifiers) {
    if (isDatasetKey(scheme) || shared.some((identifier) => identifier.scheme === scheme)) continue;
    const other = b.identifiers.find((identifier) => identifier.scheme === scheme);
    if (!other) continue;
    // One is enough: several schemes that disagree are no more two things than one.
    reasons.push(finding('DIFFERENT_IDENTIFIER', -8, `${scheme} ${id}`, `${scheme} ${other.id}`));
    break;
  }
  if (a.code !== null && b.code !== null)
    reasons.push(
      a.code === b.code ? finding('SAME_CODE', 9, a.code) : finding('DIFFERENT_CODE', -12, a.code, b.code),
    );
  return reasons;
}

/** Kinds of initiatives and sources are judged differently by two clerks; an actor's or a place's hardly ever. */
function kindReasons(a: Identifiable, b: Identifiable): Finding[] {
  const reasons: Finding[] = [];
  if (a.kind !== null && b.kind !== null) {
    const firm = a.type === 'actor' || a.type === 'place';
    if (a.kind === b.kind) reasons.push(finding('SAME_KIND', 0.5));
    else reasons.push(finding('DIFFERENT_KIND', firm ? -10 : -2, a.kind, b.kind));
  }
  if (a.helix !== null && b.helix !== null)
    reasons.push(
      a.helix === b.helix ? finding('SAME_HELIX', 0.5) : finding('DIFFERENT_HELIX', -4, a.helix, b.helix),
    );
  return reasons;
}

/** Places agree when one record's are among the other's: known to the kelurahan here, to the city there. */
function placeReasons(a: Identifiable, b: Identifiable): Finding[] {
  if (a.places.length === 0 || b.places.length === 0) return [];
  const [fewer, more] = a.places.length <= b.places.length ? [a.places, b.places] : [b.places, a.places];
  const among = new Set(more);
  if (!fewer.every((place) => among.has(place))) return [finding('DIFFERENT_PLACE', -5)];
  return [finding('SAME_PLACE', fewer.length === more.length ? 1.5 : 0.5)];
}

/** Things that happen once; another date is another thing. */
const DATED_KINDS = new Set(['EVENT', 'COMPETITION']);

function dateReasons(a: Identifiable, b: Identifiable, names: NameEvidence): Finding[] {
  const [x, y] = [spanOf(a.date ?? ''), spanOf(b.date ?? '')];
  const reasons: Finding[] = [];
  const once =
    a.type === 'achievement' ||
    a.type === 'source' ||
    DATED_KINDS.has(a.kind ?? '') ||
    DATED_KINDS.has(b.kind ?? '');
  if (x && y) {
    if (!intersects(x, y))
      reasons.push(finding('DIFFERENT_DATE', once ? -7 : -3, a.date ?? '', b.date ?? ''));
    else reasons.push(finding('SAME_DATE', 1, a.date ?? ''));
  }
  const { left, right } = names.years;
  if (left.length > 0 && right.length === 0) reasons.push(...yearReasons(left, y, b.date));
  if (right.length > 0 && left.length === 0) reasons.push(...yearReasons(right, x, a.date));
  return reasons;
}

/**
 * A year in one name only: "Jambore Inovasi 2017" against an undated name. The other's date may tell; without one, what
 * comes every year may be meant of another year.
 */
function yearReasons(years: readonly number[], other: Span | null, date: string | null): Finding[] {
  if (other === null) return [finding('MISSING_YEAR', -1.5, years.join(', '))];
  if (years.some((year) => within(year, other))) return [];
  return [finding('DIFFERENT_YEAR', -7, years.join(', '), date ?? '')];
}

const within = (year: number, span: Span) =>
  intersects({ earliest: `${year}-01-01`, latest: `${year}-12-31` }, span);

function claimReasons(a: Identifiable, b: Identifiable): Finding[] {
  const reasons: Finding[] = [];
  if (a.succeeded.includes(b.id) || b.succeeded.includes(a.id)) reasons.push(finding('SUCCEEDED', -14));
  else if (a.joined.includes(b.id) || b.joined.includes(a.id)) reasons.push(finding('JOINED', -12));
  const theirs = new Set(b.neighbours);
  const shared = new Set(a.neighbours.filter((id) => theirs.has(id))).size;
  if (shared > 0) reasons.push(finding('SHARED_NEIGHBOURS', Math.min(2, 0.75 * shared), String(shared)));
  return reasons;
}
