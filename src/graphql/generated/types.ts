// Generated from schema/graphql by "npm run generate".
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ActorModel, ActorConnectionModel, InitiativeModel, InitiativeConnectionModel, AchievementModel, AchievementConnectionModel, AwardModel, IssueModel, IssueConnectionModel, PlaceModel, PlaceConnectionModel, SourceModel, SourceConnectionModel, ClaimModel, ClaimConnectionModel, ChangeModel, ChangeConnectionModel, NodeModel, ThingModel, IdentifierModel, EvidenceModel, PartialDateModel, PeriodModel, ContributionModel, HelixCoverageModel, HelixActorsModel, TraceModel, TraceStepModel, TraceGapModel, PathSearchModel, PathModel, PathHopModel, HubModel, SearchConnectionModel, SearchHitModel, PlaceFacetModel, CollaboratorModel, CollaboratorConnectionModel, ChangeOperationModel, RelationModel, RelationRoleModel, ClaimEndsModel, CommentModel, JudgementModel, IdentityConflictModel, IdentityCandidateModel, IdentityCandidateConnectionModel, ProposalModel, ProposalConnectionModel, ProposedOperationModel, ProposalVerdictModel, WritePayloadModel, ArticleReadingModel, ClaimSuggestionModel, SuggestedEndModel, ReadingRuleModel, FoundNameModel, FoundDateModel, ViewerModel, GrantModel, AccountModel, ApiTokenModel, EventPassModel } from '../models.js';
import type { Context } from '../context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `YYYY-MM-DD`, years 0001 to 9999. */
  Date: { input: string; output: string; }
  /** A moment in UTC, ISO 8601 with milliseconds: `2026-11-22T06:26:49.000Z`. */
  DateTime: { input: string; output: string; }
};

/** What somebody may do; each role may do all that those before it may. docs/rights.md has the table. */
export type Role =
  /** Reads and exports what is public. */
  | 'READER'
  /** Proposes, comments, and imports as proposals. */
  | 'CONTRIBUTOR'
  /** Writes, reviews, verifies, reverts, and gives out event passes. */
  | 'EDITOR'
  /** Everything. */
  | 'ADMINISTRATOR';

/** Something that one may do or not. */
export type Right =
  | 'READ'
  | 'READ_PERSONAL'
  | 'PROPOSE'
  | 'WRITE'
  | 'REVIEW'
  | 'VERIFY'
  | 'JUDGE'
  | 'REVERT'
  | 'COMMENT'
  | 'IMPORT'
  | 'EXPORT'
  | 'DUMP'
  | 'MANAGE_PASSES'
  | 'MANAGE_ACCOUNTS'
  | 'FORGET';

/** A role, and its limits: all that are given must hold. */
export type Grant = {
  /** The role. */
  role: Role;
  /** Holds there and in all that lies below. Null: everywhere. */
  place: Maybe<Place>;
  /** Holds for that actor, what it owns, and its units. Null: for all. */
  agency: Maybe<Actor>;
  /** Holds for that helix. Null: for all. */
  helix: Maybe<Helix>;
};

/** A role, and its limits: all that are given must hold. */
export type GrantInput = {
  /** The role. */
  role: Role;
  /** Id of a place. Left out: everywhere. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** Id of an actor. Left out: for all. */
  agency?: InputMaybe<Scalars['ID']['input']>;
  /** Left out: for all. */
  helix?: InputMaybe<Helix>;
};

/** Whoever sends the request. */
export type Viewer = {
  /** `public` for whoever has not signed in, `operator` for a command on the machine that serves. */
  id: Scalars['ID']['output'];
  /** Null: no account, such as a guest with an event pass. */
  login: Maybe<Scalars['String']['output']>;
  /** The name that others see. */
  name: Scalars['String']['output'];
  /** False for the public. */
  isSignedIn: Scalars['Boolean']['output'];
  /** What the viewer may do, and where. */
  grants: Array<Grant>;
  /** What the roles allow on records, whatever the limits: which buttons are worth showing. */
  can: Array<Right>;
};

/** An account. For administrators. */
export type Account = {
  /** Opaque. */
  id: Scalars['ID']['output'];
  /** By which its holder signs in; in lower case. */
  login: Scalars['String']['output'];
  /** The name that others see. */
  name: Scalars['String']['output'];
  /** What its holder may do, and where. */
  grants: Array<Grant>;
  /** False: the holder signs in by the identity provider, or not at all. */
  hasPassword: Scalars['Boolean']['output'];
  /** True when it is linked to an identity at the provider. */
  hasIdentity: Scalars['Boolean']['output'];
  /** True: nobody gets in by it. */
  disabled: Scalars['Boolean']['output'];
  /** Attempts to sign in since the last that succeeded. */
  failures: Scalars['Int']['output'];
  /** Null: not locked. */
  lockedUntil: Maybe<Scalars['DateTime']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
};

/** Lets a program in, in the name of an account. The token itself is shown once, when it is made. */
export type ApiToken = {
  /** Opaque; revokes it. */
  id: Scalars['ID']['output'];
  /** What it is for. */
  name: Scalars['String']['output'];
  /** What it may do at most, and never more than its account. Empty: reads what is public. */
  grants: Array<Grant>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Null: does not expire. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** To the minute. Null: not used yet. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Lets the people at an event in, as guests. The code itself is shown once, when it is made. */
export type EventPass = {
  /** Opaque; revokes it. */
  id: Scalars['ID']['output'];
  /** What the event is called. */
  event: Scalars['String']['output'];
  /** What each guest may do. */
  grants: Array<Grant>;
  /** Id of the user who gave it out. */
  by: Scalars['ID']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** When it ends, and the sessions of its guests with it. */
  expiresAt: Scalars['DateTime']['output'];
  /** How often it may be redeemed. Null: any number of times. */
  uses: Maybe<Scalars['Int']['output']>;
  /** How often it was. */
  used: Scalars['Int']['output'];
};

/** The door for reading. */
export type Query = {
  /** Whoever sends the request. */
  viewer: Viewer;
  /** Accounts whose login follows `after`, in the order of their logins; at most `first`, 1 to 100. For administrators. */
  accounts: Array<Account>;
  /** The API tokens of one's own account, or, for administrators, of that of a login. */
  tokens: Array<ApiToken>;
  /** The event passes that hold and that one may manage. */
  passes: Array<EventPass>;
  /** Null: no such achievement. */
  achievement: Maybe<Achievement>;
  /** Achievements, by date unless asked otherwise, undated last. */
  achievements: AchievementConnection;
  /** Null: no such actor. */
  actor: Maybe<Actor>;
  /** Actors by name. */
  actors: ActorConnection;
  /**
   * Reads an Indonesian news article of at most 50,000 characters and suggests claims, by rules and without a model; one
   * article a request. `published`, the day on which it appeared, settles dates such as "Februari lalu".
   */
  proposeFromText: ArticleReading;
  /** Changes in order. `after` is the id of a change: those that follow it. */
  changes: ChangeConnection;
  /** By date, undated last. */
  claims: ClaimConnection;
  /** The relation registry: every kind of claim and its roles. */
  relations: Array<Relation>;
  /** Records of a type that may be the same, the likeliest first; those judged already are left out. */
  identityCandidates: IdentityCandidateConnection;
  /** Records that may be the same as this one, the likeliest first. */
  lookalikes: Array<IdentityCandidate>;
  /** Judgements that contradict each other. */
  identityConflicts: Array<IdentityConflict>;
  /** Null: no such initiative. */
  initiative: Maybe<Initiative>;
  /** Initiatives by name unless asked otherwise. */
  initiatives: InitiativeConnection;
  /** By name. */
  issues: IssueConnection;
  /** The mappings that imports can use: the template's first, then those that come with Jejak, then saved ones by name. */
  mappings: Array<Mapping>;
  /**
   * The shortest simple paths, then the next-shortest. No path is an empty list. `maxHops` 1 to 10, `limit` 1 to 50.
   * Hubs are avoided unless `via` says otherwise; each path names those it went around. `asOf`: only claims that may hold
   * on that day; left out, whenever they held.
   */
  paths: Array<Path>;
  /** As `paths`, with what the search avoided, also where no path is left. */
  pathSearch: PathSearch;
  /** By name. */
  places: PlaceConnection;
  /** Any record or change by its id. Null: no such id. */
  node: Maybe<Node>;
  /** The nodes of the ids, in their order; null where there is none. At most 100 ids. */
  nodes: Array<Maybe<Node>>;
  /** Proposals in the order in which they came: your own and, for an editor, those within the editor's limits. */
  proposals: ProposalConnection;
  /**
   * Finds records by names, aliases, previous names, abbreviations and identifiers; achievements also by award, category
   * and recipient, initiatives by owner, actors by post. Forgives case, diacritics, titles, word order and small typing
   * errors. `place`: id of a place, with what lies below. `query`: at most 200 characters.
   */
  search: SearchConnection;
  /** By date, undated last. */
  sources: SourceConnection;
  /** Version, engine and counts of this installation. */
  status: Status;
  /** Checks the invariants of the stored data; an empty list means that all hold. Reads the whole store. */
  check: Array<Finding>;
  /**
   * The trace of an achievement, initiative, issue, actor or place. `depth`: hops, 1 to 12. `asOf`: leaves out what had
   * certainly not begun by the end of that day. `include`: claim statuses, all but RETRACTED when left out. At most 3
   * round trips to the store, whatever the size.
   */
  trace: Trace;
};


/** The door for reading. */
export type QueryAccountsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryTokensArgs = {
  login?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryAchievementArgs = {
  id: Scalars['ID']['input'];
};


/** The door for reading. */
export type QueryAchievementsArgs = {
  filter?: InputMaybe<AchievementFilter>;
  orderBy?: InputMaybe<AchievementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryActorArgs = {
  id: Scalars['ID']['input'];
};


/** The door for reading. */
export type QueryActorsArgs = {
  filter?: InputMaybe<ActorFilter>;
  orderBy?: InputMaybe<ActorOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryProposeFromTextArgs = {
  text: Scalars['String']['input'];
  published?: InputMaybe<Scalars['Date']['input']>;
};


/** The door for reading. */
export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The door for reading. */
export type QueryClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryIdentityCandidatesArgs = {
  type: MergeableType;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryLookalikesArgs = {
  of: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The door for reading. */
export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};


/** The door for reading. */
export type QueryInitiativesArgs = {
  filter?: InputMaybe<InitiativeFilter>;
  orderBy?: InputMaybe<InitiativeOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryIssuesArgs = {
  filter?: InputMaybe<IssueFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryPathsArgs = {
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  via?: InputMaybe<PathFilter>;
};


/** The door for reading. */
export type QueryPathSearchArgs = {
  from: Scalars['ID']['input'];
  to: Scalars['ID']['input'];
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  via?: InputMaybe<PathFilter>;
};


/** The door for reading. */
export type QueryPlacesArgs = {
  filter?: InputMaybe<PlaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** The door for reading. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** The door for reading. */
export type QueryProposalsArgs = {
  open?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QuerySearchArgs = {
  query: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
  helixes?: InputMaybe<Array<Helix>>;
  place?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QuerySourcesArgs = {
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** The door for reading. */
export type QueryTraceArgs = {
  of: Scalars['ID']['input'];
  depth?: InputMaybe<Scalars['Int']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  include?: InputMaybe<Array<ClaimStatus>>;
  direction?: InputMaybe<TraceDirection>;
};

/** The door for writing: each field builds one change set. */
export type Mutation = {
  /**
   * Signs in by login and password: sets the session cookie, and tells the session's token to clients that send it in the
   * header `Authorization: Bearer …`.
   */
  signIn: SignInPayload;
  /** Signs in as a guest, by the code of an event pass. */
  redeemPass: SignInPayload;
  /** Ends this session. */
  signOut: SignOutPayload;
  /** Changes one's own password, and ends all other sessions of the account. */
  changePassword: ChangePasswordPayload;
  /**
   * Makes an API token of one's own account, or, for administrators, of that of a login. `grants` is a subset of the
   * account's; empty: it reads what is public. `days` until it expires, 1 to 3660; left out: never.
   */
  createToken: CreateTokenPayload;
  /** Revokes an API token: one's own when signed in by a session, others for administrators. */
  revokeToken: RevokePayload;
  /**
   * Gives out a pass for an event: `grant` (contributor or editor) is what each guest may do, within one's own limits;
   * `days` until it ends, 1 to 7; `uses`: how often it may be redeemed, 1 to 10000, left out: any number of times.
   */
  createPass: CreatePassPayload;
  /** Takes a pass back, and ends the sessions of its guests. */
  revokePass: RevokePayload;
  /** Creates an account. `password` left out: its holder can't sign in by one. For administrators. */
  createAccount: AccountPayload;
  /** Changes what is given of an account. A new password, or `disabled: true`, ends its sessions. For administrators. */
  updateAccount: AccountPayload;
  /** Opens an account that is locked after too many failures to sign in. For administrators. */
  unlockAccount: AccountPayload;
  /**
   * Records claims that an article suggests, in one change: the text is read again, so that nothing has to be kept between.
   * Each claim is ASSERTED, with the paragraph and the quotation as evidence. Drafts become new records, one for each name,
   * type and kind; a new achievement comes under an award of its own name. Give one of `source` and `newSource`; a new source
   * is an ARTICLE with the date `published`, the checksum of the text and the number of its paragraphs, unless it says otherwise.
   */
  acceptSuggestions: WritePayload;
  /** Creates an actor. */
  createActor: WritePayload;
  /** Corrects an actor: the fields given take the place of its own. */
  correctActor: WritePayload;
  /** Creates an initiative. */
  createInitiative: WritePayload;
  /** Corrects an initiative: the fields given take the place of its own. */
  correctInitiative: WritePayload;
  /** Creates an achievement. */
  createAchievement: WritePayload;
  /** Corrects an achievement: the fields given take the place of its own. */
  correctAchievement: WritePayload;
  /** Creates an award. */
  createAward: WritePayload;
  /** Corrects an award: the fields given take the place of its own. */
  correctAward: WritePayload;
  /** Creates an issue. */
  createIssue: WritePayload;
  /** Corrects an issue: the fields given take the place of its own. */
  correctIssue: WritePayload;
  /** Creates a place. */
  createPlace: WritePayload;
  /** Corrects a place: the fields given take the place of its own. */
  correctPlace: WritePayload;
  /** Creates a source. */
  createSource: WritePayload;
  /** Corrects a source: the fields given take the place of its own. */
  correctSource: WritePayload;
  /** Creates a claim. */
  createClaim: WritePayload;
  /** Corrects a claim: the fields given take the place of its own. */
  correctClaim: WritePayload;
  /** Marks a claim as checked against its source. */
  verifyClaim: WritePayload;
  /** Marks a claim as disputed; `reason` stays with it. */
  disputeClaim: WritePayload;
  /** Takes a claim back. It is kept, with its reason and its evidence, and shown to those who ask for it. */
  retractClaim: WritePayload;
  /** Adds places in sources to a record or claim; what it has already is not added again. */
  attachEvidence: WritePayload;
  /** Leaves a remark on a record or claim. */
  comment: WritePayload;
  /** Takes back a comment, a judgement, or a record made by mistake. It is kept in the history, and in no list. */
  withdraw: WritePayload;
  /**
   * Undoes a change: what it created is withdrawn (a claim retracted), what it updated is as before. Refused with CONFLICT,
   * naming what depends on it, when something later does.
   */
  revert: WritePayload;
  /**
   * Erases a person's data, the history included: the account of `login`, the personal data under `name` and `phone`, and
   * the number wherever it stands in a text. A name alone that several people have is refused. `dryRun` tells what would be
   * erased. `why` is the reason of the change that takes the number out of records; left out: "UU PDP 27/2022: penghapusan data
   * pribadi". docs/personal-data.md tells more. For administrators.
   */
  forgetPerson: ForgetPayload;
  /**
   * Judges whether two records are the same. POSITIVE makes one of them stand for both, the one created first; claims stay
   * as they were made. Judging again changes the judgement; `withdraw` takes it back.
   */
  judge: WritePayload;
  /**
   * Checks a mapping as a whole and keeps it under its name. For contributors. It takes the place of an earlier one that you
   * saved, or that anybody did if you are an editor without limits; a guest replaces none.
   */
  saveMapping: SaveMappingPayload;
  /**
   * Decides on operations of a proposal. Those accepted become one change that carries the names of author and reviewer; a
   * record that an accepted one points at must be accepted as well, or exist. Creating what exists by now changes nothing
   * when the record says the same, and is a CONFLICT when it does not.
   */
  reviewProposal: WritePayload;
  /**
   * Loads one of the datasets that come with Jejak; what is there already is left alone. For editors without limits, and
   * for the operator of this installation, by the token that the server writes into its data folder.
   */
  loadDataset: LoadDatasetPayload;
};


/** The door for writing: each field builds one change set. */
export type MutationSignInArgs = {
  login: Scalars['String']['input'];
  password: Scalars['String']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationRedeemPassArgs = {
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationChangePasswordArgs = {
  present: Scalars['String']['input'];
  next: Scalars['String']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationCreateTokenArgs = {
  name: Scalars['String']['input'];
  grants: Array<GrantInput>;
  days?: InputMaybe<Scalars['Int']['input']>;
  login?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationRevokeTokenArgs = {
  id: Scalars['ID']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationCreatePassArgs = {
  event: Scalars['String']['input'];
  grant: GrantInput;
  days?: Scalars['Int']['input'];
  uses?: InputMaybe<Scalars['Int']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationRevokePassArgs = {
  id: Scalars['ID']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationCreateAccountArgs = {
  login: Scalars['String']['input'];
  name: Scalars['String']['input'];
  grants: Array<GrantInput>;
  password?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationUpdateAccountArgs = {
  login: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  grants?: InputMaybe<Array<GrantInput>>;
  disabled?: InputMaybe<Scalars['Boolean']['input']>;
  password?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationUnlockAccountArgs = {
  login: Scalars['String']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationAcceptSuggestionsArgs = {
  text: Scalars['String']['input'];
  published?: InputMaybe<Scalars['Date']['input']>;
  source?: InputMaybe<Scalars['ID']['input']>;
  newSource?: InputMaybe<SourceInput>;
  accept: Array<AcceptInput>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateActorArgs = {
  input: ActorInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectActorArgs = {
  id: Scalars['ID']['input'];
  input: ActorInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateInitiativeArgs = {
  input: InitiativeInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectInitiativeArgs = {
  id: Scalars['ID']['input'];
  input: InitiativeInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateAchievementArgs = {
  input: AchievementInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectAchievementArgs = {
  id: Scalars['ID']['input'];
  input: AchievementInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateAwardArgs = {
  input: AwardInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectAwardArgs = {
  id: Scalars['ID']['input'];
  input: AwardInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateIssueArgs = {
  input: IssueInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectIssueArgs = {
  id: Scalars['ID']['input'];
  input: IssueInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreatePlaceArgs = {
  input: PlaceInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectPlaceArgs = {
  id: Scalars['ID']['input'];
  input: PlaceInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateSourceArgs = {
  input: SourceInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectSourceArgs = {
  id: Scalars['ID']['input'];
  input: SourceInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCreateClaimArgs = {
  input: ClaimInput;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCorrectClaimArgs = {
  id: Scalars['ID']['input'];
  input: ClaimInput;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationVerifyClaimArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationDisputeClaimArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationRetractClaimArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationAttachEvidenceArgs = {
  to: Scalars['ID']['input'];
  evidence: Array<EvidenceInput>;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationCommentArgs = {
  on: Scalars['ID']['input'];
  text: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationWithdrawArgs = {
  id: Scalars['ID']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationRevertArgs = {
  change: Scalars['ID']['input'];
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationForgetPersonArgs = {
  login?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  why?: InputMaybe<Scalars['String']['input']>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationJudgeArgs = {
  left: Scalars['ID']['input'];
  right: Scalars['ID']['input'];
  verdict: Verdict;
  score?: InputMaybe<Scalars['Float']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  version?: InputMaybe<Scalars['Int']['input']>;
  why: Scalars['String']['input'];
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationSaveMappingArgs = {
  text: Scalars['String']['input'];
};


/** The door for writing: each field builds one change set. */
export type MutationReviewProposalArgs = {
  id: Scalars['ID']['input'];
  verdicts: Array<VerdictInput>;
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};


/** The door for writing: each field builds one change set. */
export type MutationLoadDatasetArgs = {
  dataset: Dataset;
};

/** Who has signed in. */
export type SignInPayload = {
  /** Null when refused. */
  viewer: Maybe<Viewer>;
  /** The session, for the header `Authorization: Bearer …`. Null when refused. */
  token: Maybe<Scalars['String']['output']>;
  /** When the session ends unless it is used. Null when refused. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** Nobody is signed in any more. */
export type SignOutPayload = {
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** Whether the password is changed. */
export type ChangePasswordPayload = {
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** The new API token. */
export type CreateTokenPayload = {
  /** Null when refused. */
  token: Maybe<ApiToken>;
  /** The token itself, shown now and never again. Null when refused. */
  secret: Maybe<Scalars['String']['output']>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** The new event pass. */
export type CreatePassPayload = {
  /** Null when refused. */
  pass: Maybe<EventPass>;
  /** The code to type, shown now and never again. Null when refused. */
  code: Maybe<Scalars['String']['output']>;
  /** The code as a picture, to project or print. Null when refused. */
  qrSvg: Maybe<Scalars['String']['output']>;
  /** The code as a picture in a terminal. Null when refused. */
  qrText: Maybe<Scalars['String']['output']>;
  /** When it ends. Null when refused. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** What was taken back. */
export type RevokePayload = {
  /** Its id. Null when refused. */
  id: Maybe<Scalars['ID']['output']>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** The account as it is now. */
export type AccountPayload = {
  /** Null when refused. */
  account: Maybe<Account>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** How far an achievement reaches. */
export type AchievementLevel =
  | 'CITY'
  | 'PROVINCE'
  | 'NATIONAL'
  | 'INTERNATIONAL';

/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type Achievement = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** The award under which it was given. */
  award: Award;
  /** Null: no source says. */
  level: Maybe<AchievementLevel>;
  /** Null: the award has no categories, or no source says. */
  category: Maybe<Scalars['String']['output']>;
  /** As the source words it: "TOP 25", "Terbaik II". Null: no rank, or no source says. */
  rank: Maybe<Scalars['String']['output']>;
  /** Null: no source says when. */
  date: Maybe<PartialDate>;
  /** Other achievements under the same award. */
  siblings: AchievementConnection;
  /** What or who won it. */
  recipients: ClaimConnection;
  /** Who gave it. */
  conferrers: ClaimConnection;
  /** Who took it into their hands, and on whose behalf. */
  receivers: ClaimConnection;
  /** Where it was handed over. */
  events: ClaimConnection;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementNoteArgs = {
  language?: InputMaybe<Language>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementSiblingsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementRecipientsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementConferrersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementReceiversArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award, rank or recognition in one category. One award can have several, each its own achievement. */
export type AchievementEventsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An award under which achievements are given. */
export type Award = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** Null: no source says, or it differs by category. */
  level: Maybe<AchievementLevel>;
  /** The achievements given under it, earliest first, undated last. */
  achievements: AchievementConnection;
};


/** An award under which achievements are given. */
export type AwardNoteArgs = {
  language?: InputMaybe<Language>;
};


/** An award under which achievements are given. */
export type AwardClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award under which achievements are given. */
export type AwardHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** An award under which achievements are given. */
export type AwardDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** An award under which achievements are given. */
export type AwardAchievementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type AchievementFilter = {
  /** Of one of these levels. */
  level?: InputMaybe<Array<AchievementLevel>>;
  /** Id of an award. */
  award?: InputMaybe<Scalars['ID']['input']>;
  /** Id of an initiative or actor that won it. */
  recipient?: InputMaybe<Scalars['ID']['input']>;
  /** Its date can fall in the days from `from` to `until`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of the span; left out: open. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** What achievements can be sorted by. */
export type AchievementOrderField =
  | 'NAME'
  /** Earliest day of its date; undated last in ascending order. */
  | 'DATE';

/** How to sort achievements. */
export type AchievementOrder = {
  /** What to sort by. */
  field?: AchievementOrderField;
  /** Ascending unless asked otherwise. */
  direction?: OrderDirection;
};

/** A page of achievements. */
export type AchievementConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<AchievementEdge>;
  /** The nodes of the edges. */
  nodes: Array<Achievement>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type AchievementEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Achievement;
};

/** ORGANIZATION, PERSON, or COHORT: a counted group named only as a group ("57 kelurahan"). */
export type ActorKind =
  | 'ORGANIZATION'
  | 'PERSON'
  | 'COHORT';

/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type Actor = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** Organization, person or cohort. */
  kind: ActorKind;
  /** The helix it is counted in. */
  helix: Helix;
  /** Members of a cohort. Null: not stated, or not a cohort. */
  size: Maybe<Scalars['Int']['output']>;
  /** Its own page. Null: none known. */
  url: Maybe<Scalars['String']['output']>;
  /** Initiatives in which the actor takes part, in story order. */
  participations: ClaimConnection;
  /**
   * Posts: of a person, those it holds; of an organization, those in it. With `at`, only those known to be held on that
   * day; a post whose dates are unknown is left out.
   */
  affiliations: ClaimConnection;
  /** Actors that take part in the same initiatives, those with most initiatives in common first. */
  collaborators: CollaboratorConnection;
  /** Achievements won by the actor or an initiative it owns, or received on its behalf, earliest first, undated last. */
  achievements: AchievementConnection;
  /** The actor's story: its claims, and the conferrals of the initiatives it owns, by date, undated last. */
  timeline: ClaimConnection;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorNoteArgs = {
  language?: InputMaybe<Language>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorParticipationsArgs = {
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  kinds?: InputMaybe<Array<InitiativeKind>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorAffiliationsArgs = {
  at?: InputMaybe<Scalars['Date']['input']>;
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorCollaboratorsArgs = {
  helix?: InputMaybe<Array<Helix>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorAchievementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Who takes part: an organization, a person or a cohort, in one of the six helixes. */
export type ActorTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Another actor, and what the two did together. */
export type Collaborator = {
  /** The other actor. */
  actor: Actor;
  /** Initiatives in which both take part, by name. */
  initiatives: Array<Initiative>;
};

/** A page of collaborators. */
export type CollaboratorConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<CollaboratorEdge>;
  /** The nodes of the edges. */
  nodes: Array<Collaborator>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type CollaboratorEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Collaborator;
};

/** All given conditions must hold; an empty list allows nothing. */
export type ActorFilter = {
  /** In one of these helixes. */
  helix?: InputMaybe<Array<Helix>>;
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<ActorKind>>;
  /** Id of a place: actors located there or below. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** Takes part in this initiative. */
  initiative?: InputMaybe<Scalars['ID']['input']>;
  /** Takes part in some initiative in one of these roles. */
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Owns no innovation: none of kind INNOVATION with this actor as accountable, implementing or initiator. */
  withoutInnovation?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What actors can be sorted by. */
export type ActorOrderField =
  /** By folded name. */
  | 'NAME';

/** How to sort actors. */
export type ActorOrder = {
  /** What to sort by. */
  field?: ActorOrderField;
  /** Ascending unless asked otherwise. */
  direction?: OrderDirection;
};

/** A page of actors. */
export type ActorConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<ActorEdge>;
  /** The nodes of the edges. */
  nodes: Array<Actor>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type ActorEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Actor;
};

/** Types of record that an article can name. */
export type NamedType =
  | 'ACTOR'
  | 'INITIATIVE'
  | 'ACHIEVEMENT'
  | 'AWARD'
  | 'ISSUE'
  | 'PLACE';

/** What the rules find in an article (docs/articles.md). Nothing is written by reading it. */
export type ArticleReading = {
  /** Claims that a person may accept, in the order of the text. */
  suggestions: Array<ClaimSuggestion>;
  /** Names met in the text, in its order. */
  names: Array<FoundName>;
  /** Dates met in the text, in its order. */
  dates: Array<FoundDate>;
};

/** A claim that an article seems to make, for a person to accept, mend or leave. */
export type ClaimSuggestion = {
  /** For `acceptSuggestions`: the same as long as the text and the records that it names stay the same. */
  id: Scalars['ID']['output'];
  /** What it states. */
  kind: ClaimKind;
  /** One of the roles of the kind. Null: the kind has no roles. */
  role: Maybe<Scalars['String']['output']>;
  /** Of what something is stated. */
  subject: SuggestedEnd;
  /** To what the statement joins it. */
  object: SuggestedEnd;
  /** Further parties of an agreement. */
  parties: Array<SuggestedEnd>;
  /** Null: the article does not say when. */
  period: Maybe<Period>;
  /** Title of the post, for an affiliation. Null: not stated. */
  position: Maybe<Scalars['String']['output']>;
  /** What the participant puts in; empty when the sentence does not say. */
  contributions: Array<Contribution>;
  /** 0 to 1: that of the rule, lowered where an end is a guess. It orders suggestions, and is no probability. */
  confidence: Scalars['Float']['output'];
  /** By which rule. */
  rule: ReadingRule;
  /** The sentence that says so, at most 300 characters; "…" marks a cut. */
  quote: Scalars['String']['output'];
  /** Where it stands: `paragraf 6`; paragraphs are lines that are not empty, counted from 1. */
  locator: Scalars['String']['output'];
  /** Where the finding begins in the text, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** Where it ends, that unit excluded. */
  end: Scalars['Int']['output'];
  /** The claim in words. */
  sentence: Scalars['String']['output'];
  /** Claims stored already that say the same: of that kind, role, subject and object; an agreement either way round. */
  known: Array<Claim>;
};


/** A claim that an article seems to make, for a person to accept, mend or leave. */
export type ClaimSuggestionSentenceArgs = {
  language?: InputMaybe<Language>;
};

/** One end of a suggested claim: a known record, or the draft of a new one. */
export type SuggestedEnd = {
  /** The record. Null: nothing of that name is known, and accepting makes it a new record. */
  node: Maybe<Node>;
  /** Its type. */
  type: NamedType;
  /** Its kind; of a draft, guessed from the form of the name. Null: the type has none. */
  kind: Maybe<Scalars['String']['output']>;
  /** Its helix; of a draft, a guess. Null: no actor. */
  helix: Maybe<Helix>;
  /** The name of the record, or as the article has it. */
  name: Scalars['String']['output'];
};

/** A rule by which a sentence yields a claim. */
export type ReadingRule = {
  /** By which docs/articles.md lists it. */
  id: Scalars['String']['output'];
  /** What it does, in a sentence. */
  explanation: Scalars['String']['output'];
};


/** A rule by which a sentence yields a claim. */
export type ReadingRuleExplanationArgs = {
  language?: InputMaybe<Language>;
};

/** A name met in a text. */
export type FoundName = {
  /** What it may name; several where an office and its area share the name. */
  ends: Array<SuggestedEnd>;
  /** Where it begins in the text, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** Where it ends, that unit excluded. */
  end: Scalars['Int']['output'];
};

/** A date met in a text. */
export type FoundDate = {
  /** Null: the text alone does not settle it (`Februari lalu`). */
  date: Maybe<PartialDate>;
  /** As the text writes it. */
  text: Scalars['String']['output'];
  /** Where it begins in the text, in UTF-16 code units. */
  start: Scalars['Int']['output'];
  /** Where it ends, that unit excluded. */
  end: Scalars['Int']['output'];
};

/** A suggestion that a person accepts. */
export type AcceptInput = {
  /** Its id, from `proposeFromText` with the same text. */
  suggestion: Scalars['ID']['input'];
  /** Fields of the claim that take the place of those suggested: role, dates, position, contributions, … */
  changes?: InputMaybe<ClaimInput>;
  /** Id of the record to take as subject. In the place of a drafted achievement, that of an award: the new achievement comes under it. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the record to take as object. */
  object?: InputMaybe<Scalars['ID']['input']>;
};

/** One applied change set. Nothing else writes. */
export type Change = Node & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** 1, 2, 3, … in the order of commits, without gaps. */
  sequence: Scalars['Int']['output'];
  /** When it was committed. */
  at: Scalars['DateTime']['output'];
  /** Who made it: a user or a command. */
  by: Scalars['String']['output'];
  /** The reason given, in a sentence. */
  why: Scalars['String']['output'];
  /** Who accepted it, when one person proposed it and another reviewed it. Null: it was written directly. */
  approvedBy: Maybe<Scalars['String']['output']>;
  /** The change that this one takes back. Null: none. */
  reverts: Maybe<Change>;
  /** How many records it touched. */
  operationCount: Scalars['Int']['output'];
  /** The records it touched, before and after, as JSON; at most the first `first`, 1 to 100. */
  operations: Array<ChangeOperation>;
};


/** One applied change set. Nothing else writes. */
export type ChangeOperationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Whether a record was created or updated. */
export type OperationKind =
  | 'CREATE'
  | 'UPDATE';

/** One record of a change, before and after. */
export type ChangeOperation = {
  /** Whether the record was new. */
  kind: OperationKind;
  /** The record as it is now. */
  node: Maybe<Node>;
  /** Null for a creation. JSON. */
  before: Maybe<Scalars['String']['output']>;
  /** JSON. */
  after: Scalars['String']['output'];
};

/** What is told as it happens: each event is an answer of its own, over Server-Sent Events. */
export type Subscription = {
  /**
   * Changes in order, none missed and none twice: those after the change with the id `after`, then each new one once it is
   * committed. Without `after` only new ones. A client that was cut off goes on with the id of the last change it has seen.
   */
  changes: Change;
};


/** What is told as it happens: each event is an answer of its own, over Server-Sent Events. */
export type SubscriptionChangesArgs = {
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of changes. */
export type ChangeConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<ChangeEdge>;
  /** The nodes of the edges. */
  nodes: Array<Change>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type ChangeEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Change;
};

/** What a claim states; the relation registry (`relations`) defines each. */
export type ClaimKind =
  /** actor → initiative, with role and contributions */
  | 'PARTICIPATION'
  /** person → organization, with position */
  | 'AFFILIATION'
  /** achievement → initiative or actor: recipient, conferrer, receiver, on behalf of, event */
  | 'CONFERRAL'
  /** part → whole: initiatives, organizations, places */
  | 'PART_OF'
  /** lineage: proposal → program → innovation */
  | 'RESULTED_IN'
  /** initiative → competition */
  | 'ENTERED'
  /** initiative → issue */
  | 'ADDRESSES'
  /** initiative, actor or issue → place */
  | 'LOCATED_IN'
  /** organization → organization */
  | 'SUCCEEDED_BY'
  /** actor ↔ actor, and further parties */
  | 'AGREEMENT';

/** How far a claim can be relied on. */
export type ClaimStatus =
  /** Stated or inferred, not checked. */
  | 'ASSERTED'
  /** Checked against its source. */
  | 'VERIFIED'
  | 'DISPUTED'
  /** Withdrawn; kept with its evidence. */
  | 'RETRACTED';

/** Which of rival claims to show first (Wikidata's ranks). */
export type ClaimRank =
  | 'PREFERRED'
  | 'NORMAL'
  | 'DEPRECATED';

/** A statement that joins two records: the only thing that carries knowledge of a relation. */
export type Claim = Node & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that say so; at least one. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** The change that recorded this claim: who, when, why. */
  created: Change;
  /** The change that last touched this claim. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** What the claim states. */
  kind: ClaimKind;
  /** One of the roles of the kind. Null: the kind has no roles. */
  role: Maybe<Scalars['String']['output']>;
  /** The record of which something is stated. */
  subject: Node;
  /** The record to which the statement joins it. */
  object: Node;
  /** Further parties of an agreement. */
  parties: Array<Actor>;
  /** Whether it has been checked, disputed or withdrawn. */
  status: ClaimStatus;
  /** Why it is disputed or retracted. Null: it is neither, or nobody said. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** Subject and object as the claim was made, before records were judged to be the same. */
  asMade: ClaimEnds;
  /** Whether to show it before or after its rivals. */
  rank: ClaimRank;
  /** Null: no source says when. */
  period: Maybe<Period>;
  /** Title of the post, for an affiliation; Indonesian where the language asked for has none. Null: not stated. */
  position: Maybe<Scalars['String']['output']>;
  /** What the participant puts in or, for a beneficiary, receives; empty when no source says. */
  contributions: Array<Contribution>;
  /** The claim as a sentence; told from the object when `from` is its id. */
  sentence: Scalars['String']['output'];
  /** Claims of the same kind, role, subject and object that say otherwise, the preferred first. */
  rivals: Array<Claim>;
};


/** A statement that joins two records: the only thing that carries knowledge of a relation. */
export type ClaimNoteArgs = {
  language?: InputMaybe<Language>;
};


/** A statement that joins two records: the only thing that carries knowledge of a relation. */
export type ClaimHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A statement that joins two records: the only thing that carries knowledge of a relation. */
export type ClaimPositionArgs = {
  language?: InputMaybe<Language>;
};


/** A statement that joins two records: the only thing that carries knowledge of a relation. */
export type ClaimSentenceArgs = {
  language?: InputMaybe<Language>;
  from?: InputMaybe<Scalars['ID']['input']>;
};

/** The records that a claim was made on. */
export type ClaimEnds = {
  /** The subject as it was made. */
  subject: Node;
  /** The object as it was made. */
  object: Node;
};

/** What sort of thing is contributed. */
export type ContributionKind =
  | 'MONEY'
  /** Goods and things. */
  | 'IN_KIND'
  | 'PEOPLE'
  | 'KNOWLEDGE';

/** What a participant puts in or, for a beneficiary, receives. */
export type Contribution = {
  /** Money, goods, people or knowledge. */
  kind: ContributionKind;
  /** In units of `currency` for money, else of `unit`. Null: not stated. */
  amount: Maybe<Scalars['Float']['output']>;
  /** ISO 4217; for money only. */
  currency: Maybe<Scalars['String']['output']>;
  /** What is counted. Null: not stated. */
  unit: Maybe<Scalars['String']['output']>;
  /** What it is, in words. Null: not stated. */
  description: Maybe<Scalars['String']['output']>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type ClaimFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<ClaimKind>>;
  /** In one of these roles. */
  role?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Left out: all but RETRACTED. */
  status?: InputMaybe<Array<ClaimStatus>>;
  /** Of one of these ranks. */
  rank?: InputMaybe<Array<ClaimRank>>;
  /** Id of the record at the subject's end. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the record at the object's end. */
  object?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a source among its evidence. */
  source?: InputMaybe<Scalars['ID']['input']>;
  /** Its known dates reach into the days from `from` to `until`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of the span; left out: open. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** A kind of claim, from the relation registry. */
export type Relation = {
  /** The kind of claim. */
  kind: ClaimKind;
  /** Its name. */
  label: Scalars['String']['output'];
  /** What the kind states, in English. */
  definition: Scalars['String']['output'];
  /** The roles of this kind; empty when it has none. */
  roles: Array<RelationRole>;
};


/** A kind of claim, from the relation registry. */
export type RelationLabelArgs = {
  language?: InputMaybe<Language>;
};

/** A role that a claim of some kind can have. */
export type RelationRole = {
  /** The role as claims carry it. */
  role: Scalars['String']['output'];
  /** Its name. */
  label: Scalars['String']['output'];
  /** Organisation role of IATI 2.03: 1 funding, 2 accountable, 3 extending, 4 implementing. Null: IATI has none. */
  iati: Maybe<Scalars['Int']['output']>;
  /** The sentence pattern, with {subject} and {object}. */
  sentence: Scalars['String']['output'];
};


/** A role that a claim of some kind can have. */
export type RelationRoleLabelArgs = {
  language?: InputMaybe<Language>;
};


/** A role that a claim of some kind can have. */
export type RelationRoleSentenceArgs = {
  language?: InputMaybe<Language>;
};

/** A page of claims. */
export type ClaimConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<ClaimEdge>;
  /** The nodes of the edges. */
  nodes: Array<Claim>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type ClaimEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Claim;
};

/** A remark of a reader on a record. */
export type Comment = Node & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** The record it is about. */
  about: Node;
  /** What it says. */
  text: Scalars['String']['output'];
  /** The change by which it was left: who, when. */
  created: Change;
  /** The number of the change that last touched it. */
  version: Scalars['Int']['output'];
};

/** Language of labels, sentences and paraphrases. */
export type Language =
  /** Indonesian. */
  | 'ID'
  /** English. */
  | 'EN';

/** The six helixes of collaboration (hexahelix), in the order in which the mayor of Malang names them. */
export type Helix =
  | 'GOVERNMENT'
  | 'COMMUNITY'
  | 'ACADEMIA'
  | 'BUSINESS'
  | 'MEDIA'
  | 'FINANCE';

/** Direction of an ordered list. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** Anything with an id of its own. Ids are opaque, stable across restart, dump and restore, and safe in a URL. */
export type Node = {
  /** Opaque, stable across restart, dump and restore, and safe in a URL. */
  id: Scalars['ID']['output'];
};

/** A record that sources speak of and that claims join to others. */
export type Thing = {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere; a dataset's own key has a scheme such as `jejak:malang`. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. Relations have their evidence on the claim. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /**
   * Claims in which this record is subject or object, in story order: by date (undated last), then id. Retracted claims
   * only when `status` asks for them.
   */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
};


/** A record that sources speak of and that claims join to others. */
export type ThingNoteArgs = {
  language?: InputMaybe<Language>;
};


/** A record that sources speak of and that claims join to others. */
export type ThingClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A record that sources speak of and that claims join to others. */
export type ThingHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A key of a record in some scheme. */
export type Identifier = {
  /** Who gives out the key: `jejak:malang`, `kemendagri`, … */
  scheme: Scalars['String']['output'];
  /** The key itself. */
  id: Scalars['String']['output'];
};

/** A date as precise as its source: an EDTF level 1 expression (ISO 8601-2) and the span of days it can mean. */
export type PartialDate = {
  /** `2021`, `2021-02`, `2021-02-03~` (approximate), `202X` (some year of the decade). */
  edtf: Scalars['String']['output'];
  /** First day that it can mean. */
  earliest: Scalars['Date']['output'];
  /** Last day that it can mean. */
  latest: Scalars['Date']['output'];
};

/** What is known of the end of a period. A missing end never means "still going". */
export type EndState =
  /** The end is given. */
  | 'KNOWN'
  /** A source says that it goes on. */
  | 'ONGOING'
  /** A source says that it ended, not when. */
  | 'ENDED_UNKNOWN'
  /** No source says. */
  | 'UNKNOWN';

/** When something holds or took place. */
export type Period = {
  /** Null: not known. */
  start: Maybe<PartialDate>;
  /** Null: see `endState`. */
  end: Maybe<PartialDate>;
  /** What is known of the end. */
  endState: EndState;
  /** A date at which a source says it held, without saying since when or until when (Wikidata P585). Null: none. */
  at: Maybe<PartialDate>;
};

/** Where a source says something. */
export type Evidence = {
  /** The document that says it. */
  source: Source;
  /** Place in the source: `paragraf 6`, `hlm. 12`, `00:14:10`. Null: the source as a whole. */
  locator: Maybe<Scalars['String']['output']>;
  /** The source's own words, short. Null: none taken. */
  quote: Maybe<Scalars['String']['output']>;
  /** What the source says, in our words; Indonesian where the language asked for has none. Null: none written. */
  paraphrase: Maybe<Scalars['String']['output']>;
  /** Language of the source at that place, BCP 47. */
  language: Maybe<Scalars['String']['output']>;
};


/** Where a source says something. */
export type EvidenceParaphraseArgs = {
  language?: InputMaybe<Language>;
};

/** Relay's page information. */
export type PageInfo = {
  /** True when more follows this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when something stands before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** A key of a record in some scheme. */
export type IdentifierInput = {
  /** Who gives out the key, one word: `kemendagri`, … */
  scheme: Scalars['String']['input'];
  /** The key itself. */
  id: Scalars['String']['input'];
};

/** Where a source says something. */
export type EvidenceInput = {
  /** Id of the document that says it. */
  source: Scalars['ID']['input'];
  /** Place in the source: `paragraf 6`, `hlm. 12`, `00:14:10`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** The source's own words, short. */
  quote?: InputMaybe<Scalars['String']['input']>;
  /** What the source says, in our words, in Indonesian. */
  paraphrase?: InputMaybe<Scalars['String']['input']>;
  /** The same in English. */
  paraphraseEn?: InputMaybe<Scalars['String']['input']>;
  /** Language of the source at that place, BCP 47; `id` when left out. */
  language?: InputMaybe<Scalars['String']['input']>;
};

/** What a participant puts in or, for a beneficiary, receives. */
export type ContributionInput = {
  /** Money, goods, people or knowledge. */
  kind: ContributionKind;
  /** In units of `currency` for money, else of `unit`. */
  amount?: InputMaybe<Scalars['Float']['input']>;
  /** ISO 4217; for money only. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** What is counted. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** What it is, in words. */
  description?: InputMaybe<Scalars['String']['input']>;
};

/** Personal data of whoever asked for something. */
export type ProposerInput = {
  /** Their name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Their telephone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** An actor. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type ActorInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** Organization, person or cohort. */
  kind?: InputMaybe<ActorKind>;
  /** The helix it is counted in. */
  helix?: InputMaybe<Helix>;
  /** Members of a cohort. */
  size?: InputMaybe<Scalars['Int']['input']>;
  /** Its own page. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** An initiative. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type InitiativeInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** Program, innovation, … */
  kind?: InputMaybe<InitiativeKind>;
  /** First date, EDTF. */
  start?: InputMaybe<Scalars['String']['input']>;
  /** Last date, EDTF; with `endState` KNOWN. */
  end?: InputMaybe<Scalars['String']['input']>;
  /** What is known of the end. */
  endState?: InputMaybe<EndState>;
  /** A date at which a source says that it held, EDTF. */
  at?: InputMaybe<Scalars['String']['input']>;
  /** Who asked for it: personal data, kept apart from the record. Null erases it. */
  proposer?: InputMaybe<ProposerInput>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** An achievement. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type AchievementInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** Id of the award under which it was given. */
  award?: InputMaybe<Scalars['ID']['input']>;
  /** City, province, national or international. */
  level?: InputMaybe<AchievementLevel>;
  /** Category of the award. */
  category?: InputMaybe<Scalars['String']['input']>;
  /** As the source words it: TOP 25, Terbaik II. */
  rank?: InputMaybe<Scalars['String']['input']>;
  /** When it was given, EDTF. */
  date?: InputMaybe<Scalars['String']['input']>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** An award. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type AwardInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** City, province, national or international. */
  level?: InputMaybe<AchievementLevel>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** A priority issue. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type IssueInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** How far it is. */
  progress?: InputMaybe<IssueProgress>;
  /** The date at which the source reports that progress, EDTF. */
  progressAt?: InputMaybe<Scalars['String']['input']>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** A place. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type PlaceInput = {
  /** The name by which it is known now. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other names in use. */
  aliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names it once had, and old spellings. */
  previousNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Short forms of the name. */
  abbreviations?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Names too vague to match on. */
  weakAliases?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In Indonesian. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** In English. */
  descriptionEn?: InputMaybe<Scalars['String']['input']>;
  /** Province, city, … */
  kind?: InputMaybe<PlaceKind>;
  /** Kemendagri code. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** A document. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type SourceInput = {
  /** What sort of document it is. */
  kind?: InputMaybe<SourceKind>;
  /** Its title, in its own language. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Who published it. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** Who wrote it. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** Date of the document, EDTF. */
  date?: InputMaybe<Scalars['String']['input']>;
  /** Its address on the web. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The day on which it was read. */
  retrieved?: InputMaybe<Scalars['Date']['input']>;
  /** `sha256:` and 64 hexadecimal digits. */
  checksum?: InputMaybe<Scalars['String']['input']>;
  /** Language of the document, BCP 47. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Number of paragraphs, as locators count them. */
  paragraphs?: InputMaybe<Scalars['Int']['input']>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** A claim. A field that is left out stays as it is (in a new record: empty); null empties it; a list is given whole. */
export type ClaimInput = {
  /** What it states. */
  kind?: InputMaybe<ClaimKind>;
  /** One of the roles of the kind. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Id of the record of which something is stated. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the record to which the statement joins it. */
  object?: InputMaybe<Scalars['ID']['input']>;
  /** Ids of further parties of an agreement. */
  parties?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Which of rival claims to show first. */
  rank?: InputMaybe<ClaimRank>;
  /** First date, EDTF. */
  start?: InputMaybe<Scalars['String']['input']>;
  /** Last date, EDTF; with `endState` KNOWN. */
  end?: InputMaybe<Scalars['String']['input']>;
  /** What is known of the end. */
  endState?: InputMaybe<EndState>;
  /** A date at which a source says that it held, EDTF. */
  at?: InputMaybe<Scalars['String']['input']>;
  /** Title of the post, in Indonesian; for an affiliation. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** Title of the post, in English. */
  positionEn?: InputMaybe<Scalars['String']['input']>;
  /** What the participant puts in. */
  contributions?: InputMaybe<Array<ContributionInput>>;
  /** Keys of this record elsewhere. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** The places in sources that speak of this record itself. */
  evidence?: InputMaybe<Array<EvidenceInput>>;
  /** A remark for readers, in Indonesian. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A remark for readers, in English. */
  noteEn?: InputMaybe<Scalars['String']['input']>;
};

/** What a mutation did. One of `change`, `proposal` and `userErrors` is there. */
export type WritePayload = {
  /** The change that was made. Null: nothing was, or it waits for a review. */
  change: Maybe<Change>;
  /** The proposal that waits for a review, when you may propose and not write. */
  proposal: Maybe<Proposal>;
  /** The record written; after a CONFLICT the record as it stands now, to compare with the edit. */
  node: Maybe<Node>;
  /** As sent. */
  clientMutationId: Maybe<Scalars['String']['output']>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** What was erased and what stays; in a dry run, what would be. */
export type ForgetPayload = {
  /** Null when refused. */
  erased: Maybe<ErasedData>;
  /** What the number was taken out of. Null when refused. */
  redacted: Maybe<RedactedTexts>;
  /** What stays, and why: for a person to look at. Empty when refused. */
  left: Array<LeftData>;
  /** The change that took the number out of records. Null: it stood in none, it was a dry run, or it was refused. */
  change: Maybe<Change>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** What is gone. None of it is shown: ids and counts. */
export type ErasedData = {
  /** Whether the account is gone, with its password and its link to the identity provider. */
  account: Scalars['Boolean']['output'];
  /** Sessions that have ended: those of the account and of the guests of its passes. */
  sessions: Scalars['Int']['output'];
  /** API tokens of the account. */
  tokens: Scalars['Int']['output'];
  /** Event passes that the account had given out. */
  passes: Scalars['Int']['output'];
  /** Import mappings that no longer name their author. */
  mappings: Scalars['Int']['output'];
  /** Ids of the changes and proposals that no longer name the account as author, approver or reviewer. */
  attributions: Array<Scalars['ID']['output']>;
  /** Ids of the records whose proposer was erased. */
  proposersOf: Array<Scalars['ID']['output']>;
  /** Ids of the proposals whose proposer was erased. */
  pending: Array<Scalars['ID']['output']>;
};

/** Where the number was typed as text, and now `(dihapus)` stands. */
export type RedactedTexts = {
  /** Ids of records, by `change`. */
  records: Array<Scalars['ID']['output']>;
  /** Ids of earlier changes, in place. */
  changes: Array<Scalars['ID']['output']>;
  /** Ids of proposals, in place. */
  proposals: Array<Scalars['ID']['output']>;
};

/** Something that stays. */
export type LeftData = {
  /** What it is and what to do about it. */
  what: Scalars['String']['output'];
  /** Ids of the records that it is about; at most the first 100. */
  records: Array<Scalars['ID']['output']>;
};

/** Whether two records are the same. */
export type Verdict =
  /** They are the same: one of them stands for both. */
  | 'POSITIVE'
  /** They are not. */
  | 'NEGATIVE'
  /** Nobody can tell yet. */
  | 'UNSURE';

/** A judgement on two records. It can be taken back (`withdraw`), and destroys neither. */
export type Judgement = Node & {
  /** Opaque and stable; the same whichever record is named first. */
  id: Scalars['ID']['output'];
  /** One record, as it was made. */
  left: Node;
  /** The other record, as it was made. */
  right: Node;
  /** Whether they are the same. */
  verdict: Verdict;
  /** Confidence, 0 to 1. Null: not given. */
  score: Maybe<Scalars['Float']['output']>;
  /** A remark. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** The change by which it was first made: who, when, why. */
  created: Change;
  /** The change that last touched it. */
  updated: Change;
  /** The number of that change. */
  version: Scalars['Int']['output'];
};


/** A judgement on two records. It can be taken back (`withdraw`), and destroys neither. */
export type JudgementNoteArgs = {
  language?: InputMaybe<Language>;
};

/** Records that were judged to be one although somebody judged that two of them are not. */
export type IdentityConflict = {
  /** The judgement that says no. */
  negative: Judgement;
  /** The judgements that say yes and join its two records: one of these, or the no, has to be withdrawn. */
  positives: Array<Judgement>;
};

/** Two records that may be the same. */
export type IdentityCandidate = {
  /** One record. */
  left: Node;
  /** The other record. */
  right: Node;
  /** 0 to 1; see docs/identity.md. */
  score: Scalars['Float']['output'];
  /** True: certain enough to be suggested as it is. */
  automatic: Scalars['Boolean']['output'];
  /** What speaks for and against it, the weightiest first. */
  reasons: Array<IdentityReason>;
};


/** Two records that may be the same. */
export type IdentityCandidateReasonsArgs = {
  language?: InputMaybe<Language>;
};

/** What speaks for or against two records being the same. */
export type IdentityReason = {
  /** Name of the feature. */
  feature: Scalars['String']['output'];
  /** In words. */
  text: Scalars['String']['output'];
  /** How much it raises the score, or lowers it when negative. */
  weight: Scalars['Float']['output'];
};

/** Types of records that can be judged to be the same. */
export type MergeableType =
  | 'ACTOR'
  | 'INITIATIVE'
  | 'ACHIEVEMENT'
  | 'AWARD'
  | 'ISSUE'
  | 'PLACE'
  | 'SOURCE';

/** A page of candidates. */
export type IdentityCandidateConnection = {
  /** The candidates of this page, each with its cursor. */
  edges: Array<IdentityCandidateEdge>;
  /** The nodes of the edges. */
  nodes: Array<IdentityCandidate>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A candidate and its place in the list. */
export type IdentityCandidateEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The candidate on this edge. */
  node: IdentityCandidate;
};

/** What sort of undertaking an initiative is. */
export type InitiativeKind =
  | 'PROGRAM'
  | 'INNOVATION'
  /** Project of corporate social responsibility (TSP). */
  | 'CSR_PROJECT'
  | 'SERVICE'
  | 'COMPETITION'
  | 'EVENT'
  | 'POLICY'
  /** A proposal: a usulan of the musrenbang, or one entered in a competition. */
  | 'PROPOSAL';

/** What actors do together (an activity in the words of IATI). */
export type Initiative = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** What sort of undertaking it is. */
  kind: InitiativeKind;
  /** Null: nothing is known of its dates. */
  period: Maybe<Period>;
  /** Who takes part, in story order. `helix` and `roles` narrow it. */
  participations: ClaimConnection;
  /** The six helixes and who stands for each. */
  coverage: HelixCoverage;
  /** What this is a part of. */
  parents: ClaimConnection;
  /** What is a part of this. */
  children: ClaimConnection;
  /** Lineage in both directions: what it came from, and what came of it (RESULTED_IN). */
  lineage: ClaimConnection;
  /** Competitions that it entered; of a competition, what was entered in it. */
  entries: ClaimConnection;
  /** Priority issues that it addresses. */
  issues: ClaimConnection;
  /** Where it takes place. */
  locations: ClaimConnection;
  /** Achievements that it won, earliest first, undated last. */
  achievements: AchievementConnection;
  /** Who asked for it: personal data. Null: nobody is recorded, or you may not see it. */
  proposer: Maybe<Proposer>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeNoteArgs = {
  language?: InputMaybe<Language>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeParticipationsArgs = {
  helix?: InputMaybe<Array<Helix>>;
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeParentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeChildrenArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeLineageArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeEntriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeIssuesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeLocationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What actors do together (an activity in the words of IATI). */
export type InitiativeAchievementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** Personal data of whoever asked for something; in no history, search or export. */
export type Proposer = {
  /** Null: not recorded. */
  name: Maybe<Scalars['String']['output']>;
  /** As it was given. Null: not recorded. */
  phone: Maybe<Scalars['String']['output']>;
};

/** Which of the six helixes take part, and who stands for each. */
export type HelixCoverage = {
  /** One entry for each helix, present or not. */
  helixes: Array<HelixActors>;
  /** Helixes with at least one actor, in the order of `Helix`. */
  present: Array<Helix>;
  /** Helixes without an actor, in the order of `Helix`. */
  absent: Array<Helix>;
};

/** A helix and who stands for it. */
export type HelixActors = {
  /** The helix. */
  helix: Helix;
  /** How many actors; a cohort counts as one. */
  count: Scalars['Int']['output'];
  /** The actors of this helix, each once. */
  actors: Array<Actor>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type InitiativeFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<InitiativeKind>>;
  /** Has a participant of one of these helixes. */
  helix?: InputMaybe<Array<Helix>>;
  /** Has no participant of this helix. */
  withoutHelix?: InputMaybe<Helix>;
  /** Id of a place: located there or below. */
  place?: InputMaybe<Scalars['ID']['input']>;
  /** Id of an issue that it addresses. */
  issue?: InputMaybe<Scalars['ID']['input']>;
  /** Id of an actor that takes part. */
  participant?: InputMaybe<Scalars['ID']['input']>;
  /** Its known dates reach into the days from `from` to `until`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of the span; left out: open. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** What initiatives can be sorted by. */
export type InitiativeOrderField =
  | 'NAME'
  /** Earliest day of its date; undated last in ascending order. */
  | 'DATE';

/** How to sort initiatives. */
export type InitiativeOrder = {
  /** What to sort by. */
  field?: InitiativeOrderField;
  /** Ascending unless asked otherwise. */
  direction?: OrderDirection;
};

/** A page of initiatives. */
export type InitiativeConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<InitiativeEdge>;
  /** The nodes of the edges. */
  nodes: Array<Initiative>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type InitiativeEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Initiative;
};

/** How far a priority issue is. Null where no source says. */
export type IssueProgress =
  /** Named as an issue; no source speaks of work on it. */
  | 'REPORTED'
  | 'IN_PROGRESS'
  | 'RESOLVED';

/** A priority problem of the city (isu prioritas). */
export type Issue = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** How far it is. Null: no source says. */
  progress: Maybe<IssueProgress>;
  /** The date at which the source reports that progress. */
  progressAt: Maybe<PartialDate>;
  /** Initiatives that address it. */
  addressedBy: ClaimConnection;
  /** Where the problem is. */
  locations: ClaimConnection;
};


/** A priority problem of the city (isu prioritas). */
export type IssueNoteArgs = {
  language?: InputMaybe<Language>;
};


/** A priority problem of the city (isu prioritas). */
export type IssueClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A priority problem of the city (isu prioritas). */
export type IssueHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A priority problem of the city (isu prioritas). */
export type IssueDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** A priority problem of the city (isu prioritas). */
export type IssueAddressedByArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A priority problem of the city (isu prioritas). */
export type IssueLocationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type IssueFilter = {
  /** With one of these states of progress. */
  progress?: InputMaybe<Array<IssueProgress>>;
  /** Id of a place: located there or below. */
  place?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of issues. */
export type IssueConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<IssueEdge>;
  /** The nodes of the edges. */
  nodes: Array<Issue>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type IssueEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Issue;
};

/** How the columns of a table become records: what `POST /import` and `jejak import` read a file by. */
export type Mapping = {
  /** By which an import names it. */
  name: Scalars['String']['output'];
  /** What it is for. Null: it does not say. */
  title: Maybe<Scalars['String']['output']>;
  /** Where it comes from. */
  origin: MappingOrigin;
  /** The mapping itself, as JSON; docs/import.md describes its form. */
  text: Scalars['String']['output'];
  /** Who saved it. Null: it comes with Jejak. */
  by: Maybe<Scalars['String']['output']>;
  /** When it was saved. Null: it comes with Jejak. */
  at: Maybe<Scalars['DateTime']['output']>;
};

/** Where a mapping comes from. */
export type MappingOrigin =
  /** That of the template workbook, derived from the relation registry. */
  | 'TEMPLATE'
  /** One of those that come with Jejak. */
  | 'SHIPPED'
  /** Saved here. */
  | 'SAVED';

/** What saving a mapping did. */
export type SaveMappingPayload = {
  /** The mapping as it is kept. Null: it was refused. */
  mapping: Maybe<Mapping>;
  /** What a person can mend, each with its path in the mapping; empty on success. */
  userErrors: Array<UserError>;
};

/** What a path may not pass, and which claims it may use. */
export type PathFilter = {
  /** Ids of records to avoid. */
  excludeNodes?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Claim kinds not to use. */
  excludeKinds?: InputMaybe<Array<ClaimKind>>;
  /** Whether a path may lead through a place. Left out: no, because to be in the same city is no connection. */
  throughPlaces?: InputMaybe<Scalars['Boolean']['input']>;
  /** Record types not to pass through. */
  excludeTypes?: InputMaybe<Array<PathNodeType>>;
  /** Claim statuses to use. Left out: all but RETRACTED. */
  statuses?: InputMaybe<Array<ClaimStatus>>;
  /** Records with more neighbours than this are hubs and avoided. Left out: a figure fitted to the data. 0: none is a hub. */
  hubDegree?: InputMaybe<Scalars['Int']['input']>;
};

/** Records that a path can pass through. */
export type PathNodeType =
  | 'ACTOR'
  | 'INITIATIVE'
  | 'ACHIEVEMENT'
  | 'ISSUE'
  | 'PLACE';

/** A way from one record to another along claims, without passing a record twice. */
export type Path = {
  /** Number of hops. */
  length: Scalars['Int']['output'];
  /** From the first record to the last: one more than hops. */
  nodes: Array<Node>;
  /** The steps of the way, in order. */
  hops: Array<PathHop>;
  /** Hubs that were avoided in the search for this path, the largest first. Empty: none was met. */
  avoidedHubs: Array<Hub>;
};

/** Paths, and how they were looked for. */
export type PathSearch = {
  /** As `paths` gives them. */
  paths: Array<Path>;
  /** Hubs that were met and avoided, the largest first. */
  avoidedHubs: Array<Hub>;
  /** Records with more neighbours than this counted as hubs. Null: none did. */
  hubDegree: Maybe<Scalars['Int']['output']>;
  /** False when the search was ended at its limit of work, so that there may be more paths. */
  complete: Scalars['Boolean']['output'];
};

/** One step of a path. */
export type PathHop = {
  /** Where the hop begins. */
  from: Node;
  /** Where it leads. */
  to: Node;
  /** Every claim that joins the two, the best evidenced first. */
  claims: Array<Claim>;
};

/** A record with so many neighbours that a path through it says little. */
export type Hub = {
  /** The record that was avoided. */
  node: Node;
  /** Number of distinct neighbours. */
  degree: Scalars['Int']['output'];
};

/** Administrative levels by Kemendagri code; AREA (kawasan) and VENUE have no code. */
export type PlaceKind =
  | 'PROVINCE'
  | 'CITY'
  | 'KECAMATAN'
  | 'KELURAHAN'
  | 'AREA'
  | 'VENUE';

/** A place, from a province down to a venue. */
export type Place = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** The name by which it is known now. */
  name: Scalars['String']['output'];
  /** Other names in use. */
  aliases: Array<Scalars['String']['output']>;
  /** Names it once had, and old spellings. */
  previousNames: Array<Scalars['String']['output']>;
  /** Short forms of the name, such as "KIPP". */
  abbreviations: Array<Scalars['String']['output']>;
  /** Names too vague to match on, such as "the mayor". */
  weakAliases: Array<Scalars['String']['output']>;
  /** Null: none written in that language. */
  description: Maybe<Scalars['String']['output']>;
  /** Administrative level, area or venue. */
  kind: PlaceKind;
  /** Kemendagri code such as `35.73.03.1008`. Null: it has none. */
  code: Maybe<Scalars['String']['output']>;
  /** The place it directly lies in. Null: none recorded. */
  parent: Maybe<Place>;
  /** The places directly in it, by name. */
  parts: PlaceConnection;
  /** Actors, initiatives and issues located here; with `below`, also in the places within it. */
  located: ClaimConnection;
};


/** A place, from a province down to a venue. */
export type PlaceNoteArgs = {
  language?: InputMaybe<Language>;
};


/** A place, from a province down to a venue. */
export type PlaceClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a province down to a venue. */
export type PlaceHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a province down to a venue. */
export type PlaceDescriptionArgs = {
  language?: InputMaybe<Language>;
};


/** A place, from a province down to a venue. */
export type PlacePartsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A place, from a province down to a venue. */
export type PlaceLocatedArgs = {
  below?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type PlaceFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<PlaceKind>>;
  /** With one of these Kemendagri codes. */
  code?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Id of a place: those within it, at any depth. */
  within?: InputMaybe<Scalars['ID']['input']>;
};

/** A page of places. */
export type PlaceConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<PlaceEdge>;
  /** The nodes of the edges. */
  nodes: Array<Place>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type PlaceEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Place;
};

/** A change that waits for a review, operation by operation. Its author and the editors see it. */
export type Proposal = Node & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** When it came. */
  at: Scalars['DateTime']['output'];
  /** Who made it. */
  by: Scalars['String']['output'];
  /** The reason given. */
  why: Scalars['String']['output'];
  /** Operations that nobody has decided on yet. */
  open: Scalars['Int']['output'];
  /** How many operations it has. */
  operationCount: Scalars['Int']['output'];
  /** Its operations in order, a page of them: at most the first `first`, 1 to 100, from number `from` on. */
  operations: Array<ProposedOperation>;
};


/** A change that waits for a review, operation by operation. Its author and the editors see it. */
export type ProposalOperationsArgs = {
  from?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** One record that a proposal would write. */
export type ProposedOperation = {
  /** Its number in the proposal, from 1. */
  number: Scalars['Int']['output'];
  /** Whether the record would be new. */
  kind: OperationKind;
  /** In words: the sentence of a claim, the name of another record. */
  summary: Scalars['String']['output'];
  /** The record as it stands. Null: it would be new. */
  before: Maybe<Scalars['String']['output']>;
  /** The record as proposed. JSON. */
  after: Scalars['String']['output'];
  /** Id of the record. */
  record: Scalars['ID']['output'];
  /** The fields that would change; empty for a new record. */
  changes: Array<Scalars['String']['output']>;
  /** Who asked for it: personal data. Null: nobody is recorded, or you may not see it. */
  proposer: Maybe<Proposer>;
  /** Records that may be the same as a new one. */
  lookalikes: Array<IdentityCandidate>;
  /** What was decided. Null: nothing yet. */
  verdict: Maybe<ProposalVerdict>;
};


/** One record that a proposal would write. */
export type ProposedOperationSummaryArgs = {
  language?: InputMaybe<Language>;
};


/** One record that a proposal would write. */
export type ProposedOperationLookalikesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What an editor decided on an operation. */
export type ProposalVerdict = {
  /** Whether it was accepted. */
  accepted: Scalars['Boolean']['output'];
  /** The reason given. Null: none. */
  reason: Maybe<Scalars['String']['output']>;
  /** Who decided. */
  by: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The change that it became. Null: it was refused, or the record that it creates stood already. */
  change: Maybe<Change>;
};

/** A decision on one operation of a proposal. */
export type VerdictInput = {
  /** Number of the operation, from 1. */
  operation: Scalars['Int']['input'];
  /** Whether to accept it. */
  accept: Scalars['Boolean']['input'];
  /** Why; a refusal needs it. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Fields to put in place of those proposed, as JSON; for an operation that is accepted. */
  changes?: InputMaybe<Scalars['String']['input']>;
};

/** A page of proposals. */
export type ProposalConnection = {
  /** The proposals of this page, each with its cursor. */
  edges: Array<ProposalEdge>;
  /** The nodes of the edges. */
  nodes: Array<Proposal>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A proposal and its place in the list. */
export type ProposalEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The proposal on this edge. */
  node: Proposal;
};

/** What can be searched for. */
export type SearchType =
  | 'ACTOR'
  | 'INITIATIVE'
  | 'ACHIEVEMENT'
  | 'ISSUE'
  | 'PLACE'
  | 'SOURCE';

/** A record found, with the reason. */
export type SearchHit = {
  /** The record found. */
  node: Node;
  /** 0 to 1; comparable within one answer only. */
  score: Scalars['Float']['output'];
  /** The name, or the context such as owner, award or post, that matched best. */
  matchedName: Scalars['String']['output'];
};

/** Hits, best first. */
export type SearchConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<SearchEdge>;
  /** The nodes of the edges. */
  nodes: Array<SearchHit>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** Hits on all pages together; a lower bound when `capped`. */
  totalCount: Scalars['Int']['output'];
  /** How the hits divide. */
  facets: SearchFacets;
  /** True when the words are so common that only the 500 best candidates were ranked. */
  capped: Scalars['Boolean']['output'];
};

/** A record and its place in the list. */
export type SearchEdge = {
  /** Opaque; valid for the same search. */
  cursor: Scalars['String']['output'];
  /** The hit on this edge. */
  node: SearchHit;
};

/** Counts of hits by value; each leaves out the filter of its own kind, so that other values stay visible. */
export type SearchFacets = {
  /** By type of record. */
  types: Array<TypeFacet>;
  /** By helix of the actors. */
  helixes: Array<HelixFacet>;
  /** By place, the most hits first. */
  places: Array<PlaceFacet>;
};

/** Hits by type of record. */
export type TypeFacet = {
  /** The type of record. */
  type: SearchType;
  /** Hits of this type. */
  count: Scalars['Int']['output'];
};

/** Hits by helix. */
export type HelixFacet = {
  /** The helix. */
  helix: Helix;
  /** Hits of this helix. */
  count: Scalars['Int']['output'];
};

/** Hits by place. */
export type PlaceFacet = {
  /** The place. */
  place: Place;
  /** Hits located there. */
  count: Scalars['Int']['output'];
};

/** What sort of document a source is. */
export type SourceKind =
  | 'ARTICLE'
  | 'DOCUMENT'
  | 'DATASET'
  | 'INTERVIEW'
  | 'RECORDING';

/** A document that says something. */
export type Source = Node & Thing & {
  /** Opaque and stable; see `Node`. */
  id: Scalars['ID']['output'];
  /** Keys of this record elsewhere, a dataset's own key among them. */
  identifiers: Array<Identifier>;
  /** The places in sources that speak of this record itself. */
  evidence: Array<Evidence>;
  /** A remark for readers: what is uncertain, or how the source was read. Null: none. */
  note: Maybe<Scalars['String']['output']>;
  /** Claims in which this record is subject or object, in story order; retracted ones only on request. */
  claims: ClaimConnection;
  /** The change that created this record. */
  created: Change;
  /** The change that last touched this record. */
  updated: Change;
  /** The number of that change: name it when you correct the record, so that nobody's edit is lost. */
  version: Scalars['Int']['output'];
  /** Every change of this record and of those merged into it, the last first. */
  history: ChangeConnection;
  /** Remarks of readers, oldest first; those taken back are left out. */
  comments: Array<Comment>;
  /** Records that were judged to be the same as this one, as they were made: their ids and names lead here. */
  mergedFrom: Array<Node>;
  /** What sort of document it is. */
  kind: SourceKind;
  /** Its title, in its own language. */
  title: Scalars['String']['output'];
  /** Null: not known. */
  publisher: Maybe<Scalars['String']['output']>;
  /** Null: not named. */
  author: Maybe<Scalars['String']['output']>;
  /** Date of the document. Null: not known. */
  date: Maybe<PartialDate>;
  /** Its address on the web. Null: none known. */
  url: Maybe<Scalars['String']['output']>;
  /** The day on which it was read. Null: not recorded. */
  retrieved: Maybe<Scalars['Date']['output']>;
  /** Digest of the document as read, `sha256:…`. Null: not recorded. */
  checksum: Maybe<Scalars['String']['output']>;
  /** Language of the document, BCP 47. */
  language: Scalars['String']['output'];
  /** Number of paragraphs, as locators count them. Null: not applicable. */
  paragraphs: Maybe<Scalars['Int']['output']>;
  /** Every claim that rests on it, in story order. */
  supports: ClaimConnection;
};


/** A document that says something. */
export type SourceNoteArgs = {
  language?: InputMaybe<Language>;
};


/** A document that says something. */
export type SourceClaimsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A document that says something. */
export type SourceHistoryArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A document that says something. */
export type SourceSupportsArgs = {
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** All given conditions must hold; an empty list allows nothing. */
export type SourceFilter = {
  /** Of one of these kinds. */
  kind?: InputMaybe<Array<SourceKind>>;
  /** Its date can fall in the days from `from` to `until`. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day of the span; left out: open. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of sources. */
export type SourceConnection = {
  /** The records of this page, each with its cursor. */
  edges: Array<SourceEdge>;
  /** The nodes of the edges. */
  nodes: Array<Source>;
  /** Whether there is more, and where this page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counted only when asked for. */
  totalCount: Scalars['Int']['output'];
};

/** A record and its place in the list. */
export type SourceEdge = {
  /** Opaque; valid for the same list with the same arguments. */
  cursor: Scalars['String']['output'];
  /** The record on this edge. */
  node: Source;
};

/** An invariant that the stored data breaks. */
export type Finding = {
  /** Which invariant. */
  rule: Scalars['String']['output'];
  /** What breaks it: a record's id, or a key. */
  subject: Scalars['String']['output'];
  /** What is wrong, and with what. */
  message: Scalars['String']['output'];
};

/** How many records of a type there are. */
export type RecordCount = {
  /** `actor`, `initiative`, `achievement`, `award`, `issue`, `place`, `source`, `claim`. */
  type: Scalars['String']['output'];
  /** How many records of the type. */
  count: Scalars['Int']['output'];
};

/** State of the store. */
export type Status = {
  /** Version of Jejak. */
  version: Scalars['String']['output'];
  /** `grafeo` (embedded) or `neo4j`. */
  engine: Scalars['String']['output'];
  /** Sequence number of the last change; 0 when nothing was written yet. */
  sequence: Scalars['Int']['output'];
  /** How many records of each type the store holds. */
  counts: Array<RecordCount>;
};

/** A dataset that comes with Jejak. */
export type Dataset =
  /** Kota Malang, from five news articles. */
  | 'MALANG'
  /** A small invented town, for tests and tutorials. */
  | 'HAMLET';

/** What loading a dataset did. */
export type LoadDatasetPayload = {
  /** Null: everything was there already. */
  change: Maybe<Change>;
  /** What a person can mend; empty on success. */
  userErrors: Array<UserError>;
};

/** What a person can mend. */
export type UserError = {
  /** The argument or field concerned. Null: the request as a whole. */
  field: Maybe<Scalars['String']['output']>;
  /** One of the error codes. */
  code: Scalars['String']['output'];
  /** Place, value and remedy. */
  message: Scalars['String']['output'];
};

/** Which way a trace runs. */
export type TraceDirection =
  /** What stands behind it: participants, what it came from, where, through whom. The default for achievements and initiatives. */
  | 'BEHIND'
  /** What came of it: what was done, by whom, with what result. The default for issues, actors and places. */
  | 'AHEAD';

/** The collaboration behind an achievement (or ahead of an issue, an actor, a place), hop by hop, each with its evidence. */
export type Trace = {
  /** What the trace starts from. */
  root: Node;
  /** Which way it runs. */
  direction: TraceDirection;
  /** Ordered by depth, then date (undated last), then claim id. */
  steps: Array<TraceStep>;
  /** Actors met, in the order of the steps. */
  actors: Array<Actor>;
  /** Helixes of the actors met. */
  coverage: HelixCoverage;
  /** What the trace can't tell. */
  gaps: Array<TraceGap>;
  /** The sources of all steps, each once, in the order of first mention. */
  sources: Array<Source>;
};


/** The collaboration behind an achievement (or ahead of an issue, an actor, a place), hop by hop, each with its evidence. */
export type TraceActorsArgs = {
  helix?: InputMaybe<Helix>;
};

/** One hop: a claim, passed from one of its ends to the other. */
export type TraceStep = {
  /** Hops from the root; the first is 1. */
  depth: Scalars['Int']['output'];
  /** The claim that is passed. */
  claim: Claim;
  /** The end at which the hop begins, nearer to the root. */
  from: Node;
  /** The end to which it leads. */
  to: Node;
  /** The places in sources that say so. */
  evidence: Array<Evidence>;
  /** The hop as a sentence, told from `from`. */
  sentence: Scalars['String']['output'];
};


/** One hop: a claim, passed from one of its ends to the other. */
export type TraceStepSentenceArgs = {
  language?: InputMaybe<Language>;
};

/** What sort of thing a trace can't tell. */
export type TraceGapKind =
  /** No actor of this helix is met. */
  | 'HELIX_ABSENT'
  /** The hop rests on one source alone. */
  | 'SINGLE_SOURCE'
  /** The hop, or the achievement, has no date. */
  | 'DATE_UNKNOWN'
  /** No source says what or who won the achievement. */
  | 'RECIPIENT_UNKNOWN';

/** Something that a trace can't tell, so that silence is not taken for an answer. */
export type TraceGap = {
  /** What sort of gap it is. */
  kind: TraceGapKind;
  /** For HELIX_ABSENT. */
  helix: Maybe<Helix>;
  /** The hop concerned, if it is about one. */
  step: Maybe<TraceStep>;
  /** The record concerned, if it is about one. */
  node: Maybe<Node>;
  /** The gap in a sentence. */
  message: Scalars['String']['output'];
};


/** Something that a trace can't tell, so that silence is not taken for an answer. */
export type TraceGapMessageArgs = {
  language?: InputMaybe<Language>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Role: Role;
  Right: Right;
  Grant: ResolverTypeWrapper<GrantModel>;
  GrantInput: GrantInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Account: ResolverTypeWrapper<AccountModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ApiToken: ResolverTypeWrapper<ApiTokenModel>;
  EventPass: ResolverTypeWrapper<EventPassModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  SignInPayload: ResolverTypeWrapper<Omit<SignInPayload, 'viewer'> & { viewer?: Maybe<ResolversTypes['Viewer']> }>;
  SignOutPayload: ResolverTypeWrapper<SignOutPayload>;
  ChangePasswordPayload: ResolverTypeWrapper<ChangePasswordPayload>;
  CreateTokenPayload: ResolverTypeWrapper<Omit<CreateTokenPayload, 'token'> & { token?: Maybe<ResolversTypes['ApiToken']> }>;
  CreatePassPayload: ResolverTypeWrapper<Omit<CreatePassPayload, 'pass'> & { pass?: Maybe<ResolversTypes['EventPass']> }>;
  RevokePayload: ResolverTypeWrapper<RevokePayload>;
  AccountPayload: ResolverTypeWrapper<Omit<AccountPayload, 'account'> & { account?: Maybe<ResolversTypes['Account']> }>;
  AchievementLevel: AchievementLevel;
  Achievement: ResolverTypeWrapper<AchievementModel>;
  Award: ResolverTypeWrapper<AwardModel>;
  AchievementFilter: AchievementFilter;
  AchievementOrderField: AchievementOrderField;
  AchievementOrder: AchievementOrder;
  AchievementConnection: ResolverTypeWrapper<AchievementConnectionModel>;
  AchievementEdge: ResolverTypeWrapper<Omit<AchievementEdge, 'node'> & { node: ResolversTypes['Achievement'] }>;
  ActorKind: ActorKind;
  Actor: ResolverTypeWrapper<ActorModel>;
  Collaborator: ResolverTypeWrapper<CollaboratorModel>;
  CollaboratorConnection: ResolverTypeWrapper<CollaboratorConnectionModel>;
  CollaboratorEdge: ResolverTypeWrapper<Omit<CollaboratorEdge, 'node'> & { node: ResolversTypes['Collaborator'] }>;
  ActorFilter: ActorFilter;
  ActorOrderField: ActorOrderField;
  ActorOrder: ActorOrder;
  ActorConnection: ResolverTypeWrapper<ActorConnectionModel>;
  ActorEdge: ResolverTypeWrapper<Omit<ActorEdge, 'node'> & { node: ResolversTypes['Actor'] }>;
  NamedType: NamedType;
  ArticleReading: ResolverTypeWrapper<ArticleReadingModel>;
  ClaimSuggestion: ResolverTypeWrapper<ClaimSuggestionModel>;
  SuggestedEnd: ResolverTypeWrapper<SuggestedEndModel>;
  ReadingRule: ResolverTypeWrapper<ReadingRuleModel>;
  FoundName: ResolverTypeWrapper<FoundNameModel>;
  FoundDate: ResolverTypeWrapper<FoundDateModel>;
  AcceptInput: AcceptInput;
  Change: ResolverTypeWrapper<ChangeModel>;
  OperationKind: OperationKind;
  ChangeOperation: ResolverTypeWrapper<ChangeOperationModel>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ChangeConnection: ResolverTypeWrapper<ChangeConnectionModel>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  ClaimKind: ClaimKind;
  ClaimStatus: ClaimStatus;
  ClaimRank: ClaimRank;
  Claim: ResolverTypeWrapper<ClaimModel>;
  ClaimEnds: ResolverTypeWrapper<ClaimEndsModel>;
  ContributionKind: ContributionKind;
  Contribution: ResolverTypeWrapper<ContributionModel>;
  ClaimFilter: ClaimFilter;
  Relation: ResolverTypeWrapper<RelationModel>;
  RelationRole: ResolverTypeWrapper<RelationRoleModel>;
  ClaimConnection: ResolverTypeWrapper<ClaimConnectionModel>;
  ClaimEdge: ResolverTypeWrapper<Omit<ClaimEdge, 'node'> & { node: ResolversTypes['Claim'] }>;
  Comment: ResolverTypeWrapper<CommentModel>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Language: Language;
  Helix: Helix;
  OrderDirection: OrderDirection;
  Node: ResolverTypeWrapper<NodeModel>;
  Thing: ResolverTypeWrapper<ThingModel>;
  Identifier: ResolverTypeWrapper<IdentifierModel>;
  PartialDate: ResolverTypeWrapper<PartialDateModel>;
  EndState: EndState;
  Period: ResolverTypeWrapper<PeriodModel>;
  Evidence: ResolverTypeWrapper<EvidenceModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  IdentifierInput: IdentifierInput;
  EvidenceInput: EvidenceInput;
  ContributionInput: ContributionInput;
  ProposerInput: ProposerInput;
  ActorInput: ActorInput;
  InitiativeInput: InitiativeInput;
  AchievementInput: AchievementInput;
  AwardInput: AwardInput;
  IssueInput: IssueInput;
  PlaceInput: PlaceInput;
  SourceInput: SourceInput;
  ClaimInput: ClaimInput;
  WritePayload: ResolverTypeWrapper<WritePayloadModel>;
  ForgetPayload: ResolverTypeWrapper<Omit<ForgetPayload, 'change'> & { change?: Maybe<ResolversTypes['Change']> }>;
  ErasedData: ResolverTypeWrapper<ErasedData>;
  RedactedTexts: ResolverTypeWrapper<RedactedTexts>;
  LeftData: ResolverTypeWrapper<LeftData>;
  Verdict: Verdict;
  Judgement: ResolverTypeWrapper<JudgementModel>;
  IdentityConflict: ResolverTypeWrapper<IdentityConflictModel>;
  IdentityCandidate: ResolverTypeWrapper<IdentityCandidateModel>;
  IdentityReason: ResolverTypeWrapper<IdentityReason>;
  MergeableType: MergeableType;
  IdentityCandidateConnection: ResolverTypeWrapper<IdentityCandidateConnectionModel>;
  IdentityCandidateEdge: ResolverTypeWrapper<Omit<IdentityCandidateEdge, 'node'> & { node: ResolversTypes['IdentityCandidate'] }>;
  InitiativeKind: InitiativeKind;
  Initiative: ResolverTypeWrapper<InitiativeModel>;
  Proposer: ResolverTypeWrapper<Proposer>;
  HelixCoverage: ResolverTypeWrapper<HelixCoverageModel>;
  HelixActors: ResolverTypeWrapper<HelixActorsModel>;
  InitiativeFilter: InitiativeFilter;
  InitiativeOrderField: InitiativeOrderField;
  InitiativeOrder: InitiativeOrder;
  InitiativeConnection: ResolverTypeWrapper<InitiativeConnectionModel>;
  InitiativeEdge: ResolverTypeWrapper<Omit<InitiativeEdge, 'node'> & { node: ResolversTypes['Initiative'] }>;
  IssueProgress: IssueProgress;
  Issue: ResolverTypeWrapper<IssueModel>;
  IssueFilter: IssueFilter;
  IssueConnection: ResolverTypeWrapper<IssueConnectionModel>;
  IssueEdge: ResolverTypeWrapper<Omit<IssueEdge, 'node'> & { node: ResolversTypes['Issue'] }>;
  Mapping: ResolverTypeWrapper<Mapping>;
  MappingOrigin: MappingOrigin;
  SaveMappingPayload: ResolverTypeWrapper<SaveMappingPayload>;
  PathFilter: PathFilter;
  PathNodeType: PathNodeType;
  Path: ResolverTypeWrapper<PathModel>;
  PathSearch: ResolverTypeWrapper<PathSearchModel>;
  PathHop: ResolverTypeWrapper<PathHopModel>;
  Hub: ResolverTypeWrapper<HubModel>;
  PlaceKind: PlaceKind;
  Place: ResolverTypeWrapper<PlaceModel>;
  PlaceFilter: PlaceFilter;
  PlaceConnection: ResolverTypeWrapper<PlaceConnectionModel>;
  PlaceEdge: ResolverTypeWrapper<Omit<PlaceEdge, 'node'> & { node: ResolversTypes['Place'] }>;
  Proposal: ResolverTypeWrapper<ProposalModel>;
  ProposedOperation: ResolverTypeWrapper<ProposedOperationModel>;
  ProposalVerdict: ResolverTypeWrapper<ProposalVerdictModel>;
  VerdictInput: VerdictInput;
  ProposalConnection: ResolverTypeWrapper<ProposalConnectionModel>;
  ProposalEdge: ResolverTypeWrapper<Omit<ProposalEdge, 'node'> & { node: ResolversTypes['Proposal'] }>;
  SearchType: SearchType;
  SearchHit: ResolverTypeWrapper<SearchHitModel>;
  SearchConnection: ResolverTypeWrapper<SearchConnectionModel>;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['SearchHit'] }>;
  SearchFacets: ResolverTypeWrapper<Omit<SearchFacets, 'places'> & { places: Array<ResolversTypes['PlaceFacet']> }>;
  TypeFacet: ResolverTypeWrapper<TypeFacet>;
  HelixFacet: ResolverTypeWrapper<HelixFacet>;
  PlaceFacet: ResolverTypeWrapper<PlaceFacetModel>;
  SourceKind: SourceKind;
  Source: ResolverTypeWrapper<SourceModel>;
  SourceFilter: SourceFilter;
  SourceConnection: ResolverTypeWrapper<SourceConnectionModel>;
  SourceEdge: ResolverTypeWrapper<Omit<SourceEdge, 'node'> & { node: ResolversTypes['Source'] }>;
  Finding: ResolverTypeWrapper<Finding>;
  RecordCount: ResolverTypeWrapper<RecordCount>;
  Status: ResolverTypeWrapper<Status>;
  Dataset: Dataset;
  LoadDatasetPayload: ResolverTypeWrapper<Omit<LoadDatasetPayload, 'change'> & { change?: Maybe<ResolversTypes['Change']> }>;
  UserError: ResolverTypeWrapper<UserError>;
  TraceDirection: TraceDirection;
  Trace: ResolverTypeWrapper<TraceModel>;
  TraceStep: ResolverTypeWrapper<TraceStepModel>;
  TraceGapKind: TraceGapKind;
  TraceGap: ResolverTypeWrapper<TraceGapModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Grant: GrantModel;
  GrantInput: GrantInput;
  ID: Scalars['ID']['output'];
  Viewer: ViewerModel;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Account: AccountModel;
  Int: Scalars['Int']['output'];
  ApiToken: ApiTokenModel;
  EventPass: EventPassModel;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Float: Scalars['Float']['output'];
  SignInPayload: Omit<SignInPayload, 'viewer'> & { viewer?: Maybe<ResolversParentTypes['Viewer']> };
  SignOutPayload: SignOutPayload;
  ChangePasswordPayload: ChangePasswordPayload;
  CreateTokenPayload: Omit<CreateTokenPayload, 'token'> & { token?: Maybe<ResolversParentTypes['ApiToken']> };
  CreatePassPayload: Omit<CreatePassPayload, 'pass'> & { pass?: Maybe<ResolversParentTypes['EventPass']> };
  RevokePayload: RevokePayload;
  AccountPayload: Omit<AccountPayload, 'account'> & { account?: Maybe<ResolversParentTypes['Account']> };
  Achievement: AchievementModel;
  Award: AwardModel;
  AchievementFilter: AchievementFilter;
  AchievementOrder: AchievementOrder;
  AchievementConnection: AchievementConnectionModel;
  AchievementEdge: Omit<AchievementEdge, 'node'> & { node: ResolversParentTypes['Achievement'] };
  Actor: ActorModel;
  Collaborator: CollaboratorModel;
  CollaboratorConnection: CollaboratorConnectionModel;
  CollaboratorEdge: Omit<CollaboratorEdge, 'node'> & { node: ResolversParentTypes['Collaborator'] };
  ActorFilter: ActorFilter;
  ActorOrder: ActorOrder;
  ActorConnection: ActorConnectionModel;
  ActorEdge: Omit<ActorEdge, 'node'> & { node: ResolversParentTypes['Actor'] };
  ArticleReading: ArticleReadingModel;
  ClaimSuggestion: ClaimSuggestionModel;
  SuggestedEnd: SuggestedEndModel;
  ReadingRule: ReadingRuleModel;
  FoundName: FoundNameModel;
  FoundDate: FoundDateModel;
  AcceptInput: AcceptInput;
  Change: ChangeModel;
  ChangeOperation: ChangeOperationModel;
  Subscription: Record<PropertyKey, never>;
  ChangeConnection: ChangeConnectionModel;
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  Claim: ClaimModel;
  ClaimEnds: ClaimEndsModel;
  Contribution: ContributionModel;
  ClaimFilter: ClaimFilter;
  Relation: RelationModel;
  RelationRole: RelationRoleModel;
  ClaimConnection: ClaimConnectionModel;
  ClaimEdge: Omit<ClaimEdge, 'node'> & { node: ResolversParentTypes['Claim'] };
  Comment: CommentModel;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Node: NodeModel;
  Thing: ThingModel;
  Identifier: IdentifierModel;
  PartialDate: PartialDateModel;
  Period: PeriodModel;
  Evidence: EvidenceModel;
  PageInfo: PageInfo;
  IdentifierInput: IdentifierInput;
  EvidenceInput: EvidenceInput;
  ContributionInput: ContributionInput;
  ProposerInput: ProposerInput;
  ActorInput: ActorInput;
  InitiativeInput: InitiativeInput;
  AchievementInput: AchievementInput;
  AwardInput: AwardInput;
  IssueInput: IssueInput;
  PlaceInput: PlaceInput;
  SourceInput: SourceInput;
  ClaimInput: ClaimInput;
  WritePayload: WritePayloadModel;
  ForgetPayload: Omit<ForgetPayload, 'change'> & { change?: Maybe<ResolversParentTypes['Change']> };
  ErasedData: ErasedData;
  RedactedTexts: RedactedTexts;
  LeftData: LeftData;
  Judgement: JudgementModel;
  IdentityConflict: IdentityConflictModel;
  IdentityCandidate: IdentityCandidateModel;
  IdentityReason: IdentityReason;
  IdentityCandidateConnection: IdentityCandidateConnectionModel;
  IdentityCandidateEdge: Omit<IdentityCandidateEdge, 'node'> & { node: ResolversParentTypes['IdentityCandidate'] };
  Initiative: InitiativeModel;
  Proposer: Proposer;
  HelixCoverage: HelixCoverageModel;
  HelixActors: HelixActorsModel;
  InitiativeFilter: InitiativeFilter;
  InitiativeOrder: InitiativeOrder;
  InitiativeConnection: InitiativeConnectionModel;
  InitiativeEdge: Omit<InitiativeEdge, 'node'> & { node: ResolversParentTypes['Initiative'] };
  Issue: IssueModel;
  IssueFilter: IssueFilter;
  IssueConnection: IssueConnectionModel;
  IssueEdge: Omit<IssueEdge, 'node'> & { node: ResolversParentTypes['Issue'] };
  Mapping: Mapping;
  SaveMappingPayload: SaveMappingPayload;
  PathFilter: PathFilter;
  Path: PathModel;
  PathSearch: PathSearchModel;
  PathHop: PathHopModel;
  Hub: HubModel;
  Place: PlaceModel;
  PlaceFilter: PlaceFilter;
  PlaceConnection: PlaceConnectionModel;
  PlaceEdge: Omit<PlaceEdge, 'node'> & { node: ResolversParentTypes['Place'] };
  Proposal: ProposalModel;
  ProposedOperation: ProposedOperationModel;
  ProposalVerdict: ProposalVerdictModel;
  VerdictInput: VerdictInput;
  ProposalConnection: ProposalConnectionModel;
  ProposalEdge: Omit<ProposalEdge, 'node'> & { node: ResolversParentTypes['Proposal'] };
  SearchHit: SearchHitModel;
  SearchConnection: SearchConnectionModel;
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['SearchHit'] };
  SearchFacets: Omit<SearchFacets, 'places'> & { places: Array<ResolversParentTypes['PlaceFacet']> };
  TypeFacet: TypeFacet;
  HelixFacet: HelixFacet;
  PlaceFacet: PlaceFacetModel;
  Source: SourceModel;
  SourceFilter: SourceFilter;
  SourceConnection: SourceConnectionModel;
  SourceEdge: Omit<SourceEdge, 'node'> & { node: ResolversParentTypes['Source'] };
  Finding: Finding;
  RecordCount: RecordCount;
  Status: Status;
  LoadDatasetPayload: Omit<LoadDatasetPayload, 'change'> & { change?: Maybe<ResolversParentTypes['Change']> };
  UserError: UserError;
  Trace: TraceModel;
  TraceStep: TraceStepModel;
  TraceGap: TraceGapModel;
};

export type GrantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  helix?: Resolver<Maybe<ResolversTypes['Helix']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isSignedIn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  can?: Resolver<Array<ResolversTypes['Right']>, ParentType, ContextType>;
};

export type AccountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  hasPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasIdentity?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  disabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  failures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lockedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ApiTokenResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EventPassResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventPass'] = ResolversParentTypes['EventPass']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uses?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  accounts?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType, RequireFields<QueryAccountsArgs, 'first'>>;
  tokens?: Resolver<Array<ResolversTypes['ApiToken']>, ParentType, ContextType, Partial<QueryTokensArgs>>;
  passes?: Resolver<Array<ResolversTypes['EventPass']>, ParentType, ContextType>;
  achievement?: Resolver<Maybe<ResolversTypes['Achievement']>, ParentType, ContextType, RequireFields<QueryAchievementArgs, 'id'>>;
  achievements?: Resolver<ResolversTypes['AchievementConnection'], ParentType, ContextType, Partial<QueryAchievementsArgs>>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType, RequireFields<QueryActorArgs, 'id'>>;
  actors?: Resolver<ResolversTypes['ActorConnection'], ParentType, ContextType, Partial<QueryActorsArgs>>;
  proposeFromText?: Resolver<ResolversTypes['ArticleReading'], ParentType, ContextType, RequireFields<QueryProposeFromTextArgs, 'text'>>;
  changes?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, Partial<QueryChangesArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<QueryClaimsArgs>>;
  relations?: Resolver<Array<ResolversTypes['Relation']>, ParentType, ContextType>;
  identityCandidates?: Resolver<ResolversTypes['IdentityCandidateConnection'], ParentType, ContextType, RequireFields<QueryIdentityCandidatesArgs, 'type' | 'first'>>;
  lookalikes?: Resolver<Array<ResolversTypes['IdentityCandidate']>, ParentType, ContextType, RequireFields<QueryLookalikesArgs, 'of' | 'first'>>;
  identityConflicts?: Resolver<Array<ResolversTypes['IdentityConflict']>, ParentType, ContextType>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType, RequireFields<QueryInitiativeArgs, 'id'>>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, Partial<QueryInitiativesArgs>>;
  issues?: Resolver<ResolversTypes['IssueConnection'], ParentType, ContextType, Partial<QueryIssuesArgs>>;
  mappings?: Resolver<Array<ResolversTypes['Mapping']>, ParentType, ContextType>;
  paths?: Resolver<Array<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<QueryPathsArgs, 'from' | 'to' | 'maxHops' | 'limit'>>;
  pathSearch?: Resolver<ResolversTypes['PathSearch'], ParentType, ContextType, RequireFields<QueryPathSearchArgs, 'from' | 'to' | 'maxHops' | 'limit'>>;
  places?: Resolver<ResolversTypes['PlaceConnection'], ParentType, ContextType, Partial<QueryPlacesArgs>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  proposals?: Resolver<ResolversTypes['ProposalConnection'], ParentType, ContextType, RequireFields<QueryProposalsArgs, 'open' | 'first'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query' | 'first'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<QuerySourcesArgs>>;
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>;
  check?: Resolver<Array<ResolversTypes['Finding']>, ParentType, ContextType>;
  trace?: Resolver<ResolversTypes['Trace'], ParentType, ContextType, RequireFields<QueryTraceArgs, 'of' | 'depth'>>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  signIn?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationSignInArgs, 'login' | 'password'>>;
  redeemPass?: Resolver<ResolversTypes['SignInPayload'], ParentType, ContextType, RequireFields<MutationRedeemPassArgs, 'code' | 'name'>>;
  signOut?: Resolver<ResolversTypes['SignOutPayload'], ParentType, ContextType>;
  changePassword?: Resolver<ResolversTypes['ChangePasswordPayload'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'present' | 'next'>>;
  createToken?: Resolver<ResolversTypes['CreateTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateTokenArgs, 'name' | 'grants'>>;
  revokeToken?: Resolver<ResolversTypes['RevokePayload'], ParentType, ContextType, RequireFields<MutationRevokeTokenArgs, 'id'>>;
  createPass?: Resolver<ResolversTypes['CreatePassPayload'], ParentType, ContextType, RequireFields<MutationCreatePassArgs, 'event' | 'grant' | 'days'>>;
  revokePass?: Resolver<ResolversTypes['RevokePayload'], ParentType, ContextType, RequireFields<MutationRevokePassArgs, 'id'>>;
  createAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationCreateAccountArgs, 'login' | 'name' | 'grants'>>;
  updateAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationUpdateAccountArgs, 'login'>>;
  unlockAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationUnlockAccountArgs, 'login'>>;
  acceptSuggestions?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationAcceptSuggestionsArgs, 'text' | 'accept' | 'why'>>;
  createActor?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateActorArgs, 'input' | 'why'>>;
  correctActor?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectActorArgs, 'id' | 'input' | 'why'>>;
  createInitiative?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateInitiativeArgs, 'input' | 'why'>>;
  correctInitiative?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectInitiativeArgs, 'id' | 'input' | 'why'>>;
  createAchievement?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateAchievementArgs, 'input' | 'why'>>;
  correctAchievement?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectAchievementArgs, 'id' | 'input' | 'why'>>;
  createAward?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateAwardArgs, 'input' | 'why'>>;
  correctAward?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectAwardArgs, 'id' | 'input' | 'why'>>;
  createIssue?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateIssueArgs, 'input' | 'why'>>;
  correctIssue?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectIssueArgs, 'id' | 'input' | 'why'>>;
  createPlace?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreatePlaceArgs, 'input' | 'why'>>;
  correctPlace?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectPlaceArgs, 'id' | 'input' | 'why'>>;
  createSource?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateSourceArgs, 'input' | 'why'>>;
  correctSource?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectSourceArgs, 'id' | 'input' | 'why'>>;
  createClaim?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCreateClaimArgs, 'input' | 'why'>>;
  correctClaim?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectClaimArgs, 'id' | 'input' | 'why'>>;
  verifyClaim?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationVerifyClaimArgs, 'id' | 'why'>>;
  disputeClaim?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationDisputeClaimArgs, 'id' | 'reason'>>;
  retractClaim?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationRetractClaimArgs, 'id' | 'reason'>>;
  attachEvidence?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationAttachEvidenceArgs, 'to' | 'evidence' | 'why'>>;
  comment?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCommentArgs, 'on' | 'text'>>;
  withdraw?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationWithdrawArgs, 'id' | 'why'>>;
  revert?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationRevertArgs, 'change' | 'why'>>;
  forgetPerson?: Resolver<ResolversTypes['ForgetPayload'], ParentType, ContextType, RequireFields<MutationForgetPersonArgs, 'dryRun'>>;
  judge?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationJudgeArgs, 'left' | 'right' | 'verdict' | 'why'>>;
  saveMapping?: Resolver<ResolversTypes['SaveMappingPayload'], ParentType, ContextType, RequireFields<MutationSaveMappingArgs, 'text'>>;
  reviewProposal?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationReviewProposalArgs, 'id' | 'verdicts'>>;
  loadDataset?: Resolver<ResolversTypes['LoadDatasetPayload'], ParentType, ContextType, RequireFields<MutationLoadDatasetArgs, 'dataset'>>;
};

export type SignInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignInPayload'] = ResolversParentTypes['SignInPayload']> = {
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SignOutPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SignOutPayload'] = ResolversParentTypes['SignOutPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangePasswordPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePasswordPayload'] = ResolversParentTypes['ChangePasswordPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateTokenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateTokenPayload'] = ResolversParentTypes['CreateTokenPayload']> = {
  token?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePassPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePassPayload'] = ResolversParentTypes['CreatePassPayload']> = {
  pass?: Resolver<Maybe<ResolversTypes['EventPass']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qrSvg?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qrText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevokePayload'] = ResolversParentTypes['RevokePayload']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AccountPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AccountPayload'] = ResolversParentTypes['AccountPayload']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AchievementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Achievement'] = ResolversParentTypes['Achievement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AchievementNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AchievementClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<AchievementHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AchievementDescriptionArgs, 'language'>>;
  award?: Resolver<ResolversTypes['Award'], ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['AchievementLevel']>, ParentType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rank?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  siblings?: Resolver<ResolversTypes['AchievementConnection'], ParentType, ContextType, RequireFields<AchievementSiblingsArgs, 'first'>>;
  recipients?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AchievementRecipientsArgs, 'first'>>;
  conferrers?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AchievementConferrersArgs, 'first'>>;
  receivers?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AchievementReceiversArgs, 'first'>>;
  events?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AchievementEventsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AwardResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Award'] = ResolversParentTypes['Award']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AwardNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<AwardClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<AwardHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AwardDescriptionArgs, 'language'>>;
  level?: Resolver<Maybe<ResolversTypes['AchievementLevel']>, ParentType, ContextType>;
  achievements?: Resolver<ResolversTypes['AchievementConnection'], ParentType, ContextType, RequireFields<AwardAchievementsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AchievementConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AchievementConnection'] = ResolversParentTypes['AchievementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AchievementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Achievement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AchievementEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AchievementEdge'] = ResolversParentTypes['AchievementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Achievement'], ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ActorNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<ActorClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<ActorHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ActorDescriptionArgs, 'language'>>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  helix?: Resolver<ResolversTypes['Helix'], ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  participations?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<ActorParticipationsArgs, 'first'>>;
  affiliations?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<ActorAffiliationsArgs, 'first'>>;
  collaborators?: Resolver<ResolversTypes['CollaboratorConnection'], ParentType, ContextType, RequireFields<ActorCollaboratorsArgs, 'first'>>;
  achievements?: Resolver<ResolversTypes['AchievementConnection'], ParentType, ContextType, RequireFields<ActorAchievementsArgs, 'first'>>;
  timeline?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<ActorTimelineArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CollaboratorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Collaborator'] = ResolversParentTypes['Collaborator']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  initiatives?: Resolver<Array<ResolversTypes['Initiative']>, ParentType, ContextType>;
};

export type CollaboratorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollaboratorConnection'] = ResolversParentTypes['CollaboratorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CollaboratorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Collaborator']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CollaboratorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CollaboratorEdge'] = ResolversParentTypes['CollaboratorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Collaborator'], ParentType, ContextType>;
};

export type ActorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export type ArticleReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleReading'] = ResolversParentTypes['ArticleReading']> = {
  suggestions?: Resolver<Array<ResolversTypes['ClaimSuggestion']>, ParentType, ContextType>;
  names?: Resolver<Array<ResolversTypes['FoundName']>, ParentType, ContextType>;
  dates?: Resolver<Array<ResolversTypes['FoundDate']>, ParentType, ContextType>;
};

export type ClaimSuggestionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimSuggestion'] = ResolversParentTypes['ClaimSuggestion']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['SuggestedEnd'], ParentType, ContextType>;
  object?: Resolver<ResolversTypes['SuggestedEnd'], ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['SuggestedEnd']>, ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contributions?: Resolver<Array<ResolversTypes['Contribution']>, ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['ReadingRule'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locator?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ClaimSuggestionSentenceArgs, 'language'>>;
  known?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
};

export type SuggestedEndResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SuggestedEnd'] = ResolversParentTypes['SuggestedEnd']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['NamedType'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  helix?: Resolver<Maybe<ResolversTypes['Helix']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReadingRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingRule'] = ResolversParentTypes['ReadingRule']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  explanation?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReadingRuleExplanationArgs, 'language'>>;
};

export type FoundNameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FoundName'] = ResolversParentTypes['FoundName']> = {
  ends?: Resolver<Array<ResolversTypes['SuggestedEnd']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FoundDateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FoundDate'] = ResolversParentTypes['FoundDate']> = {
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reverts?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  operationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['ChangeOperation']>, ParentType, ContextType, RequireFields<ChangeOperationsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeOperation'] = ResolversParentTypes['ChangeOperation']> = {
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  changes?: SubscriptionResolver<ResolversTypes['Change'], "changes", ParentType, ContextType, Partial<SubscriptionChangesArgs>>;
};

export type ChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Change']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ClaimNoteArgs, 'language'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<ClaimHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  object?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ClaimStatus'], ParentType, ContextType>;
  statusReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asMade?: Resolver<ResolversTypes['ClaimEnds'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['ClaimRank'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ClaimPositionArgs, 'language'>>;
  contributions?: Resolver<Array<ResolversTypes['Contribution']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ClaimSentenceArgs, 'language'>>;
  rivals?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimEndsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEnds'] = ResolversParentTypes['ClaimEnds']> = {
  subject?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  object?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
};

export type ContributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contribution'] = ResolversParentTypes['Contribution']> = {
  kind?: Resolver<ResolversTypes['ContributionKind'], ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relation'] = ResolversParentTypes['Relation']> = {
  kind?: Resolver<ResolversTypes['ClaimKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RelationLabelArgs, 'language'>>;
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['RelationRole']>, ParentType, ContextType>;
};

export type RelationRoleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationRole'] = ResolversParentTypes['RelationRole']> = {
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RelationRoleLabelArgs, 'language'>>;
  iati?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RelationRoleSentenceArgs, 'language'>>;
};

export type ClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  about?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Achievement' | 'Award' | 'Actor' | 'Change' | 'Claim' | 'Comment' | 'Judgement' | 'Initiative' | 'Issue' | 'Place' | 'Proposal' | 'Source', ParentType, ContextType>;
};

export type ThingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thing'] = ResolversParentTypes['Thing']> = {
  __resolveType: TypeResolveFn<'Achievement' | 'Award' | 'Actor' | 'Initiative' | 'Issue' | 'Place' | 'Source', ParentType, ContextType>;
};

export type IdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = {
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PartialDateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartialDate'] = ResolversParentTypes['PartialDate']> = {
  edtf?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  earliest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type PeriodResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period']> = {
  start?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  endState?: Resolver<ResolversTypes['EndState'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paraphrase?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<EvidenceParaphraseArgs, 'language'>>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WritePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WritePayload'] = ResolversParentTypes['WritePayload']> = {
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  proposal?: Resolver<Maybe<ResolversTypes['Proposal']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForgetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForgetPayload'] = ResolversParentTypes['ForgetPayload']> = {
  erased?: Resolver<Maybe<ResolversTypes['ErasedData']>, ParentType, ContextType>;
  redacted?: Resolver<Maybe<ResolversTypes['RedactedTexts']>, ParentType, ContextType>;
  left?: Resolver<Array<ResolversTypes['LeftData']>, ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ErasedDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ErasedData'] = ResolversParentTypes['ErasedData']> = {
  account?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sessions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mappings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attributions?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  proposersOf?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  pending?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RedactedTextsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedactedTexts'] = ResolversParentTypes['RedactedTexts']> = {
  records?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  proposals?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LeftDataResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LeftData'] = ResolversParentTypes['LeftData']> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type JudgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Judgement'] = ResolversParentTypes['Judgement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<JudgementNoteArgs, 'language'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdentityConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityConflict'] = ResolversParentTypes['IdentityConflict']> = {
  negative?: Resolver<ResolversTypes['Judgement'], ParentType, ContextType>;
  positives?: Resolver<Array<ResolversTypes['Judgement']>, ParentType, ContextType>;
};

export type IdentityCandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityCandidate'] = ResolversParentTypes['IdentityCandidate']> = {
  left?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  right?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  automatic?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['IdentityReason']>, ParentType, ContextType, RequireFields<IdentityCandidateReasonsArgs, 'language'>>;
};

export type IdentityReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityReason'] = ResolversParentTypes['IdentityReason']> = {
  feature?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type IdentityCandidateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityCandidateConnection'] = ResolversParentTypes['IdentityCandidateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IdentityCandidateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IdentityCandidate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IdentityCandidateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IdentityCandidateEdge'] = ResolversParentTypes['IdentityCandidateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IdentityCandidate'], ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<InitiativeNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<InitiativeHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<InitiativeDescriptionArgs, 'language'>>;
  kind?: Resolver<ResolversTypes['InitiativeKind'], ParentType, ContextType>;
  period?: Resolver<Maybe<ResolversTypes['Period']>, ParentType, ContextType>;
  participations?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeParticipationsArgs, 'first'>>;
  coverage?: Resolver<ResolversTypes['HelixCoverage'], ParentType, ContextType>;
  parents?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeParentsArgs, 'first'>>;
  children?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeChildrenArgs, 'first'>>;
  lineage?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeLineageArgs, 'first'>>;
  entries?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeEntriesArgs, 'first'>>;
  issues?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeIssuesArgs, 'first'>>;
  locations?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<InitiativeLocationsArgs, 'first'>>;
  achievements?: Resolver<ResolversTypes['AchievementConnection'], ParentType, ContextType, RequireFields<InitiativeAchievementsArgs, 'first'>>;
  proposer?: Resolver<Maybe<ResolversTypes['Proposer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proposer'] = ResolversParentTypes['Proposer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HelixCoverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HelixCoverage'] = ResolversParentTypes['HelixCoverage']> = {
  helixes?: Resolver<Array<ResolversTypes['HelixActors']>, ParentType, ContextType>;
  present?: Resolver<Array<ResolversTypes['Helix']>, ParentType, ContextType>;
  absent?: Resolver<Array<ResolversTypes['Helix']>, ParentType, ContextType>;
};

export type HelixActorsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HelixActors'] = ResolversParentTypes['HelixActors']> = {
  helix?: Resolver<ResolversTypes['Helix'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
};

export type InitiativeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeConnection'] = ResolversParentTypes['InitiativeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InitiativeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Initiative']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InitiativeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InitiativeEdge'] = ResolversParentTypes['InitiativeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Initiative'], ParentType, ContextType>;
};

export type IssueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Issue'] = ResolversParentTypes['Issue']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<IssueNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<IssueClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<IssueHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<IssueDescriptionArgs, 'language'>>;
  progress?: Resolver<Maybe<ResolversTypes['IssueProgress']>, ParentType, ContextType>;
  progressAt?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  addressedBy?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<IssueAddressedByArgs, 'first'>>;
  locations?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<IssueLocationsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IssueConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueConnection'] = ResolversParentTypes['IssueConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IssueEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Issue']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueEdge'] = ResolversParentTypes['IssueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Issue'], ParentType, ContextType>;
};

export type MappingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mapping'] = ResolversParentTypes['Mapping']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['MappingOrigin'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type SaveMappingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveMappingPayload'] = ResolversParentTypes['SaveMappingPayload']> = {
  mapping?: Resolver<Maybe<ResolversTypes['Mapping']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PathResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  hops?: Resolver<Array<ResolversTypes['PathHop']>, ParentType, ContextType>;
  avoidedHubs?: Resolver<Array<ResolversTypes['Hub']>, ParentType, ContextType>;
};

export type PathSearchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathSearch'] = ResolversParentTypes['PathSearch']> = {
  paths?: Resolver<Array<ResolversTypes['Path']>, ParentType, ContextType>;
  avoidedHubs?: Resolver<Array<ResolversTypes['Hub']>, ParentType, ContextType>;
  hubDegree?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PathHopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathHop'] = ResolversParentTypes['PathHop']> = {
  from?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
};

export type HubResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Hub'] = ResolversParentTypes['Hub']> = {
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PlaceNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<PlaceClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<PlaceHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  previousNames?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  abbreviations?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  weakAliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PlaceDescriptionArgs, 'language'>>;
  kind?: Resolver<ResolversTypes['PlaceKind'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Place']>, ParentType, ContextType>;
  parts?: Resolver<ResolversTypes['PlaceConnection'], ParentType, ContextType, RequireFields<PlacePartsArgs, 'first'>>;
  located?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<PlaceLocatedArgs, 'below' | 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceConnection'] = ResolversParentTypes['PlaceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceEdge'] = ResolversParentTypes['PlaceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Place'], ParentType, ContextType>;
};

export type ProposalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['ProposedOperation']>, ParentType, ContextType, RequireFields<ProposalOperationsArgs, 'from' | 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProposedOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposedOperation'] = ResolversParentTypes['ProposedOperation']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OperationKind'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ProposedOperationSummaryArgs, 'language'>>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  proposer?: Resolver<Maybe<ResolversTypes['Proposer']>, ParentType, ContextType>;
  lookalikes?: Resolver<Array<ResolversTypes['IdentityCandidate']>, ParentType, ContextType, RequireFields<ProposedOperationLookalikesArgs, 'first'>>;
  verdict?: Resolver<Maybe<ResolversTypes['ProposalVerdict']>, ParentType, ContextType>;
};

export type ProposalVerdictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalVerdict'] = ResolversParentTypes['ProposalVerdict']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
};

export type ProposalConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalConnection'] = ResolversParentTypes['ProposalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProposalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Proposal']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProposalEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposalEdge'] = ResolversParentTypes['ProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Proposal'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  matchedName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['SearchFacets'], ParentType, ContextType>;
  capped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
};

export type SearchFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchFacets'] = ResolversParentTypes['SearchFacets']> = {
  types?: Resolver<Array<ResolversTypes['TypeFacet']>, ParentType, ContextType>;
  helixes?: Resolver<Array<ResolversTypes['HelixFacet']>, ParentType, ContextType>;
  places?: Resolver<Array<ResolversTypes['PlaceFacet']>, ParentType, ContextType>;
};

export type TypeFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TypeFacet'] = ResolversParentTypes['TypeFacet']> = {
  type?: Resolver<ResolversTypes['SearchType'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HelixFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HelixFacet'] = ResolversParentTypes['HelixFacet']> = {
  helix?: Resolver<ResolversTypes['Helix'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceFacetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceFacet'] = ResolversParentTypes['PlaceFacet']> = {
  place?: Resolver<ResolversTypes['Place'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SourceNoteArgs, 'language'>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<SourceClaimsArgs, 'first'>>;
  created?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['ChangeConnection'], ParentType, ContextType, RequireFields<SourceHistoryArgs, 'first'>>;
  comments?: Resolver<Array<ResolversTypes['Comment']>, ParentType, ContextType>;
  mergedFrom?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SourceKind'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['PartialDate']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  retrieved?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  checksum?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paragraphs?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  supports?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, RequireFields<SourceSupportsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SourceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type FindingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Finding'] = ResolversParentTypes['Finding']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RecordCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordCount'] = ResolversParentTypes['RecordCount']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StatusResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status']> = {
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  counts?: Resolver<Array<ResolversTypes['RecordCount']>, ParentType, ContextType>;
};

export type LoadDatasetPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LoadDatasetPayload'] = ResolversParentTypes['LoadDatasetPayload']> = {
  change?: Resolver<Maybe<ResolversTypes['Change']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TraceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Trace'] = ResolversParentTypes['Trace']> = {
  root?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TraceDirection'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['TraceStep']>, ParentType, ContextType>;
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType, Partial<TraceActorsArgs>>;
  coverage?: Resolver<ResolversTypes['HelixCoverage'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['TraceGap']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type TraceStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TraceStep'] = ResolversParentTypes['TraceStep']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TraceStepSentenceArgs, 'language'>>;
};

export type TraceGapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TraceGap'] = ResolversParentTypes['TraceGap']> = {
  kind?: Resolver<ResolversTypes['TraceGapKind'], ParentType, ContextType>;
  helix?: Resolver<Maybe<ResolversTypes['Helix']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['TraceStep']>, ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TraceGapMessageArgs, 'language'>>;
};

export type Resolvers<ContextType = Context> = {
  Grant?: GrantResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Account?: AccountResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  EventPass?: EventPassResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  SignInPayload?: SignInPayloadResolvers<ContextType>;
  SignOutPayload?: SignOutPayloadResolvers<ContextType>;
  ChangePasswordPayload?: ChangePasswordPayloadResolvers<ContextType>;
  CreateTokenPayload?: CreateTokenPayloadResolvers<ContextType>;
  CreatePassPayload?: CreatePassPayloadResolvers<ContextType>;
  RevokePayload?: RevokePayloadResolvers<ContextType>;
  AccountPayload?: AccountPayloadResolvers<ContextType>;
  Achievement?: AchievementResolvers<ContextType>;
  Award?: AwardResolvers<ContextType>;
  AchievementConnection?: AchievementConnectionResolvers<ContextType>;
  AchievementEdge?: AchievementEdgeResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  Collaborator?: CollaboratorResolvers<ContextType>;
  CollaboratorConnection?: CollaboratorConnectionResolvers<ContextType>;
  CollaboratorEdge?: CollaboratorEdgeResolvers<ContextType>;
  ActorConnection?: ActorConnectionResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  ArticleReading?: ArticleReadingResolvers<ContextType>;
  ClaimSuggestion?: ClaimSuggestionResolvers<ContextType>;
  SuggestedEnd?: SuggestedEndResolvers<ContextType>;
  ReadingRule?: ReadingRuleResolvers<ContextType>;
  FoundName?: FoundNameResolvers<ContextType>;
  FoundDate?: FoundDateResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  ChangeOperation?: ChangeOperationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ClaimEnds?: ClaimEndsResolvers<ContextType>;
  Contribution?: ContributionResolvers<ContextType>;
  Relation?: RelationResolvers<ContextType>;
  RelationRole?: RelationRoleResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  Comment?: CommentResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  Thing?: ThingResolvers<ContextType>;
  Identifier?: IdentifierResolvers<ContextType>;
  PartialDate?: PartialDateResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  WritePayload?: WritePayloadResolvers<ContextType>;
  ForgetPayload?: ForgetPayloadResolvers<ContextType>;
  ErasedData?: ErasedDataResolvers<ContextType>;
  RedactedTexts?: RedactedTextsResolvers<ContextType>;
  LeftData?: LeftDataResolvers<ContextType>;
  Judgement?: JudgementResolvers<ContextType>;
  IdentityConflict?: IdentityConflictResolvers<ContextType>;
  IdentityCandidate?: IdentityCandidateResolvers<ContextType>;
  IdentityReason?: IdentityReasonResolvers<ContextType>;
  IdentityCandidateConnection?: IdentityCandidateConnectionResolvers<ContextType>;
  IdentityCandidateEdge?: IdentityCandidateEdgeResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  Proposer?: ProposerResolvers<ContextType>;
  HelixCoverage?: HelixCoverageResolvers<ContextType>;
  HelixActors?: HelixActorsResolvers<ContextType>;
  InitiativeConnection?: InitiativeConnectionResolvers<ContextType>;
  InitiativeEdge?: InitiativeEdgeResolvers<ContextType>;
  Issue?: IssueResolvers<ContextType>;
  IssueConnection?: IssueConnectionResolvers<ContextType>;
  IssueEdge?: IssueEdgeResolvers<ContextType>;
  Mapping?: MappingResolvers<ContextType>;
  SaveMappingPayload?: SaveMappingPayloadResolvers<ContextType>;
  Path?: PathResolvers<ContextType>;
  PathSearch?: PathSearchResolvers<ContextType>;
  PathHop?: PathHopResolvers<ContextType>;
  Hub?: HubResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  PlaceConnection?: PlaceConnectionResolvers<ContextType>;
  PlaceEdge?: PlaceEdgeResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposedOperation?: ProposedOperationResolvers<ContextType>;
  ProposalVerdict?: ProposalVerdictResolvers<ContextType>;
  ProposalConnection?: ProposalConnectionResolvers<ContextType>;
  ProposalEdge?: ProposalEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchFacets?: SearchFacetsResolvers<ContextType>;
  TypeFacet?: TypeFacetResolvers<ContextType>;
  HelixFacet?: HelixFacetResolvers<ContextType>;
  PlaceFacet?: PlaceFacetResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  Finding?: FindingResolvers<ContextType>;
  RecordCount?: RecordCountResolvers<ContextType>;
  Status?: StatusResolvers<ContextType>;
  LoadDatasetPayload?: LoadDatasetPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Trace?: TraceResolvers<ContextType>;
  TraceStep?: TraceStepResolvers<ContextType>;
  TraceGap?: TraceGapResolvers<ContextType>;
};

