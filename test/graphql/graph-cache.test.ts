import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { currentGraph } from '../../src/graphql/graph-cache.js';
import { claimsBetween, nodeIndex } from '../../src/network/graph.js';
import { findPaths } from '../../src/network/paths.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Reader } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { aTie, thing } from '../network/ties.js';
import { aClaim, anActor, anInitiative, aSource, changeSet, update } from '../support/builders.js';

const TIES = [aTie(thing('a'), thing('b'))];

/** A store that answers when it is told to, and counts what it was asked. */
class FakeReader implements Reader {
  sequence: number | null = 1;
  readonly asked: string[] = [];
  /** Replaces the answer to `ties`. */
  ties: () => Promise<unknown[]> = async () => TIES;

  async read(query: { readonly name: string }): Promise<never[]> {
    this.asked.push(query.name);
    const rows =
      query.name === 'ties' ? await this.ties() : this.sequence === null ? [] : [{ sequence: this.sequence }];
    return rows as never[];
  }
  async searchText(): Promise<string[]> {
    throw new Error('a graph needs no search');
  }
  count(name: string): number {
    return this.asked.filter((asked) => asked === name).length;
  }
}

/** Ties that come when they are let go. */
function held() {
  const { promise, resolve, reject } = withResolvers<unknown[]>();
  return { ties: () => promise, letGo: () => resolve(TIES), fail: (error: Error) => reject(error) };
}

/** `Promise.withResolvers` needs Node 22. */
function withResolvers<T>() {
  let [resolve, reject]: [(value: T) => void, (error: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<T>((yes, no) => {
    [resolve, reject] = [yes, no];
  });
  return { promise, resolve, reject };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the current graph', () => {
  test('is built once while nothing changes, and costs one round trip after that', async () => {
    const reader = new FakeReader();
    const first = await currentGraph(reader);
    expect(reader.asked).toEqual(['lastSequence', 'ties']);
    expect([first.sequence, first.nodeIds.length]).toEqual([1, 2]);
    expect(await currentGraph(reader)).toBe(first);
    expect(reader.asked).toEqual(['lastSequence', 'ties', 'lastSequence']);
  });

  test('is built again after a change', async () => {
    const reader = new FakeReader();
    await currentGraph(reader);
    reader.sequence = 2;
    reader.ties = async () => [...TIES, aTie(thing('b'), thing('c'))];
    const graph = await currentGraph(reader);
    expect([graph.sequence, graph.nodeIds.length, reader.count('ties')]).toEqual([2, 3, 2]);
  });

  test('of a store that was never written is empty', async () => {
    const reader = new FakeReader();
    reader.sequence = null;
    reader.ties = async () => [];
    expect(await currentGraph(reader)).toMatchObject({ sequence: 0, nodeIds: [] });
    await currentGraph(reader);
    expect(reader.count('ties')).toBe(1);
  });

  test('is kept for each store apart', async () => {
    const [one, other] = [new FakeReader(), new FakeReader()];
    expect(await currentGraph(one)).not.toBe(await currentGraph(other));
  });

  test('is built once for all who call at the same time', async () => {
    const reader = new FakeReader();
    const graphs = await Promise.all(Array.from({ length: 20 }, () => currentGraph(reader)));
    expect(new Set(graphs).size).toBe(1);
    expect(reader.count('ties')).toBe(1);
  });

  test('never lacks a change that was made before the call, though a build was under way', async () => {
    const reader = new FakeReader();
    const slow = held();
    reader.ties = slow.ties;
    const early = currentGraph(reader);
    await settled();
    reader.sequence = 2;
    reader.ties = async () => [];
    const late = await currentGraph(reader);
    expect([late.sequence, late.nodeIds.length]).toEqual([2, 0]);
    slow.letGo();
    expect((await early).sequence).toBe(1);
    // The slow build does not take the place of the newer one.
    expect(await currentGraph(reader)).toBe(late);
  });

  test('carries the sequence read before the ties: what is committed in between is read once more', async () => {
    const reader = new FakeReader();
    reader.ties = async () => {
      reader.sequence = 2;
      return TIES;
    };
    expect((await currentGraph(reader)).sequence).toBe(1);
    expect((await currentGraph(reader)).sequence).toBe(2);
    expect(reader.count('ties')).toBe(2);
  });

  test('is tried again after a build that failed, whose error all who waited for it are told', async () => {
    const reader = new FakeReader();
    const slow = held();
    reader.ties = slow.ties;
    const waiting = [currentGraph(reader), currentGraph(reader)];
    const outcomes = Promise.allSettled(waiting);
    await settled();
    slow.fail(new Error('the store is gone'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(waiting[0]).rejects.toThrow('the store is gone');
    reader.ties = async () => TIES;
    expect((await currentGraph(reader)).sequence).toBe(1);
    expect(reader.count('ties')).toBe(2);
  });

  test('a build that fails late does not throw away a newer one', async () => {
    const reader = new FakeReader();
    const slow = held();
    reader.ties = slow.ties;
    const early = expect(currentGraph(reader)).rejects.toThrow('late');
    await settled();
    reader.sequence = 2;
    reader.ties = async () => TIES;
    const newer = await currentGraph(reader);
    slow.fail(new Error('late'));
    await early;
    expect(await currentGraph(reader)).toBe(newer);
    expect(reader.count('ties')).toBe(2);
  });
});

test('the embedded engine gives every claim with all its parties, and a retraction is seen at once', async () => {
  const engine = openGrafeo({ folder: null, shuffleUnordered: true });
  await migrate(engine, await readMigrations(`${ROOT}/schema/graph/migrations`));
  const store = createStore(engine);
  const actors = ['bank', 'campus', 'city', 'press'].map((key) => anActor({ key }));
  const [bank, campus, city, press] = actors.map(({ id }) => id) as [string, string, string, string];
  const program = anInitiative();
  const takesPart = aClaim({
    key: 'takes part',
    subject: press,
    object: program,
    start: '2021',
    at: '2021-02',
  });
  const agreement = aClaim({
    key: 'mou',
    kind: 'AGREEMENT',
    role: null,
    subject: bank,
    object: campus,
    parties: [press, city],
    status: 'VERIFIED',
  });
  await store.apply(changeSet(aSource(), program, ...actors, takesPart, agreement));

  const graph = await currentGraph(store);
  expect([graph.sequence, graph.nodeIds.length, [...graph.claimIds].sort()]).toEqual([
    1,
    5,
    [takesPart.id, agreement.id].sort(),
  ]);
  for (const [x, y] of [
    [bank, campus],
    [bank, city],
    [press, city],
  ] as const)
    expect(claimsBetween(graph, nodeIndex(graph, x), nodeIndex(graph, y)).length).toBe(1);
  expect(findPaths(graph, program.id, bank).paths[0]?.hops.map(({ claims }) => claims)).toEqual([
    [takesPart.id],
    [agreement.id],
  ]);
  expect(findPaths(graph, program.id, bank, { asOf: '2020-12-31' }).paths).toEqual([]);

  await store.apply(update({ ...agreement, status: 'RETRACTED' }));
  const after = await currentGraph(store);
  expect([after.sequence, nodeIndex(after, bank), after.claimIds]).toEqual([2, -1, [takesPart.id]]);
  await store.close();
});
