import type { Helix, RecordType } from '../domain/kinds.js';

/** The roles, each with all that those before it may do. */
export const ROLES = ['reader', 'contributor', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role, optionally limited: what is given must all hold. */
export interface Grant {
  readonly role: Role;
  /** Id of a place: the grant holds there and in all that lies below. */
  readonly place?: string;
  /** Id of an actor: the grant holds for it, what it owns, and its units. */
  readonly agency?: string;
  readonly helix?: Helix;
}

/** Who asks. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** Whoever has not signed in. */
export const PUBLIC_USER: User = { id: 'public', name: 'public', grants: [{ role: 'reader' }] };
/** Whoever runs this installation: a command on its data folder. */
export const OPERATOR: User = { id: 'operator', name: 'operator', grants: [{ role: 'administrator' }] };

/** What a right is asked about: the facts that limits look at. */
export interface Subject {
  readonly type: RecordType | 'proposal' | 'account' | 'change' | 'mapping';
  /** Ids of its places, with all above them. */
  readonly places: readonly string[];
  /** Ids of the actors that own it or are it, with their parents. */
  readonly agencies: readonly string[];
  readonly helixes: readonly Helix[];
  /** Id of the user whose it is: who makes or made the proposal, whose account it is. */
  readonly author?: string;
}

export const ACTIONS = [
  'read',
  'readPersonal',
  'propose',
  'write',
  'review',
  'verify',
  'judge',
  'revert',
  'comment',
  'import',
  'export',
  'dump',
  'managePasses',
  'manageAccounts',
  'forget',
] as const;
export type Action = (typeof ACTIONS)[number];

/** The least role for each action; `import` is by proposals for whoever may not `write`. */
const LEAST: Readonly<Record<Action, Role>> = {
  read: 'reader',
  export: 'reader',
  propose: 'contributor',
  comment: 'contributor',
  import: 'contributor',
  readPersonal: 'editor',
  write: 'editor',
  review: 'editor',
  verify: 'editor',
  judge: 'editor',
  revert: 'editor',
  managePasses: 'editor',
  dump: 'administrator',
  manageAccounts: 'administrator',
  forget: 'administrator',
};

/**
 * Whether the user may do it. Public data are read by everybody, and what is one's own by its author; everything else
 * takes one grant whose role suffices and whose limits all hold of the subject. Pure.
 */
export function can(user: User, action: Action, subject: Subject): boolean {
  const isOwn = subject.author === user.id;
  if (isReading(action) && (isPublic(subject) || isOwn)) return true;
  if (action === 'readPersonal' && isOwn) return true;
  const least = leastRole(action, subject, isOwn);
  return user.grants.some((grant) => reaches(grant.role, least) && holds(grant, subject));
}

/** Whether the user may do it to all of them: what an edit changes, as it was and as it will be. Pure. */
export function canAll(user: User, action: Action, subjects: readonly Subject[]): boolean {
  return subjects.length > 0 && subjects.every((subject) => can(user, action, subject));
}

/**
 * Whether whoever holds `held` may hand on `given`: no higher a role, and no limit fewer. A place below the one of the
 * limit is not known here, and counts as another one.
 */
export function covers(held: readonly Grant[], given: Grant): boolean {
  return held.some(
    ({ role, place = given.place, agency = given.agency, helix = given.helix }) =>
      reaches(role, given.role) && place === given.place && agency === given.agency && helix === given.helix,
  );
}

const isReading = (action: Action) => action === 'read' || action === 'export';
const isPublic = ({ type }: Subject) => type !== 'proposal' && type !== 'account';

/** Accounts are the administrator's; a proposal is between its author and the editors until it is accepted. */
function leastRole(action: Action, { type }: Subject, isOwn: boolean): Role {
  if (type === 'account' && action !== 'managePasses') return 'administrator';
  if (type === 'proposal' && !isOwn && !reaches(LEAST[action], 'editor')) return 'editor';
  return LEAST[action];
}

function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

function holds({ place, agency, helix }: Grant, { places, agencies, helixes }: Subject): boolean {
  return (
    (place === undefined || places.includes(place)) &&
    (agency === undefined || agencies.includes(agency)) &&
    (helix === undefined || helixes.includes(helix))
  );
}

/** The least role for each action on each kind of subject, for docs/rights.md. */
export function rightsTable(): ReadonlyArray<
  { readonly action: Action } & Readonly<Record<TableKind, Role>>
> {
  return ACTIONS.map((action) => ({
    action,
    ...(Object.fromEntries(
      Object.entries(TABLE_KINDS).map(([kind, subject]) => [kind, leastAsked(action, subject)]),
    ) as Record<TableKind, Role>),
  }));
}

const nowhere = { places: [], agencies: [], helixes: [] };
const TABLE_KINDS = {
  record: { ...nowhere, type: 'initiative' },
  ownProposal: { ...nowhere, type: 'proposal', author: 'me' },
  proposal: { ...nowhere, type: 'proposal', author: 'other' },
  ownAccount: { ...nowhere, type: 'account', author: 'me' },
  account: { ...nowhere, type: 'account', author: 'other' },
} as const satisfies Record<string, Subject>;
type TableKind = keyof typeof TABLE_KINDS;

function leastAsked(action: Action, subject: Subject): Role {
  const suffices = (role: Role) => can({ id: 'me', name: 'me', grants: [{ role }] }, action, subject);
  return ROLES.find(suffices) ?? 'administrator';
}
