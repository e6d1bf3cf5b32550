import { acceptances } from './accept.js';
import { ApiToken, EventPass, Viewer, viewerMutations, viewerQueries } from './account.js';
import { Account, accountMutations, accountQueries } from './accounts.js';
import { Achievement, Award, achievementQueries } from './achievement.js';
import { Actor, actorQueries, Collaborator } from './actor.js';
import { articleQueries, ClaimSuggestion, FoundName, ReadingRule, SuggestedEndType } from './article.js';
import { Change, ChangeOperation, changeQueries, changeSubscriptions } from './change.js';
import { Claim, ClaimEnds, claimQueries, Relation, RelationRole } from './claim.js';
import { Evidence, Node, PartialDate, TYPE_NAMES } from './common.js';
import { contributions, WritePayload } from './contribute.js';
import { forgetMutations } from './forget.js';
import type { Resolvers } from './generated/types.js';
import { Grant } from './grants.js';
import {
  Comment,
  IdentityCandidate,
  IdentityConflict,
  identityQueries,
  Judgement,
  judgements,
} from './identity.js';
import { HelixActors, Initiative, initiativeQueries } from './initiative.js';
import { Issue, issueQueries } from './issue.js';
import { mappingMutations, mappingQueries } from './mapping.js';
import { Hub, Path, PathHop, pathQueries } from './path.js';
import { Place, placeQueries } from './place.js';
import { queryFields } from './query.js';
import { Proposal, ProposalVerdict, ProposedOperation, reviewQueries, reviews } from './review.js';
import { day, moment } from './scalars.js';
import { PlaceFacet, SearchHit, searchQueries } from './search.js';
import { Source, sourceQueries } from './source.js';
import { systemMutations, systemQueries } from './system.js';
import { Trace, TraceGap, TraceStep, traceQueries } from './trace.js';

/** Every resolver, by type; the fields of `Query` come from the area files that mirror schema/graphql. */
export const resolvers = {
  Date: day,
  DateTime: moment,
  Node,
  Thing: { __resolveType: (thing) => TYPE_NAMES[thing.type] },
  Evidence,
  PartialDate,
  Query: {
    ...queryFields,
    ...actorQueries,
    ...initiativeQueries,
    ...achievementQueries,
    ...issueQueries,
    ...placeQueries,
    ...sourceQueries,
    ...claimQueries,
    ...traceQueries,
    ...pathQueries,
    ...searchQueries,
    ...changeQueries,
    ...systemQueries,
    ...viewerQueries,
    ...accountQueries,
    ...identityQueries,
    ...reviewQueries,
    ...mappingQueries,
    ...articleQueries,
  },
  Mutation: {
    ...systemMutations,
    ...viewerMutations,
    ...accountMutations,
    ...forgetMutations,
    ...contributions,
    ...judgements,
    ...reviews,
    ...mappingMutations,
    ...acceptances,
  },
  Subscription: { ...changeSubscriptions },
  WritePayload,
  Actor,
  Collaborator,
  Initiative,
  HelixActors,
  Achievement,
  Award,
  Issue,
  Place,
  Source,
  Claim,
  ClaimEnds,
  Relation,
  RelationRole,
  Trace,
  TraceStep,
  TraceGap,
  Path,
  PathHop,
  Hub,
  SearchHit,
  PlaceFacet,
  Change,
  ChangeOperation,
  Comment,
  Judgement,
  IdentityCandidate,
  IdentityConflict,
  Proposal,
  ProposedOperation,
  ProposalVerdict,
  ClaimSuggestion,
  SuggestedEnd: SuggestedEndType,
  ReadingRule,
  FoundName,
  Viewer,
  Grant,
  Account,
  ApiToken,
  EventPass,
} satisfies Omit<Resolvers, 'Date' | 'DateTime'> & Record<string, unknown>;
