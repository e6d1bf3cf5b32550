import { groupBy } from '../domain/collections.js';
import { type Component, componentsOf, type JudgementLink } from '../domain/identity-components.js';
import type { Judgement } from '../domain/records.js';
import {
  createMergedInto,
  createPointers,
  judgementsOn,
  membersByIds,
  pointersTo,
  removeMergedInto,
  removePointers,
  setStanding,
} from './cypher/identity.js';
import { putOnLists, takeOffLists } from './cypher/records.js';
import type { AppliedOperation, Now, Run } from './port.js';

/**
 * Judgements, applied. Records judged to be one form a component, and one of them stands for all: whatever points at
 * another leads to it, keeping the id it was made with (`made`), so that lists, walks and searches see one record and no
 * claim is rewritten. Withdrawing a judgement leads everything back.
 *
 * Returns the ids of the records concerned, and of those whose references moved; none when no judgement was written.
 */
export async function refreshIdentity(
  run: Run,
  now: Now,
  operations: ReadonlyArray<Pick<AppliedOperation, 'before' | 'after'>>,
): Promise<{ members: string[]; moved: string[] }> {
  const judged = operations
    .flatMap(({ before, after }) => [before, after])
    .filter((record): record is Judgement => record?.type === 'judgement');
  const sides = judged.flatMap(({ left, right }) => [left, right]);
  return settle(run, now, sides, differs);
}

type Member = Awaited<ReturnType<typeof membersOf>>[number];

const membersOf = (now: Now, ids: readonly string[]) => now.read(membersByIds, { ids });

function differs({ canonical, formerIds }: Member, wanted: Standing | undefined): boolean {
  return canonical !== (wanted?.canonical ?? null) || formerIds.join() !== (wanted?.formerIds ?? []).join();
}

/** Writes anew what the judgements make of the records, whatever was derived before. */
export async function rebuildIdentity(run: Run, now: Now, ids: readonly string[]): Promise<void> {
  await settle(run, now, ids, () => true);
}

/** Lets the judgements on the records take effect on those that `isStale`. */
async function settle(
  run: Run,
  now: Now,
  seeds: readonly string[],
  isStale: (member: Member, wanted: Standing | undefined) => boolean,
): Promise<{ members: string[]; moved: string[] }> {
  if (seeds.length === 0) return { members: [], moved: [] };
  const judgements = await closure(now, seeds);
  const members = await membersOf(now, judgements.ids);
  const created = new Map(members.map(({ id, created: sequence }) => [id, sequence]));
  const wanted = standingOf(componentsOf(judgements.found, created).components);
  const changed = members.filter((member) => isStale(member, wanted.get(member.id)));
  const rows = changed.map(({ id }) => {
    const { canonical = null, formerIds = [] } = wanted.get(id) ?? {};
    return { id, canonical, formerIds: formerIds.length === 0 ? null : formerIds };
  });
  if (rows.length === 0) return { members: [], moved: [] };
  const ids = rows.map(({ id }) => id);
  await run(setStanding, { rows });
  await run(removeMergedInto, { ids });
  await run(createMergedInto, { rows: rows.filter(({ canonical }) => canonical !== null) });
  for (const [type, of] of groupBy(changed, (member) => member.type)) {
    const isOff = ({ id, withdrawn }: Member) => withdrawn || (wanted.get(id)?.canonical ?? null) !== null;
    await run(takeOffLists(type), { ids: of.filter(isOff).map(({ id }) => id) });
    await run(putOnLists(type), { ids: of.filter((member) => !isOff(member)).map(({ id }) => id) });
  }
  return { members: ids, moved: await movePointers(run, now, judgements.ids, wanted) };
}

/** Every record that hangs together with the given ones, and the judgements among them. */
async function closure(now: Now, seeds: readonly string[]) {
  const ids = new Set(seeds);
  const found = new Map<string, JudgementLink>();
  for (let frontier = [...ids]; frontier.length > 0; ) {
    const rows = await now.read(judgementsOn, { ids: frontier });
    for (const row of rows) found.set(row.id, row);
    const ends = rows
      .filter(({ verdict }) => verdict === 'POSITIVE')
      .flatMap(({ left, right }) => [left, right]);
    frontier = [...new Set(ends)].filter((id) => !ids.has(id));
    for (const id of frontier) ids.add(id);
  }
  return { ids: [...ids], found: [...found.values()] };
}

interface Standing {
  readonly canonical: string | null;
  readonly formerIds: readonly string[];
}

function standingOf(components: readonly Component[]): Map<string, Standing> {
  return new Map(
    components.flatMap(({ canonical, members }) =>
      members.map((id): [string, Standing] =>
        id === canonical
          ? [id, { canonical: null, formerIds: members.filter((other) => other !== id) }]
          : [id, { canonical, formerIds: [] }],
      ),
    ),
  );
}

/** Leads what points at the records to those that stand for them. Returns the ids of whatever points. */
async function movePointers(
  run: Run,
  now: Now,
  ids: readonly string[],
  wanted: ReadonlyMap<string, Standing>,
): Promise<string[]> {
  const pointers = (await now.read(pointersTo, { ids })).map((pointer) => {
    const made = pointer.properties.made ?? pointer.at;
    const to = wanted.get(made)?.canonical ?? made;
    const { made: _made, ...properties } = pointer.properties;
    return { ...pointer, to, properties: to === made ? properties : { ...properties, made } };
  });
  // All of a pair are removed together, so all of it are made again, also those that stay where they are.
  const pairOf = ({ from, relationship, at }: (typeof pointers)[number]) => `${from} ${relationship} ${at}`;
  const turned = new Set(pointers.filter(({ at, to }) => at !== to).map(pairOf));
  const moving = pointers.filter((pointer) => turned.has(pairOf(pointer)));
  for (const [relationship, rows] of groupBy(moving, (pointer) => pointer.relationship)) {
    const pairs = new Map(rows.map((row) => [pairOf(row), { from: row.from, at: row.at }]));
    await run(removePointers(relationship), { rows: [...pairs.values()] });
    await run(createPointers(relationship), {
      rows: rows.map(({ from, to, properties }) => ({ from, to, properties })),
    });
  }
  return [...new Set(moving.map(({ from }) => from))];
}
