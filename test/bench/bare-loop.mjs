// @ts-check
// What an import has to be measured against: the same graph, written by a loop that knows everything beforehand.

import { groupBy } from '../../dist/domain/collections.js';

/**
 * @typedef {(text: string, parameters?: Record<string, unknown>) => Promise<Record<string, any>[]>} Run
 * @typedef {{ text: string, parameters: Record<string, unknown> }} Statement
 */

const NODES = {
  things: 'MATCH (n:Thing) RETURN n.created AS batch, labels(n) AS labels, n{.*} AS properties',
  changes: 'MATCH (n:Change) RETURN n.sequence AS batch, labels(n) AS labels, n{.*} AS properties',
};
// Both ends have an index by which they are found: Name by key, everything else by id.
const RELATIONSHIPS = {
  'Thing Thing': `MATCH (n:Thing)-[r]->(m:Thing)
RETURN n.created AS batch, type(r) AS type, n.id AS from, m.id AS to, r{.*} AS properties`,
  'Thing Name': `MATCH (n:Thing)-[r]->(m:Name)
RETURN n.created AS batch, type(r) AS type, n.id AS from, m.key AS to, r{.*} AS properties`,
  'Change Thing': `MATCH (n:Change)-[r]->(m:Thing)
RETURN n.sequence AS batch, type(r) AS type, n.id AS from, m.id AS to, r{.*} AS properties`,
};

/** Everything that an import has left in the store, search texts included; in no order. @param {Run} run */
export async function contentOf(run) {
  const nodes = (await Promise.all(Object.values(NODES).map((text) => run(text)))).flat();
  const relationships = (
    await Promise.all(
      Object.entries(RELATIONSHIPS).map(async ([ends, text]) =>
        (await run(text)).map((row) => ({ ends, ...row })),
      ),
    )
  ).flat();
  return { nodes, relationships };
}

/**
 * The statements that write that content, batch by batch, with their rows.
 * @param {{ nodes: Record<string, any>[], relationships: Record<string, any>[] }} content
 * @returns {Statement[][]}
 */
export function statementsOf({ nodes, relationships }) {
  const last = Math.max(...nodes.map(({ batch }) => batch));
  const named = new Set();
  return Array.from({ length: last }, (_, index) => {
    const inBatch = (/** @type {Record<string, any>} */ { batch }) => batch === index + 1;
    const links = relationships.filter(inBatch);
    const keys = links.filter(({ ends, to }) => ends === 'Thing Name' && !named.has(to)).map(({ to }) => to);
    for (const key of keys) named.add(key);
    return [
      ...[...groupBy(nodes.filter(inBatch), ({ labels }) => labels.join(':'))].map(([labels, rows]) => ({
        text: `UNWIND $rows AS row CREATE (n:${labels}) SET n = row`,
        parameters: { rows: rows.map(({ properties }) => properties) },
      })),
      {
        text: 'UNWIND $keys AS key CREATE (:Name {key: key})',
        parameters: { keys: [...new Set(keys)] },
      },
      ...[...groupBy(links, ({ ends, type }) => `${ends} ${type}`)].map(([how, rows]) => {
        const [from, to, type] = how.split(' ');
        return {
          text: `UNWIND $rows AS row MATCH (n:${from} {id: row.from}) MATCH (m:${to} {${to === 'Name' ? 'key' : 'id'}: row.to}) CREATE (n)-[r:${type}]->(m) SET r = row.properties`,
          parameters: { rows: rows.map(({ from, to, properties }) => ({ from, to, properties })) },
        };
      }),
    ];
  });
}

/** The same on both sides, whatever the order, and apart from the moment of each change. @param {Awaited<ReturnType<typeof contentOf>>} content */
export function comparable({ nodes, relationships }) {
  const sorted = (/** @type {unknown} */ value) => JSON.stringify(value, inOrder);
  const bare = nodes.map(({ properties: { at: _, ...properties }, labels }) =>
    sorted({ labels: [...labels].sort(), properties }),
  );
  return [...bare, ...relationships.map(sorted)].sort();
}

/** @param {string} _ @param {unknown} value */
const inOrder = (_, value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
