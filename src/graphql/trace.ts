import { coverageOf } from '../domain/coverage.js';
import { JejakError, show } from '../domain/errors.js';
import { typeOfId } from '../domain/ids.js';
import type { Claim } from '../domain/records.js';
import { gapSentence, sentenceOfStep } from '../domain/story.js';
import { MAX_TRACE_DEPTH, TRACE_ROOTS, trace, traceKeys } from '../domain/trace.js';
import { recordsByIds } from '../store/cypher/records.js';
import { traceClaims } from '../store/cypher/trace.js';
import { decodeRecord } from '../store/rows.js';
import { LIVE_STATUSES } from './claim-pages.js';
import { asNode, domainLanguage, requiredNode } from './common.js';
import { type Context, notFound, requiredRecord } from './context.js';
import type {
  QueryResolvers,
  QueryTraceArgs,
  TraceGapResolvers,
  TraceResolvers,
  TraceStepResolvers,
} from './generated/types.js';
import type { ActorModel, TraceModel } from './models.js';

export const traceQueries: QueryResolvers = {
  trace: (_, args, context) => traceOf(args, context),
};

/**
 * Two round trips whatever the size: the claims that the trace can pass, then every record these join or rest on.
 * What the trace leaves out of them is decided in the domain.
 */
async function traceOf(
  args: Partial<QueryTraceArgs> & { of: string },
  context: Context,
): Promise<TraceModel> {
  const { of: id, asOf = null, include } = args;
  const depth = args.depth ?? 4;
  const type = typeOfId(id);
  const usual = TRACE_ROOTS[type as keyof typeof TRACE_ROOTS];
  if (usual === undefined) {
    const remedy = `give the id of one of: ${Object.keys(TRACE_ROOTS).join(', ')}`;
    if (type === null) throw notFound('of', id, remedy);
    throw refused('of', `${show(id)} is a ${type}`, remedy);
  }
  if (depth < 1 || depth > MAX_TRACE_DEPTH)
    throw refused('depth', String(depth), `write a number from 1 to ${MAX_TRACE_DEPTH}`);
  const direction = args.direction ?? usual;
  const rows = await context.reader.read(traceClaims(depth), { root: id, ...traceKeys(direction) });
  const claims = rows.map((row) => decodeRecord(row) as Claim & ReturnType<typeof decodeRecord>);
  const ids = claims.flatMap(({ subject, object, parties, evidence }) => [
    subject,
    object,
    ...parties,
    ...evidence.map(({ source }) => source),
  ]);
  const found = await context.reader.read(recordsByIds, { ids: [...new Set([id, ...ids])] });
  const records = new Map(found.map(decodeRecord).map((record) => [record.id, record]));
  context.prime([...records.values(), ...claims]);
  const root = records.get(id);
  if (root === undefined) throw notFound('of', id, 'find ids with search(query: …)');
  const options = { direction, depth, asOf, statuses: include ?? LIVE_STATUSES };
  return { ...trace(root, claims, records, options), direction };
}

function refused(place: string, value: string, remedy: string): JejakError {
  return JejakError.ofProblems('The trace is refused', [{ code: 'BAD_USER_INPUT', place, value, remedy }]);
}

export const Trace: TraceResolvers = {
  root: async ({ root }, _, context) => requiredNode(await context.record(root.id)),
  actors: ({ actors }, { helix }) =>
    actors.filter((actor) => !helix || actor.helix === helix) as unknown as ActorModel[],
  coverage: ({ actors }) => coverageOf(actors),
  gaps: ({ gaps }) => [...gaps],
  steps: ({ steps }) => [...steps],
  sources: ({ sources }, _, context) =>
    Promise.all(sources.map((id) => requiredRecord(context, id, 'source'))),
};

export const TraceStep: TraceStepResolvers = {
  claim: async ({ claim }, _, context) => requiredRecord(context, claim.id, 'claim'),
  from: async ({ from }, _, context) => requiredNode(await context.record(from.id)),
  to: async ({ to }, _, context) => requiredNode(await context.record(to.id)),
  evidence: ({ claim }) => claim.evidence,
  sentence: (step, { language }) => sentenceOfStep(step, domainLanguage(language)),
};

export const TraceGap: TraceGapResolvers = {
  node: async ({ node }, _, context) => (node === null ? null : asNode(await context.record(node.id))),
  message: (gap, { language }) => gapSentence(gap, domainLanguage(language)),
};
