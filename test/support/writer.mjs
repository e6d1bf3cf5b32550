// @ts-check
// A process that writes small change sets until it is killed, for durability.test.ts. It runs the built product, so
// that it needs nothing but node. Usage: node writer.mjs FOLDER RUN; it begins at the first line on its input.
// It says `ack SEQUENCE` after each change that the store has promised to keep.

import { once } from 'node:events';
import { idOf } from '../../dist/domain/ids.js';
import { openGrafeo } from '../../dist/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../dist/store/migrate.js';
import { createStore } from '../../dist/store/store.js';

const [folder = '', run = ''] = process.argv.slice(2);
const migrations = new URL('../../schema/graph/migrations', import.meta.url).pathname;
// A checkpoint every few changes, so that kills fall into checkpoints too.
const CHECKPOINT_BYTES = 32 * 1024;
const CHANGES_BETWEEN_CLOSES = 12;

await once(process.stdin, 'data');
for (let number = 1; ; ) {
  const engine = openGrafeo({ folder, checkpointBytes: CHECKPOINT_BYTES });
  await migrate(engine, await readMigrations(migrations));
  const store = createStore(engine);
  for (const last = number + CHANGES_BETWEEN_CLOSES; number < last; number++) {
    const { sequence } = await store.apply(change(number));
    console.log(`ack ${sequence}`);
  }
  await engine.close();
}

/**
 * An actor that takes part in an initiative, as a source says; every third one also changes the actor before.
 * @param {number} number
 * @returns {import('../../src/domain/change-set.js').ChangeSet}
 */
function change(number) {
  /** @param {import('../../src/domain/kinds.js').RecordType} type @param {number} [of] */
  const id = (type, of = number) => idOf(type, 'writer', `${run} ${of}`);
  /** @param {number} of @param {string} note */
  const actor = (of, note) =>
    /** @type {const} */ ({
      type: 'actor',
      id: id('actor', of),
      name: `Aktor ${run} ${of}`,
      kind: 'ORGANIZATION',
      helix: 'MEDIA',
      note,
    });
  return {
    by: 'writer',
    why: `change ${number} of run ${run}`,
    operations: [
      { op: 'create', record: actor(number, 'baru') },
      {
        op: 'create',
        record: {
          type: 'initiative',
          id: id('initiative'),
          name: `Program ${run} ${number}`,
          kind: 'PROGRAM',
        },
      },
      {
        op: 'create',
        record: { type: 'source', id: id('source'), title: `Berita ${run} ${number}`, kind: 'ARTICLE' },
      },
      {
        op: 'create',
        record: {
          type: 'claim',
          id: id('claim'),
          kind: 'PARTICIPATION',
          role: 'HOST',
          subject: id('actor'),
          object: id('initiative'),
          evidence: [
            { source: id('source'), locator: 'paragraf 1' },
            { source: id('source'), locator: 'paragraf 2' },
          ],
        },
      },
      ...(number % 3 === 0
        ? [{ op: /** @type {const} */ ('update'), record: actor(number - 1, 'diubah') }]
        : []),
    ],
  };
}
