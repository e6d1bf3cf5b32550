import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { JejakError, type Problem, show } from '../domain/errors.js';
import { type GivenNetwork, givenNetwork, type NetworkDescription } from '../network/given.js';
import { ACTOR, INITIATIVE, type RawTie } from '../network/simple-network.js';
import { readSheets } from './read-sheets.js';
import type { SheetRow } from './sheet.js';

/**
 * A network from files: a list of ties as CSV (`source,target,weight`) with, if wanted, a list of nodes (`id,mode,helix`, and
 * columns of numbers), or both in one JSON file. Without `weight` a tie counts 1; without a list, the nodes are the ends of
 * the ties. Throws BAD_USER_INPUT with every problem and its place.
 */
export async function readNetworkFile(path: string, nodesPath: string | null): Promise<GivenNetwork> {
  const file = basename(path);
  const problems: Problem[] = [];
  if (/\.json$/i.test(path) && nodesPath !== null)
    throw new JejakError(
      'BAD_USER_INPUT',
      `${file} names its nodes itself; leave out ${basename(nodesPath)}`,
    );
  const description = /\.json$/i.test(path)
    ? await ofJson(path, problems)
    : await ofTables(path, nodesPath, problems);
  if (problems.length > 0) throw JejakError.ofProblems(`${file} is refused`, problems);
  return givenNetwork(description);
}

const refused = (place: string, value: string, remedy: string): Problem => ({
  code: 'BAD_USER_INPUT',
  place,
  value,
  remedy,
});

async function ofTables(
  path: string,
  nodesPath: string | null,
  problems: Problem[],
): Promise<NetworkDescription> {
  const rows = await rowsOf(path, ['source', 'target'], problems);
  const ties = rows.flatMap((row) => tieOf(row, basename(path), problems));
  const nodes = nodesPath === null ? null : await rowsOf(nodesPath, ['id'], problems);
  const ids = nodes === null ? ties.flatMap((tie) => endsOf(tie)) : nodes.map((row) => text(row, 'id'));
  const named = new Set(ids);
  if (nodes !== null) refuseRepeated(nodes, basename(nodesPath ?? ''), problems);
  for (const [index, id] of ids.entries())
    if (nodes !== null && id === '')
      problems.push(
        refused(`${basename(nodesPath ?? '')}, row ${nodes[index]?.row}`, 'no id', 'give each node an id'),
      );
  for (const [index, ends] of ties.entries())
    for (const end of ends.slice(0, 2))
      if (!named.has(String(end)))
        problems.push(
          refused(
            `${basename(path)}, row ${rows[index]?.row}`,
            `${show(end)} is no node`,
            `add it to ${basename(nodesPath ?? '')}`,
          ),
        );
  return {
    ids,
    ties,
    intervals: null,
    directedTies: null,
    ...aboutNodes(nodes ?? [], basename(nodesPath ?? ''), problems),
  };
}

/** The rows of a list, if it has those columns. */
async function rowsOf(path: string, columns: readonly string[], problems: Problem[]): Promise<SheetRow[]> {
  const file = basename(path);
  const rows: SheetRow[] = [];
  for await (const item of readSheets(path))
    if ('problem' in item) problems.push({ ...item.problem, place: `${file}, ${item.problem.place}` });
    else rows.push(item);
  const lacking = columns.filter((column) => rows[0] !== undefined && !rows[0].columns.has(column));
  if (lacking.length === 0) return rows;
  problems.push(
    refused(file, `no column ${lacking.map(show).join(', ')}`, `name its columns ${columns.join(', ')}`),
  );
  return [];
}

const text = ({ cells }: SheetRow, column: string) => String(cells.get(column) ?? '');

function tieOf(row: SheetRow, file: string, problems: Problem[]): RawTie[] {
  const [from, to] = [text(row, 'source'), text(row, 'target')];
  const place = `${file}, row ${row.row}`;
  if (from === '' || to === '')
    problems.push(refused(place, 'a tie with one end', 'fill in source and target'));
  const weight = row.cells.get('weight') ?? 1;
  if (!isWeight(Number(weight)))
    problems.push(
      refused(
        `${place}, column "weight"`,
        `${show(weight)} is no weight`,
        'write a number above 0, or nothing for 1',
      ),
    );
  return [[from, to, Number(weight)]];
}

function refuseRepeated(nodes: readonly SheetRow[], file: string, problems: Problem[]): void {
  const rows = new Map<string, number>();
  for (const node of nodes) {
    const id = text(node, 'id');
    const first = rows.get(id);
    if (first === undefined) rows.set(id, node.row);
    else
      problems.push(
        refused(`${file}, row ${node.row}`, `${show(id)} stands in row ${first} too`, 'keep one of the two'),
      );
  }
}

const endsOf = ([from, to]: RawTie) => [from, to];

const isWeight = (weight: number) => weight > 0 && weight < Number.POSITIVE_INFINITY;

function aboutNodes(
  rows: readonly SheetRow[],
  file: string,
  problems: Problem[],
): Pick<NetworkDescription, 'modes' | 'groups' | 'numbers'> {
  const columnOf = (name: string) =>
    new Map(rows.filter((row) => row.cells.has(name)).map((row) => [text(row, 'id'), text(row, name)]));
  const modes = columnOf('mode');
  for (const row of rows) {
    const mode = text(row, 'mode');
    if (modes.size > 0 && mode !== 'A' && mode !== 'B')
      problems.push(
        refused(
          `${file}, row ${row.row}, column "mode"`,
          `${show(mode)} is no mode`,
          'write A for actors and B for initiatives in each row, or leave the column empty',
        ),
      );
  }
  const groups = columnOf('helix');
  const others = [...(rows[0]?.columns.keys() ?? [])].filter(
    (name) => !['id', 'mode', 'helix'].includes(name),
  );
  const numbers = others.map((name): [string, Map<string, number>] => [
    name,
    new Map([...columnOf(name)].map(([id, value]) => [id, Number(value)])),
  ]);
  return {
    modes:
      modes.size === 0
        ? null
        : new Map([...modes].map(([id, mode]) => [id, mode === 'B' ? INITIATIVE : ACTOR])),
    groups: groups.size === 0 ? null : groups,
    // A column of words says nothing that could be measured.
    numbers: new Map(numbers.filter(([, values]) => ![...values.values()].some(Number.isNaN))),
  };
}

const tie = z.union([
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.number().positive()]),
]);
const networkJson = z.object({
  nodes: z.array(z.string().min(1)),
  edges: z.array(tie),
  attributes: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
  modeA: z.array(z.string()).optional(),
  modeB: z.array(z.string()).optional(),
  intervals: z.array(z.tuple([z.string(), z.string(), z.number(), z.number().nullable()])).optional(),
  directedEdges: z.array(tie).optional(),
});

async function ofJson(path: string, problems: Problem[]): Promise<NetworkDescription> {
  const file = basename(path);
  const parsed = networkJson.safeParse(parsedJson(await readFile(path, 'utf8'), file));
  if (!parsed.success)
    throw JejakError.ofProblems(
      `${file} is refused`,
      parsed.error.issues.map(({ path: at, message }) =>
        refused(`${file}, ${at.join('.') || 'the whole'}`, message, 'write it as docs/measures.md says'),
      ),
    );
  const { nodes, edges, attributes = {}, modeA, modeB = [], intervals = null, directedEdges } = parsed.data;
  const named = new Set(nodes);
  const lists = {
    edges,
    directedEdges: directedEdges ?? [],
    intervals: intervals ?? [],
    modeA: (modeA ?? []).map((id) => [id]),
    modeB: modeB.map((id) => [id]),
  };
  for (const [list, items] of Object.entries(lists))
    for (const [index, item] of items.entries())
      for (const id of item.slice(0, 2))
        if (!named.has(String(id)))
          problems.push(refused(`${file}, ${list}.${index}`, `${show(id)} is no node`, 'add it to nodes'));
  const inB = new Set(modeB);
  const modes = new Set([...(modeA ?? []), ...modeB]);
  for (const id of nodes)
    if (modeA !== undefined && !modes.has(id))
      problems.push(refused(`${file}, modeB`, `${show(id)} is in neither mode`, 'add it to modeA or modeB'));
  return {
    ids: nodes,
    ties: edges.map(weighted),
    modes: modeA === undefined ? null : new Map(nodes.map((id) => [id, inB.has(id) ? INITIATIVE : ACTOR])),
    ...attributesOf(attributes),
    intervals,
    directedTies: directedEdges?.map(weighted) ?? null,
  };
}

const weighted = ([from, to, weight = 1]: z.infer<typeof tie>): RawTie => [from, to, weight];

function parsedJson(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new JejakError('BAD_USER_INPUT', `${file} is no JSON: ${(error as Error).message}`);
  }
}

/** Words are groups: those of the attribute `helix`, else of the first that has words; numbers are numbers. */
function attributesOf(
  attributes: Readonly<Record<string, Readonly<Record<string, string | number>>>>,
): Pick<NetworkDescription, 'groups' | 'numbers'> {
  const all = Object.entries(attributes).map(([name, values]) => ({ name, entries: Object.entries(values) }));
  const isOf = (kind: string) => (one: (typeof all)[number]) =>
    one.name !== 'mode' && one.entries.length > 0 && one.entries.every(([, value]) => typeof value === kind);
  const words = all.filter(isOf('string'));
  const groups = words.find(({ name }) => name === 'helix') ?? words[0];
  return {
    groups: groups === undefined ? null : new Map(groups.entries.map(([id, value]) => [id, String(value)])),
    numbers: new Map(
      all
        .filter(isOf('number'))
        .map(({ name, entries }) => [name, new Map(entries.map(([id, value]) => [id, Number(value)]))]),
    ),
  };
}
