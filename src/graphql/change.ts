import { changeSequence } from '../domain/ids.js';
import { type ChangeRow, changeCount, changesAfter, operationsOfChanges } from '../store/cypher/changes.js';
import { sequenceOf } from '../store/kept.js';
import { asNode, changeById } from './common.js';
import { readPage } from './connections.js';
import { notFound } from './context.js';
import type {
  ChangeOperationResolvers,
  ChangeResolvers,
  QueryResolvers,
  SubscriptionResolvers,
} from './generated/types.js';
import type { ChangeOperationModel } from './models.js';

export const changeQueries: QueryResolvers = {
  /** The cursor of a change is its id: the feed is read on from the last change that a client has seen. */
  changes: async (_, { after, first }, context) => {
    const { limit } = readPage({ first: first ?? null }, 'changes');
    const sequence = after ? changeSequence(after) : 0;
    if (sequence === null) throw notFound('after', after ?? '', 'give the id of a change, or leave it out');
    const rows = await context.reader.read(changesAfter, { after: sequence, limit: limit + 1 });
    const nodes = rows.slice(0, limit);
    const edges = nodes.map((node) => ({ node, cursor: node.id }));
    return {
      edges,
      nodes,
      pageInfo: {
        hasNextPage: rows.length > limit,
        hasPreviousPage: sequence > 0,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: async () => (await context.reader.read(changeCount, {}))[0]?.count ?? 0,
    };
  },
};

export const changeSubscriptions: SubscriptionResolvers = {
  changes: {
    subscribe: async (_, { after }, { reader, feed, signal }) => {
      // Read before the client learns that it listens: what it writes from then on comes after this one.
      const last = await sequenceOf(reader);
      if (after === null || after === undefined) return feed(last, signal);
      const sequence = changeSequence(after) ?? 0;
      if (sequence < 1 || sequence > last)
        throw notFound('after', after, 'give the id of a change, or leave it out for new ones only');
      return feed(sequence, signal);
    },
    resolve: (change: ChangeRow) => change,
  },
};

export const Change: ChangeResolvers = {
  reverts: ({ reverts }, _, context) => (reverts === null ? null : changeById(context, reverts)),
  operations: async ({ id }, { first }, context) => {
    const { limit } = readPage({ first }, 'operations');
    const json = await context.batch('operationsOfChanges', id, async (ids) => {
      const rows = await context.reader.read(operationsOfChanges, { ids });
      return new Map(rows.map((row) => [row.id, row.operations]));
    });
    return (JSON.parse(json ?? '[]') as ChangeOperationModel[]).slice(0, limit);
  },
};

export const ChangeOperation: ChangeOperationResolvers = {
  kind: ({ op }) => (op === 'create' ? 'CREATE' : 'UPDATE'),
  node: async ({ after }, _, context) => asNode(await context.record(after.id)),
  before: ({ before }) => (before === null ? null : JSON.stringify(before)),
  after: ({ after }) => JSON.stringify(after),
};
