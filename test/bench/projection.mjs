// @ts-check
// What one change costs the projection, beside reading it anew, and what it holds in memory.
//
//   node --expose-gc test/bench/projection.mjs [--ties 100000] [--rounds 5]
//
// On an invented city in the embedded engine, in memory: a fifth as many actors as ties, a tenth as many initiatives. The
// ratio counts, not the milliseconds. `update` is the change alone; `current` with its round trips to the store.

import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { idOf } from '../../dist/domain/ids.js';
import { HELIXES } from '../../dist/domain/kinds.js';
import { currentProjection } from '../../dist/graphql/projection-cache.js';
import { readProjection } from '../../dist/graphql/read-projection.js';
import { update } from '../../dist/network/projection.js';
import { NETWORK_MODES, viewOf } from '../../dist/network/views.js';
import { openGrafeo } from '../../dist/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../dist/store/migrate.js';
import { createStore } from '../../dist/store/store.js';

const { values: given } = parseArgs({
  options: { ties: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
});
const [TIES, ROUNDS] = [Number(given.ties), Number(given.rounds)];
const [ACTORS, INITIATIVES, SOURCES, PLACES] = [TIES / 5, TIES / 10, 200, 57];
const BATCH = 5_000;

/** Whole numbers below a limit by a linear congruence (Numerical Recipes). */
let state = 1;
const random = (/** @type {number} */ below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
/** Few are in much, many in little. */
const skewed = (/** @type {number} */ below) => Math.floor(below * (random(1 << 30) / (1 << 30)) ** 2);

const id = (/** @type {import('../../dist/domain/kinds.js').RecordType} */ type, /** @type {number} */ n) =>
  idOf(type, 'bench', String(n));
const evidence = () => [{ source: id('source', random(SOURCES)) }];
/** @param {number} n @param {() => object} fields */
const claim = (n, fields) => ({ type: 'claim', id: id('claim', n), evidence: evidence(), ...fields() });

function* records() {
  for (let n = 0; n < SOURCES; n++)
    yield { type: 'source', id: id('source', n), kind: 'ARTICLE', title: `Berita karangan ${n}` };
  for (let n = 0; n < PLACES; n++)
    yield { type: 'place', id: id('place', n), kind: 'KELURAHAN', name: `Kelurahan karangan ${n}` };
  for (let n = 0; n < ACTORS; n++)
    yield {
      type: 'actor',
      id: id('actor', n),
      kind: n % 4 === 0 ? 'PERSON' : 'ORGANIZATION',
      helix: HELIXES[random(HELIXES.length)],
      name: `Pelaku karangan ${n}`,
    };
  for (let n = 0; n < INITIATIVES; n++)
    yield { type: 'initiative', id: id('initiative', n), kind: 'PROGRAM', name: `Program karangan ${n}` };
  for (let n = 0; n < TIES; n++)
    yield claim(n, () => ({
      kind: 'PARTICIPATION',
      role: 'PARTNER',
      subject: id('actor', skewed(ACTORS)),
      object: id('initiative', random(INITIATIVES)),
      start: String(2010 + random(15)),
    }));
  for (let n = 0; n < INITIATIVES; n++)
    yield claim(TIES + n, () => ({
      kind: 'LOCATED_IN',
      subject: id('initiative', n),
      object: id('place', random(PLACES)),
    }));
  for (let n = 0; n < ACTORS; n += 4)
    for (const post of [1, 2])
      yield claim(TIES + INITIATIVES + n + post, () => ({
        kind: 'AFFILIATION',
        role: 'MEMBER',
        subject: id('actor', n),
        object: id('actor', (n + post + 4 * random(100)) % ACTORS),
      }));
}

const attribution = { by: 'bench', why: 'an invented city' };
/** @param {any[]} batch @param {'create' | 'update'} op */
const changeSet = (batch, op = 'create') => ({
  ...attribution,
  operations: batch.map((record) => ({ op, record })),
});

async function anInventedCity() {
  const engine = openGrafeo({ folder: null });
  await migrate(
    engine,
    await readMigrations(new URL('../../schema/graph/migrations', import.meta.url).pathname),
  );
  const store = createStore(engine);
  /** @type {any[]} */
  let batch = [];
  for (const record of records()) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    await store.apply(changeSet(batch));
    batch = [];
  }
  if (batch.length > 0) await store.apply(changeSet(batch));
  return store;
}

/** @param {() => unknown} work */
async function milliseconds(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
const median = (/** @type {number[]} */ times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const inMemory = async () => {
  // What the last task has left is still referred to until the next one.
  await new Promise((resolve) => setImmediate(resolve));
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const store = await anInventedCity();
await readProjection(store);
const before = await inMemory();
const projection = await currentProjection(store);
const held = (await inMemory()) - before;
/** @type {Record<'rebuild' | 'update' | 'current', number[]>} */
const times = { rebuild: [], update: [], current: [] };
const spare = await readProjection(store);
for (let round = 0; round < ROUNDS; round++) {
  times.rebuild.push(await milliseconds(() => readProjection(store)));
  for (let n = 0; n < 20; n++) {
    const record = claim(round * 20 + n, () => ({
      kind: 'PARTICIPATION',
      role: 'FUNDING',
      subject: id('actor', n),
      object: id('initiative', n),
      status: n % 3 === 0 ? 'RETRACTED' : 'ASSERTED',
      statusReason: n % 3 === 0 ? 'karangan' : null,
    }));
    const change = await store.apply(changeSet([record], 'update'));
    times.current.push(await milliseconds(() => currentProjection(store)));
    times.update.push(await milliseconds(() => update(spare, [change])));
  }
}
assert.equal(await currentProjection(store), projection);
assert.equal(projection.sequence, spare.sequence);

const rebuild = median(times.rebuild);
const line = (/** @type {string} */ name, /** @type {number} */ time) =>
  console.log(
    `${name.padEnd(24)} ${time.toFixed(3).padStart(12)} ms   1/${Math.round(rebuild / time)} of a rebuild`,
  );
console.log(`${TIES} ties, ${ACTORS} actors, ${INITIATIVES} initiatives; median of ${ROUNDS} rounds`);
line('rebuild', rebuild);
line('update', median(times.update));
line('current, one change', median(times.current));
for (const mode of NETWORK_MODES)
  line(
    `view ${mode}`,
    await milliseconds(() =>
      viewOf(projection, mode === 'HELIX_PAIR' ? { helixes: ['GOVERNMENT', 'MEDIA'] } : {}, mode),
    ),
  );
if (globalThis.gc !== undefined)
  console.log(`memory ${(held / 2 ** 20).toFixed(1)} MB, ${Math.round(held / TIES)} bytes a tie`);
await store.close();
