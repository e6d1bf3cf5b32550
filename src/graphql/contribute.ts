import { corrected, created, type Fields, withEvidence, withStatus } from '../domain/edits.js';
import { JejakError, show } from '../domain/errors.js';
import { newId } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import type { Claim } from '../domain/records.js';
import { editing, existing, reverting } from '../store/plans.js';
import type { Personal } from '../store/port.js';
import type { Context } from './context.js';
import type { InputMaybe, MutationResolvers, WritePayloadResolvers } from './generated/types.js';
import { nodeById } from './nodes.js';
import { submit } from './submit.js';

/** Each mutation makes a plan and submits it; rights, proposals and errors are dealt with there. */

interface Input extends Fields {
  readonly proposer?: { readonly name?: string | null; readonly phone?: string | null } | null;
}

/** An input as fields of the record, and the personal data that it brings. */
function partsOf(of: string, { proposer, ...fields }: Input): { fields: Fields; personal: Personal[] } {
  if (proposer === undefined) return { fields, personal: [] };
  return { fields, personal: [{ of, name: proposer?.name ?? null, phone: proposer?.phone ?? null }] };
}

const creating =
  (type: RecordType, field: string) =>
  (_: unknown, args: { input: object; why: string }, context: Context) => {
    const id = newId(type);
    const { fields, personal } = partsOf(id, { ...args.input });
    return submit(context, { field, args, why: args.why }, async (_now, attribution) => ({
      ...attribution,
      operations: [created(type, id, fields)],
      personal,
    }));
  };

const correcting =
  (type: RecordType, field: string) =>
  (
    _: unknown,
    args: { id: string; input: object; version?: InputMaybe<number>; why: string },
    context: Context,
  ) => {
    const { id, input, version = null, why } = args;
    const { fields, personal } = partsOf(id, { ...input });
    return submit(context, { field, args, why, node: id }, async (now, attribution) => ({
      ...(await editing(now, attribution, id, [type], (record) => corrected(record, fields, version))),
      personal,
    }));
  };

const status =
  (to: Claim['status'], field: string) =>
  (
    _: unknown,
    args: { id: string; reason?: string; why?: string; version?: InputMaybe<number> },
    context: Context,
  ) => {
    const { id, reason = null, version = null } = args;
    const why = args.why ?? reason ?? '';
    return submit(context, { field, args, why, node: id }, (now, attribution) =>
      editing(now, attribution, id, ['claim'], (record) =>
        withStatus(record as Parameters<typeof withStatus>[0], to, reason, version),
      ),
    );
  };

export const contributions: MutationResolvers = {
  createActor: creating('actor', 'createActor'),
  correctActor: correcting('actor', 'correctActor'),
  createInitiative: creating('initiative', 'createInitiative'),
  correctInitiative: correcting('initiative', 'correctInitiative'),
  createAchievement: creating('achievement', 'createAchievement'),
  correctAchievement: correcting('achievement', 'correctAchievement'),
  createAward: creating('award', 'createAward'),
  correctAward: correcting('award', 'correctAward'),
  createIssue: creating('issue', 'createIssue'),
  correctIssue: correcting('issue', 'correctIssue'),
  createPlace: creating('place', 'createPlace'),
  correctPlace: correcting('place', 'correctPlace'),
  createSource: creating('source', 'createSource'),
  correctSource: correcting('source', 'correctSource'),
  createClaim: creating('claim', 'createClaim'),
  correctClaim: correcting('claim', 'correctClaim'),
  verifyClaim: status('VERIFIED', 'verifyClaim'),
  disputeClaim: status('DISPUTED', 'disputeClaim'),
  retractClaim: status('RETRACTED', 'retractClaim'),
  attachEvidence: (_, args, context) =>
    submit(context, { field: 'attachEvidence', args, why: args.why, node: args.to }, (now, attribution) =>
      editing(now, attribution, args.to, null, (record) =>
        withEvidence(record, args.evidence as never, args.version),
      ),
    ),
  comment: (_, args, context) => {
    const id = newId('comment');
    const why = `komentar: ${args.text.slice(0, 80)}`;
    return submit(context, { field: 'comment', args, why, node: id }, async (_now, attribution) => ({
      ...attribution,
      operations: [created('comment', id, { about: args.on, text: args.text })],
    }));
  },
  withdraw: (_, args, context) =>
    submit(context, { field: 'withdraw', args, why: args.why }, async (now, attribution) => {
      const record = await existing(now, args.id);
      if (record.type === 'claim') throw retractInstead(args.id);
      return {
        ...attribution,
        operations: [corrected(record, { withdrawn: true }, args.version ?? null)],
      };
    }),
  revert: (_, args, context) =>
    submit(
      context,
      { field: 'revert', args, why: args.why, action: 'revert', node: args.change },
      (now, attribution) => reverting(now, attribution, args.change),
    ),
};

function retractInstead(id: string): JejakError {
  return JejakError.ofProblems('The change is refused', [
    {
      code: 'BAD_USER_INPUT',
      place: 'id',
      value: show(id),
      remedy: 'a claim is taken back with retractClaim, which keeps the reason',
      field: 'id',
    },
  ]);
}

export const WritePayload: WritePayloadResolvers = {
  change: ({ change }) => (change === null ? null : { ...change, operationCount: change.operations.length }),
  node: ({ node }, _, context) => (node === null ? null : nodeById(context, node)),
};
