import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ROOT } from '../../src/config.js';
import { compareText } from '../../src/domain/dates.js';
import { check } from '../../src/store/check.js';
import { lastSequence } from '../../src/store/cypher/changes.js';
import { INVARIANTS } from '../../src/store/cypher/check.js';
import { type GrafeoOptions, openGrafeo, readOwner } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Change, Engine, Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { anActor, aParticipation, changeSet, storedBy } from '../support/builders.js';
import { aFolder, MIGRATIONS } from '../support/engines.js';
import { everything, readChanges, readRecord, readRecords } from '../support/reading.js';

/**
 * The invariants of the embedded engine's data folder: what was acknowledged stays, whenever the process ends; what
 * was not is there wholly or not at all; one process has it at a time, and a dead one does not keep it.
 */

const KILLS = 100;
const WRITER = join(ROOT, 'test/support/writer.mjs');
if (!existsSync(join(ROOT, 'dist/store/store.js')))
  throw new Error('durability.test.ts runs the built product: run "npm run build" first');

let folder: string;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Opened {
  readonly engine: Engine;
  readonly store: Store;
}

/** A store on the folder, migrated; the test closes it. */
async function open(options: Partial<GrafeoOptions> = {}): Promise<Opened> {
  const engine = openGrafeo({ folder, ...options });
  await migrate(engine, await readMigrations(MIGRATIONS));
  return { engine, store: createStore(engine) };
}

/** A process that has loaded all it needs and waits for the word to write. */
class Writer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: string[] = [];
  readonly #ended: Promise<unknown>;
  #said = () => {};

  constructor(run: number) {
    this.#child = spawn(process.execPath, [WRITER, folder, String(run)], { env: {} });
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.on('data', (text: Buffer) => this.#lines.push(`error ${text}`));
    const output = createInterface({ input: this.#child.stdout });
    output.on('line', (line) => {
      this.#lines.push(line);
      this.#said();
    });
    this.#ended = Promise.all([once(output, 'close'), once(this.#child, 'exit')]);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  begin(): void {
    this.#child.stdin.write('go\n');
  }

  /** Waits until it has said something. */
  async heard(): Promise<void> {
    if (this.#lines.length > 0) return;
    await Promise.race([new Promise<void>((resolve) => (this.#said = resolve)), this.#ended]);
  }

  /** Ends it as a power cut would, and returns the numbers of the changes that it had been promised. */
  async kill(): Promise<number[]> {
    this.#child.kill('SIGKILL');
    await this.#ended;
    const complaints = this.#lines.filter((line) => !line.startsWith('ack '));
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    return this.#lines.map((line) => Number(line.replace('ack ', '')));
  }
}

describe('a data folder', () => {
  test('is made when it is not there, and gives back what was written', async () => {
    folder = join(folder, 'deep', 'er');
    const first = await open();
    const { sequence } = await first.store.apply(changeSet(...aParticipation()));
    const before = await everything(first.engine);
    await first.engine.close();

    const second = await open();
    expect(sequence).toBe(1);
    expect(await everything(second.engine)).toEqual(before);
    expect(await readRecord(second.store, anActor())).toEqual(storedBy(1, anActor()));
    expect(await second.store.apply(changeSet(anActor({ key: 'b' })))).toMatchObject({ sequence: 2 });
    await second.engine.close();
  });

  test('gives back what was written when the log has been worked into the file in between', async () => {
    const first = await open({ checkpointBytes: 4096 });
    for (let n = 1; n <= 60; n++) await first.store.apply(changeSet(anActor({ key: `a${n}` })));
    const before = await everything(first.engine);
    await first.engine.close();

    const second = await open();
    expect(await everything(second.engine)).toEqual(before);
    await second.engine.close();
  });

  test('still finds by text, and still refuses a second record with an id, when it is opened again', async () => {
    const first = await open();
    await first.store.apply(changeSet(anActor({ name: 'Singosari' })));
    await first.engine.close();

    const second = await open();
    expect(await second.engine.searchText('wsingosari', 5)).toMatchObject([{ id: anActor().id }]);
    const twin = second.engine.write((run) => run('CREATE (:Thing {id: $id})', { id: anActor().id }));
    await expect(twin).rejects.toMatchObject({ code: 'CONFLICT' });
    await second.engine.close();
  });

  test('is closed only after the writers that wait have written', async () => {
    const { engine, store } = await open();
    const applied = ['a', 'b', 'c'].map((key) => store.apply(changeSet(anActor({ key }))));
    await engine.close();
    expect((await Promise.all(applied)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);

    const again = await open();
    expect(await readChanges(again.store)).toHaveLength(3);
    await again.engine.close();
  });

  test('says who has it open, to the same user only, until it is closed', async () => {
    const { engine } = await open();
    expect(readOwner(folder)).toEqual({ pid: process.pid, url: null, token: null });
    expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600);

    await engine.close();
    expect(readOwner(folder)).toBeNull();
  });

  test('that another process has open is a CONFLICT that names that process and the way out', async () => {
    const writer = new Writer(1);
    writer.begin();
    await writer.heard();

    expect(() => openGrafeo({ folder })).toThrow(
      `data folder "${folder}" is open in another process (pid ${writer.pid}); stop that process, or set JEJAK_DATA to another folder`,
    );
    // Being refused takes nothing from the one who has it.
    expect(readOwner(folder)?.pid).toBe(writer.pid);
    await writer.kill();
  });

  test('that a killed process left behind opens at once, with another owner', async () => {
    const writer = new Writer(1);
    writer.begin();
    await writer.heard();
    await writer.kill();

    const { engine } = await open();
    expect(readOwner(folder)?.pid).toBe(process.pid);
    await engine.close();
  });

  test('that holds something else is UNAVAILABLE, and is left as it is', async () => {
    folder = join(folder, 'locked away');
    const { engine } = await open();
    await engine.close();
    const file = join(folder, 'jejak.grafeo');
    writeFileSync(file, 'not a database');

    expect(() => openGrafeo({ folder })).toThrow(`data folder "${folder}" cannot be opened; check that`);
    expect(readFileSync(file, 'utf8')).toBe('not a database');
    expect(readdirSync(folder)).not.toContain('owner.json');
  });
});

/** What must be true of a folder whenever its process was killed; `known` are the changes that it had before. */
async function expectWhole({ engine, store }: Opened, known: Change[]): Promise<void> {
  const fresh = await readChanges(store, known.length);
  known.push(...fresh);
  expect(known.map(({ sequence }) => sequence)).toEqual(known.map((_, index) => index + 1));
  expect((await store.read(lastSequence, {}))[0]?.sequence ?? 0).toBe(known.length);

  // The records that the new changes wrote, as the last of them left each: with their references and evidence.
  const written = fresh.flatMap(({ sequence, operations }) =>
    operations.map(({ after }) => [after.id, { ...after, updated: sequence }] as const),
  );
  const expected = [...new Map(written).values()].sort((a, b) => compareText(a.id, b.id));
  const stored = await readRecords(
    store,
    expected.map(({ id }) => id),
  );
  expect(stored.map(({ created: _created, ...record }) => record)).toEqual(expected);

  // And nothing else: no record without its change, no claim without its evidence.
  const created = known.flatMap(({ operations }) => operations).filter(({ op }) => op === 'create');
  const [all] = await engine.read('MATCH (n:Thing) RETURN count(n) AS things');
  expect(all?.things).toBe(created.length);
  for (const invariant of Object.values(INVARIANTS)) expect(await store.read(invariant, {})).toEqual([]);
}

test(`a process killed ${KILLS} times loses nothing that was acknowledged, and leaves nothing by halves`, async () => {
  const known: Change[] = [];
  let next = new Writer(0);
  try {
    for (let kill = 1; kill <= KILLS; kill++) {
      const writer = next;
      writer.begin();
      // A quarter is killed while it opens the folder, the others while they write or close it.
      if (kill % 4 !== 0) await writer.heard();
      await sleep(Math.random() * 150);
      const promised = Math.max(known.length, ...(await writer.kill()));
      next = new Writer(kill);

      const opened = await open();
      await expectWhole(opened, known);
      await opened.engine.close();
      expect(known.length).toBeGreaterThanOrEqual(promised);
      // At most one change was under way.
      expect(known.length).toBeLessThanOrEqual(promised + 1);
    }
  } finally {
    await next.kill();
  }
  expect(known.length).toBeGreaterThan(KILLS);
  const { engine, store } = await open();
  expect(await check(store)).toEqual([]);
  await engine.close();
}, 600_000);
