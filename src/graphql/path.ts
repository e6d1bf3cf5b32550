import type { RecordType } from '../domain/kinds.js';
import { findPaths, type PathOptions } from '../network/paths.js';
import { requiredNode } from './common.js';
import { type Context, notFound, requiredRecord } from './context.js';
import type {
  HubResolvers,
  PathHopResolvers,
  PathResolvers,
  QueryPathsArgs,
  QueryResolvers,
} from './generated/types.js';
import type { PathSearchModel } from './models.js';

export const pathQueries: QueryResolvers = {
  paths: async (_, args, context) => [...(await pathsBetween(args, context)).paths],
  pathSearch: (_, args, context) => pathsBetween(args, context),
};

async function pathsBetween(
  { from, to, maxHops, limit, asOf, via }: Partial<QueryPathsArgs> & { from: string; to: string },
  context: Context,
): Promise<PathSearchModel> {
  const ends = Object.entries({ from, to });
  const found = await Promise.all(ends.map(([, id]) => context.record(id)));
  for (const [index, [place, id]] of ends.entries())
    if (found[index] === null) throw notFound(place, id, 'find ids with search(query: …)');
  const options: PathOptions = {
    today: new Date().toISOString().slice(0, 10),
    ...(maxHops == null ? {} : { maxHops }),
    ...(limit == null ? {} : { limit }),
    ...(asOf == null ? {} : { asOf }),
    ...(via?.statuses == null ? {} : { statuses: via.statuses }),
    ...(via?.excludeNodes == null ? {} : { excludeNodes: via.excludeNodes }),
    ...(via?.excludeKinds == null ? {} : { excludeKinds: via.excludeKinds }),
    ...(via?.excludeTypes == null
      ? {}
      : { excludeTypes: via.excludeTypes.map((type) => type.toLowerCase() as RecordType) }),
    ...(via?.throughPlaces == null ? {} : { throughPlaces: via.throughPlaces }),
    ...(via?.hubDegree == null ? {} : { hubDegree: via.hubDegree === 0 ? null : via.hubDegree }),
  };
  const { paths, avoidedHubs, hubDegree, complete } = findPaths(await context.graph(), from, to, options);
  return { paths: paths.map((path) => ({ ...path, avoidedHubs })), avoidedHubs, hubDegree, complete };
}

export const Path: PathResolvers = {
  length: ({ hops }) => hops.length,
  nodes: async ({ nodes }, _, context) =>
    Promise.all(nodes.map(async (id) => requiredNode(await context.record(id)))),
  hops: ({ hops }) => [...hops],
  avoidedHubs: ({ avoidedHubs }) => [...avoidedHubs],
};

export const PathHop: PathHopResolvers = {
  from: async ({ from }, _, context) => requiredNode(await context.record(from)),
  to: async ({ to }, _, context) => requiredNode(await context.record(to)),
  claims: ({ claims }, _, context) => Promise.all(claims.map((id) => requiredRecord(context, id, 'claim'))),
};

export const Hub: HubResolvers = {
  node: async ({ id }, _, context) => requiredNode(await context.record(id)),
};
