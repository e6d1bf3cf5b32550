import { byId } from '../domain/collections.js';
import { CLAIM_KINDS, CLAIM_RANKS } from '../domain/kinds.js';
import type { Claim as ClaimRecord } from '../domain/records.js';
import { RELATIONS } from '../domain/relations.js';
import { claimSentence } from '../domain/story.js';
import { rivalClaims } from '../store/cypher/claims.js';
import { claimFilters } from './claim-pages.js';
import { asMade, domainLanguage, inLanguage, knownPeriod, recordFields, requiredNode } from './common.js';
import { requiredRecord } from './context.js';
import type {
  ClaimEndsResolvers,
  ClaimResolvers,
  QueryResolvers,
  RelationResolvers,
  RelationRoleResolvers,
} from './generated/types.js';
import { page } from './list-pages.js';
import { byDate, relatives } from './relatives.js';

export const claimQueries: QueryResolvers = {
  claims: (_, { filter, ...args }, context) =>
    page(context, { type: 'claim', key: 'sortDate', args, filters: claimFilters(filter) }),
  relations: () => CLAIM_KINDS.map((kind) => ({ kind, relation: RELATIONS[kind] })),
};

export const Claim: ClaimResolvers = {
  ...recordFields,
  subject: async ({ subject }, _, context) => requiredNode(await context.record(subject)),
  object: async ({ object }, _, context) => requiredNode(await context.record(object)),
  parties: ({ parties }, _, context) =>
    Promise.all(parties.map((id) => requiredRecord(context, id, 'actor'))),
  asMade: async ({ id }, _, context) => {
    const claim = await asMade(context, id);
    if (claim?.type !== 'claim') throw new Error(`claim ${id} is missing`);
    return { subject: claim.subject, object: claim.object };
  },
  period: (claim) => knownPeriod(claim),
  position: ({ position, positionEn }, { language }) => inLanguage(language, position, positionEn, true),
  sentence: async (claim, { language, from }, context) => {
    const ids = [claim.subject, claim.object, ...claim.parties];
    const found = await Promise.all(ids.map((id) => context.record(id)));
    const members = byId(found.filter((record) => record !== null));
    return claimSentence(claim, members, domainLanguage(language), from ?? claim.subject);
  },
  rivals: async ({ id }, _, context) => {
    const rivals = await relatives<ClaimRecord>(context, 'rivalClaims', id, (ids) =>
      context.reader.read(rivalClaims, { ids }),
    );
    return rivals.sort((a, b) => CLAIM_RANKS.indexOf(a.rank) - CLAIM_RANKS.indexOf(b.rank) || byDate(a, b));
  },
};

export const ClaimEnds: ClaimEndsResolvers = {
  subject: async ({ subject }, _, context) => requiredNode(await asMade(context, subject)),
  object: async ({ object }, _, context) => requiredNode(await asMade(context, object)),
};

export const Relation: RelationResolvers = {
  label: ({ relation }, { language }) => relation.label[domainLanguage(language)],
  definition: ({ relation }) => relation.definition,
  roles: ({ relation }) => Object.entries(relation.roles).map(([name, role]) => ({ ...role, role: name })),
};

export const RelationRole: RelationRoleResolvers = {
  label: ({ label }, { language }) => label[domainLanguage(language)],
  iati: ({ iati }) => iati ?? null,
  sentence: ({ forward }, { language }) => forward[domainLanguage(language)],
};
