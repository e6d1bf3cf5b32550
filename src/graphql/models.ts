import type { Grant, User } from '../auth/rights.js';
import type { Coverage } from '../domain/coverage.js';
import type { Candidate } from '../domain/identity-candidates.js';
import type { Helix } from '../domain/kinds.js';
import type { Period } from '../domain/periods.js';
import type {
  Achievement,
  Actor,
  Award,
  Claim,
  Comment,
  Contribution,
  Evidence,
  Identifier,
  Initiative,
  Issue,
  Judgement,
  Place,
  Source,
  Stored,
} from '../domain/records.js';
import type { Relation, Role } from '../domain/relation.js';
import type { Trace, TraceDirection, TraceGap, TraceStep } from '../domain/trace.js';
import type { Account, ApiToken, Pass } from '../store/accounts-port.js';
import type { ChangeRow } from '../store/cypher/changes.js';
import type { Change, Proposal, ProposedOperation, Verdict } from '../store/port.js';
import type {
  ArticleReading,
  FoundDate,
  FoundName,
  SuggestedEnd,
  Suggestion,
} from '../transfer/propose/suggestion.js';
import type { Connection } from './connections.js';

/** What the resolvers of each GraphQL type get as their parent: the domain's own types, as far as that goes. */
export type ActorModel = Stored<Actor>;
export type InitiativeModel = Stored<Initiative>;
export type AchievementModel = Stored<Achievement>;
export type AwardModel = Stored<Award>;
export type IssueModel = Stored<Issue>;
export type PlaceModel = Stored<Place>;
export type SourceModel = Stored<Source>;
export type ClaimModel = Stored<Claim>;
export type ThingModel =
  | ActorModel
  | InitiativeModel
  | AchievementModel
  | AwardModel
  | IssueModel
  | PlaceModel
  | SourceModel;
export type CommentModel = Stored<Comment>;
export type JudgementModel = Stored<Judgement>;
export type ChangeModel = ChangeRow;
export type ProposalModel = Proposal;
export type NodeModel = ThingModel | ClaimModel | CommentModel | JudgementModel | ChangeModel | ProposalModel;

/** What a mutation did; `node` is the id of the record that it answers with. */
export interface WritePayloadModel {
  readonly change: Change | null;
  readonly proposal: Proposal | null;
  readonly node: string | null;
  readonly clientMutationId: string | null;
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}

/** Ids of the two records on which a claim was made. */
export interface ClaimEndsModel {
  readonly subject: string;
  readonly object: string;
}

export interface ProposedOperationModel extends ProposedOperation {
  readonly number: number;
  readonly proposal: Proposal;
}
export type ProposalVerdictModel = Verdict;
export type ProposalConnectionModel = Connection<ProposalModel>;

export type IdentityCandidateModel = Candidate;
export type IdentityCandidateConnectionModel = Connection<Candidate>;
export interface IdentityConflictModel {
  /** Ids of judgements. */
  readonly negative: string;
  readonly positives: readonly string[];
}

export type ActorConnectionModel = Connection<ActorModel>;
export type InitiativeConnectionModel = Connection<InitiativeModel>;
export type AchievementConnectionModel = Connection<AchievementModel>;
export type IssueConnectionModel = Connection<IssueModel>;
export type PlaceConnectionModel = Connection<PlaceModel>;
export type SourceConnectionModel = Connection<SourceModel>;
export type ClaimConnectionModel = Connection<ClaimModel>;
export type ChangeConnectionModel = Connection<ChangeModel>;

export type ArticleReadingModel = ArticleReading;
export type ClaimSuggestionModel = Suggestion;
export type SuggestedEndModel = SuggestedEnd;
export type ReadingRuleModel = Suggestion['rule'];
export type FoundNameModel = FoundName;
export type FoundDateModel = FoundDate;

export type ViewerModel = User;
export type GrantModel = Grant;
export type AccountModel = Account;
export type ApiTokenModel = ApiToken;
export type EventPassModel = Pass;

export type IdentifierModel = Identifier;
export type EvidenceModel = Evidence;
export type PeriodModel = Period;
export type ContributionModel = Contribution;
/** An EDTF text; its span is worked out when asked for. */
export type PartialDateModel = string;

export type HelixCoverageModel = Coverage;
export interface HelixActorsModel {
  readonly helix: Helix;
  readonly actors: readonly Actor[];
}

export type TraceModel = Trace & { readonly direction: TraceDirection };
export type TraceStepModel = TraceStep;
export type TraceGapModel = TraceGap;

export interface CollaboratorModel {
  readonly actor: string;
  readonly initiatives: readonly string[];
}
export type CollaboratorConnectionModel = Connection<CollaboratorModel>;

export interface ChangeOperationModel {
  readonly op: 'create' | 'update';
  readonly before: { readonly id: string } | null;
  readonly after: { readonly id: string };
}

export interface RelationModel {
  readonly kind: Claim['kind'];
  readonly relation: Relation;
}
export type RelationRoleModel = Role & { readonly role: string };

export interface SearchHitModel {
  readonly record: Stored;
  readonly score: number;
  readonly matchedName: string;
}
export type SearchConnectionModel = Connection<SearchHitModel> & {
  readonly capped: boolean;
  readonly facets: {
    readonly types: ReadonlyArray<{
      type: 'ACTOR' | 'INITIATIVE' | 'ACHIEVEMENT' | 'ISSUE' | 'PLACE' | 'SOURCE';
      count: number;
    }>;
    readonly helixes: ReadonlyArray<{ helix: Helix; count: number }>;
    readonly places: readonly PlaceFacetModel[];
  };
};
export interface PlaceFacetModel {
  readonly id: string;
  readonly count: number;
}

export interface HubModel {
  readonly id: string;
  readonly degree: number;
}
export interface PathHopModel {
  readonly from: string;
  readonly to: string;
  /** Ids of the claims. */
  readonly claims: readonly string[];
}
export interface PathModel {
  readonly nodes: readonly string[];
  readonly hops: readonly PathHopModel[];
  readonly avoidedHubs: readonly HubModel[];
}
export interface PathSearchModel {
  readonly paths: readonly PathModel[];
  readonly avoidedHubs: readonly HubModel[];
  readonly hubDegree: number | null;
  readonly complete: boolean;
}
