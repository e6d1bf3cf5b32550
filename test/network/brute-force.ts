import { compareText } from '../../src/domain/dates.js';
import { typeOfId } from '../../src/domain/ids.js';
import type { Tie } from '../../src/network/graph.js';
import type { PathOptions } from '../../src/network/paths.js';

/**
 * What `findPaths` must answer, the slow and obvious way: every simple path is walked, then all are sorted. It reads
 * the ties themselves and shares nothing with the code under test. For tiny graphs; dates are left to other tests.
 */
export function bruteForce(ties: readonly Tie[], from: string, to: string, options: PathOptions) {
  const { limit = 10, maxHops = 6, hubDegree = null } = options;
  const held = ties.filter(({ status }) => status !== 'RETRACTED');
  const passable = held.filter(
    ({ status, kind }) =>
      !options.excludeKinds?.includes(kind) && (options.statuses?.includes(status) ?? true),
  );
  const things = [...new Set(held.flatMap(members))];
  const degree = (id: string) =>
    things.filter((other) => other !== id && held.some((tie) => joins(tie, id, other))).length;
  const admitted = (id: string) =>
    ![from, to, ...(options.excludeNodes ?? [])].includes(id) &&
    !options.excludeTypes?.some((type) => type === typeOfId(id)) &&
    (typeOfId(id) !== 'place' || options.throughPlaces === true);
  const isHub = (id: string) => hubDegree !== null && admitted(id) && degree(id) > hubDegree;
  const neighbours = new Map(
    things.map((id) => [id, things.filter((other) => passable.some((tie) => joins(tie, id, other)))]),
  );
  const walk = (start: string, end: string, between: (id: string) => boolean): string[][] =>
    walks(neighbours, [start], end, new Set(things.filter(between)), maxHops);

  const all = from === to ? [] : walk(from, to, (id) => admitted(id) && !isHub(id));
  const paths = all
    .sort((a, b) => a.length - b.length || compareText(a.join(), b.join()))
    .slice(0, limit)
    .map((nodes) => ({
      nodes,
      claims: nodes.slice(1).map((node, place) =>
        passable
          .filter((tie) => joins(tie, nodes[place] ?? '', node))
          .map(({ id }) => id)
          .sort(compareText),
      ),
    }));
  const longest = paths.length === limit ? (paths.at(-1)?.nodes.length ?? 0) - 1 : maxHops;
  const hops = (start: string, end: string) =>
    Math.min(...walk(start, end, admitted).map((nodes) => nodes.length - 1));
  const avoided = (from === to ? [] : things.filter(isHub)).filter(
    (id) => hops(from, id) + hops(id, to) <= longest,
  );
  return { paths, avoided: avoided.map((id) => ({ id, degree: degree(id) })) };
}

function walks(
  neighbours: ReadonlyMap<string, readonly string[]>,
  soFar: readonly string[],
  end: string,
  between: ReadonlySet<string>,
  hops: number,
): string[][] {
  const here = soFar.at(-1) ?? '';
  if (here === end) return [[...soFar]];
  if (hops === 0) return [];
  return (neighbours.get(here) ?? [])
    .filter((next) => !soFar.includes(next) && (next === end || between.has(next)))
    .flatMap((next) => walks(neighbours, [...soFar, next], end, between, hops - 1));
}

const members = ({ subject, object, parties }: Tie) => [subject, object, ...parties];

const joins = (tie: Tie, a: string, b: string) =>
  a !== b && members(tie).includes(a) && members(tie).includes(b);
