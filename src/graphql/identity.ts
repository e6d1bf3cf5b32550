import { compareText } from '../domain/dates.js';
import { corrected, created } from '../domain/edits.js';
import { AUTOMATIC, type MergeableType } from '../domain/identity.js';
import { componentsOf } from '../domain/identity-components.js';
import { judgementId } from '../domain/ids.js';
import { standingJudgements } from '../store/cypher/identifiables.js';
import { identifiablesOf, lookalikesOf } from '../store/lookalikes.js';
import { asMade, domainLanguage, inLanguage, recordFields, requiredNode } from './common.js';
import { connectionOver, type Position } from './connections.js';
import { requiredRecord } from './context.js';
import type {
  CommentResolvers,
  IdentityCandidateResolvers,
  IdentityConflictResolvers,
  JudgementResolvers,
  MutationResolvers,
  QueryResolvers,
} from './generated/types.js';
import type { IdentityCandidateModel } from './models.js';
import { submit } from './submit.js';

export const identityQueries: QueryResolvers = {
  identityCandidates: async (_, { type, first, after }, context) => {
    const found = await context.candidates(type.toLowerCase() as MergeableType);
    return connectionOver(found, { first, after }, `identityCandidates ${type}`, bestFirst);
  },
  lookalikes: async (_, { of, first }, context) => {
    const record = await context.record(of);
    const [wanted] = record === null ? [] : await identifiablesOf(context.reader, [record.id]);
    if (wanted === undefined) return [];
    return ((await lookalikesOf(context.reader, [wanted])).get(wanted.id) ?? []).slice(0, first);
  },
  identityConflicts: async (_, __, context) =>
    // Which record stands for a component makes no difference to its conflicts.
    componentsOf(await context.reader.read(standingJudgements, {}), new Map()).conflicts.map(
      ({ negative, path }) => ({ negative, positives: path }),
    ),
};

/** The place of a candidate in a list that begins with the best. */
function bestFirst({ left, right, match }: IdentityCandidateModel): Position {
  return { key: (1 - match.score).toFixed(6), id: `${left} ${right}` };
}

export const IdentityCandidate: IdentityCandidateResolvers = {
  left: async ({ left }, _, context) => requiredNode(await context.record(left)),
  right: async ({ right }, _, context) => requiredNode(await context.record(right)),
  score: ({ match }) => match.score,
  automatic: ({ match }) => match.score >= AUTOMATIC,
  reasons: ({ match }, { language }) =>
    match.reasons.map(({ code, weight, text }) => ({
      feature: code,
      weight,
      text: text[domainLanguage(language)],
    })),
};

export const IdentityConflict: IdentityConflictResolvers = {
  negative: ({ negative }, _, context) => requiredRecord(context, negative, 'judgement'),
  positives: ({ positives }, _, context) =>
    Promise.all(positives.map((id) => requiredRecord(context, id, 'judgement'))),
};

export const Judgement: JudgementResolvers = {
  left: async ({ left }, _, context) => requiredNode(await asMade(context, left)),
  right: async ({ right }, _, context) => requiredNode(await asMade(context, right)),
  note: ({ note, noteEn }, { language }) => inLanguage(language, note, noteEn),
  created: recordFields.created,
  updated: recordFields.updated,
  version: recordFields.version,
};

export const Comment: CommentResolvers = {
  about: async ({ about }, _, context) => requiredNode(await context.record(about)),
  created: recordFields.created,
  version: recordFields.version,
};

export const judgements: MutationResolvers = {
  judge: (_, args, context) => {
    const { left, right, verdict, score = null, note = null, version = null, why } = args;
    const id = judgementId(left, right);
    return submit(context, { field: 'judge', args, why, node: id }, async (now, attribution) => {
      const before = (await now.records([id])).get(id);
      const said = { verdict, score, note, withdrawn: false };
      const [first, second] = [left, right].sort(compareText);
      const fields = { ...said, left: first, right: second };
      return {
        ...attribution,
        operations: [
          before === undefined ? created('judgement', id, fields) : corrected(before, said, version),
        ],
      };
    });
  },
};
