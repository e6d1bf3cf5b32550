/**
 * The closed vocabularies of the domain. Each list is the single place where its values stand: zod schemas,
 * the GraphQL enums (checked against them by a test) and the import templates read it.
 */

/** The six helixes, in the order in which the mayor of Malang names them (Radio Elfara, August 2022). */
export const HELIXES = ['GOVERNMENT', 'COMMUNITY', 'ACADEMIA', 'BUSINESS', 'MEDIA', 'FINANCE'] as const;
export type Helix = (typeof HELIXES)[number];

/** COHORT is a counted group that is named only as a group: "57 kelurahan". */
export const ACTOR_KINDS = ['ORGANIZATION', 'PERSON', 'COHORT'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** PROPOSAL is a usulan of the musrenbang, or a proposal entered in a competition. */
export const INITIATIVE_KINDS = [
  'PROGRAM',
  'INNOVATION',
  'CSR_PROJECT',
  'SERVICE',
  'COMPETITION',
  'EVENT',
  'POLICY',
  'PROPOSAL',
] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

export const ACHIEVEMENT_LEVELS = ['CITY', 'PROVINCE', 'NATIONAL', 'INTERNATIONAL'] as const;
export type AchievementLevel = (typeof ACHIEVEMENT_LEVELS)[number];

export const ISSUE_PROGRESS = ['REPORTED', 'IN_PROGRESS', 'RESOLVED'] as const;
export type IssueProgress = (typeof ISSUE_PROGRESS)[number];

/** Administrative levels by Kemendagri code; AREA (kawasan) and VENUE have no code of their own. */
export const PLACE_KINDS = ['PROVINCE', 'CITY', 'KECAMATAN', 'KELURAHAN', 'AREA', 'VENUE'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const SOURCE_KINDS = ['ARTICLE', 'DOCUMENT', 'DATASET', 'INTERVIEW', 'RECORDING'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CLAIM_KINDS = [
  'PARTICIPATION',
  'AFFILIATION',
  'CONFERRAL',
  'PART_OF',
  'RESULTED_IN',
  'ENTERED',
  'ADDRESSES',
  'LOCATED_IN',
  'SUCCEEDED_BY',
  'AGREEMENT',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CLAIM_STATUSES = ['ASSERTED', 'VERIFIED', 'DISPUTED', 'RETRACTED'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Wikidata's ranks: the preferred of rival claims is shown first, a deprecated one is kept and shown last. */
export const CLAIM_RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const;
export type ClaimRank = (typeof CLAIM_RANKS)[number];

/** What is known of the end of a period. A missing end never means "still going". */
export const END_STATES = ['KNOWN', 'ONGOING', 'ENDED_UNKNOWN', 'UNKNOWN'] as const;
export type EndState = (typeof END_STATES)[number];

export const CONTRIBUTION_KINDS = ['MONEY', 'IN_KIND', 'PEOPLE', 'KNOWLEDGE'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const VERDICTS = ['POSITIVE', 'NEGATIVE', 'UNSURE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The kinds of record that the store keeps; each has its schema in records.ts. */
export const RECORD_TYPES = [
  'actor',
  'initiative',
  'achievement',
  'award',
  'issue',
  'place',
  'source',
  'claim',
  'judgement',
  'comment',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** The languages of the interface: Indonesian first, English second. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
