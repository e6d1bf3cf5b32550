import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { type Migration, migrate, readMigrations } from '../../src/store/migrate.js';
import type { Engine } from '../../src/store/port.js';
import { aFolder, MIGRATIONS, onEveryEngine } from '../support/engines.js';
import { intercepting } from '../support/reading.js';

/**
 * The invariants: every migration is applied once and in order, whoever starts and however often; a history that
 * does not fit is refused before anything is done; a run that was cut short can be repeated.
 */

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder with files of that name and text. */
function files(texts: Record<string, string>): string {
  const folder = aFolder();
  folders.push(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Migrations that each write down that they were there. */
const steps = (count: number, note = '') =>
  readMigrations(
    files(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${String(index + 1).padStart(4, '0')}-step.cypher`,
          `// Step ${index + 1}${note}\nMATCH (s:Step) WITH count(s) AS before CREATE (:Step {number: ${index + 1}, before: before});\n`,
        ]),
      ),
    ),
  );

const stepsDone = (engine: Engine) =>
  engine.read('MATCH (s:Step) RETURN s.number AS number, s.before AS before ORDER BY before');
const inOrder = (count: number) =>
  Array.from({ length: count }, (_, before) => ({ number: before + 1, before }));

describe('a folder of migrations', () => {
  test('is read in order, each file as its statements without comments', async () => {
    const folder = files({
      '0002-more.cypher': 'CREATE (:A);\n\n  // a remark; with a semicolon\n  CREATE\n    (:B {x: 1});',
      '0001-first.cypher': '// first\nCREATE INDEX a IF NOT EXISTS FOR (n:A) ON (n.id);\n',
      'README.md': 'not a migration',
    });

    expect(await readMigrations(folder)).toEqual([
      {
        id: '0001-first',
        statements: ['CREATE INDEX a IF NOT EXISTS FOR (n:A) ON (n.id)'],
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { id: '0002-more', statements: ['CREATE (:A)', 'CREATE (:B {x: 1})'], checksum: expect.any(String) },
    ]);
  });

  test('of this product can be read', async () => {
    const migrations = await readMigrations(MIGRATIONS);

    expect(migrations[0]?.id).toBe('0001-records');
    for (const { statements } of migrations) expect(statements.length).toBeGreaterThan(0);
  });

  test.each([
    [
      'a number of one digit',
      { '1-first.cypher': '' },
      '1-first.cypher: expected a name that starts with 0001-',
    ],
    ['capitals', { '0001-First.cypher': '' }, '0001-First.cypher: expected'],
    ['no name', { '0001.cypher': '' }, '0001.cypher: expected'],
    [
      'a beginning at 2',
      { '0002-first.cypher': '' },
      '0002-first.cypher: expected a name that starts with 0001-',
    ],
    [
      'a missing number',
      { '0001-a.cypher': '', '0003-c.cypher': '' },
      '0003-c.cypher: expected a name that starts with 0002-',
    ],
    [
      'a number used twice',
      { '0001-a.cypher': '', '0001-b.cypher': '' },
      '0001-b.cypher: expected a name that starts with 0002-',
    ],
    [
      'schema and data in one file',
      { '0001-a.cypher': 'CREATE (:A);\nCREATE INDEX a IF NOT EXISTS FOR (n:A) ON (n.id);' },
      '0001-a.cypher: mixes schema and data statements; make it two files',
    ],
  ])('is refused with %s', async (_title, texts, message) => {
    await expect(readMigrations(files(texts))).rejects.toThrow(message);
  });

  test('that does not exist is an error', async () => {
    await expect(readMigrations('/nowhere')).rejects.toThrow(/nowhere/);
  });
});

onEveryEngine(
  (stage) => {
    test('each migration is applied once, in order', async () => {
      const migrations = await steps(12);

      expect(await migrate(stage.engine, migrations)).toEqual(migrations.map(({ id }) => id));
      expect(await migrate(stage.engine, migrations)).toEqual([]);
      expect(await stepsDone(stage.engine)).toEqual(inOrder(12));
    });

    test('of a longer list only what is new is applied', async () => {
      const migrations = await steps(3);
      await migrate(stage.engine, migrations.slice(0, 2));

      expect(await migrate(stage.engine, migrations)).toEqual(['0003-step']);
      expect(await stepsDone(stage.engine)).toEqual(inOrder(3));
    });

    test('no migrations at all are no error', async () => {
      expect(await migrate(stage.engine, [])).toEqual([]);
    });

    test('a file that changed after it was applied is a CONFLICT, and nothing is done', async () => {
      await migrate(stage.engine, await steps(2));

      await expect(migrate(stage.engine, await steps(3, ', changed'))).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(/"0001-step" changed after it was applied; restore the file/),
      });
      expect(await stepsDone(stage.engine)).toEqual(inOrder(2));
    });

    test('a store of a newer version is a CONFLICT, and nothing is done', async () => {
      const migrations = await steps(3);
      await migrate(stage.engine, migrations);

      await expect(migrate(stage.engine, migrations.slice(0, 2))).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringMatching(/"0003-step", unknown here; run the newer version/),
      });
    });

    test('two that start together apply each once', async () => {
      const migrations = await steps(6);
      const engines = [stage.engine, await stage.anotherEngine(), await stage.anotherEngine()];
      const applied = await Promise.all(engines.map((engine) => migrate(engine, migrations)));

      expect(applied.flat().sort()).toEqual(migrations.map(({ id }) => id));
      expect(await stepsDone(stage.engine)).toEqual(inOrder(6));
    });

    test('the product can be started by several at once', async () => {
      const migrations = await readMigrations(MIGRATIONS);
      const engines = [stage.engine, await stage.anotherEngine(), await stage.anotherEngine()];
      const applied = await Promise.all(engines.map((engine) => migrate(engine, migrations)));

      expect(applied.flat().sort()).toEqual(migrations.map(({ id }) => id));
    });

    test('an index over what is already there can be asked as soon as migrate is done', async () => {
      if (stage.engine.name === 'neo4j') await stage.engine.schema('DROP INDEX thing_search IF EXISTS');
      const things =
        "UNWIND range(1, 3000) AS n CREATE (:Thing {id: 't' + toString(n), searchGrams: 'wkota'})";
      await stage.engine.write((run) => run(things));
      await migrate(stage.engine, await readMigrations(MIGRATIONS));

      expect(await stage.engine.searchText('wkota', 7)).toHaveLength(7);
    });

    test('data and then schema on the same label can be applied in one go', async () => {
      const migrations = await readMigrations(
        files({
          '0001-data.cypher': 'CREATE (:Probe {id: 1, number: 1});',
          '0002-schema.cypher':
            'CREATE CONSTRAINT probe_id IF NOT EXISTS FOR (n:Probe) REQUIRE n.id IS UNIQUE;\nCREATE INDEX probe_number IF NOT EXISTS FOR (n:Probe) ON (n.number);',
          '0003-data.cypher': 'MERGE (p:Probe {id: 1}) SET p.number = 2;',
        }),
      );

      expect(await migrate(stage.engine, migrations)).toHaveLength(3);
      expect(await stage.engine.read('MATCH (p:Probe) RETURN p.id AS id, p.number AS number')).toEqual([
        { id: 1, number: 2 },
      ]);
    });

    test('a file of data statements that fails is not applied at all, and those before it are', async () => {
      const [first] = await steps(1);
      const broken: Migration = {
        id: '0002-broken',
        checksum: 'a',
        statements: ['CREATE (:Half)', 'THIS IS NO CYPHER'],
      };
      await expect(migrate(stage.engine, [first as Migration, broken])).rejects.toThrow();

      expect(await stage.engine.read('MATCH (n:Half) RETURN count(n) AS count')).toEqual([{ count: 0 }]);
      expect(await stepsDone(stage.engine)).toEqual(inOrder(1));
      const mended = { ...broken, checksum: 'b', statements: ['CREATE (:Half)'] };
      expect(await migrate(stage.engine, [first as Migration, mended])).toEqual(['0002-broken']);
      expect(await stage.engine.read('MATCH (n:Half) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
    });

    test('a schema that was half made when the process ended is completed by the next run', async () => {
      const migrations = await readMigrations(MIGRATIONS);
      const count = migrations.flatMap(({ statements }) => statements).length;
      for (let cut = 0; cut <= count; cut++) {
        let made = 0;
        const cutShort: Engine = {
          ...stage.engine,
          schema: async (statement) => {
            if (made++ > cut) throw new Error('cut');
            return stage.engine.schema(statement);
          },
        };
        await migrate(cutShort, migrations).catch((error: Error) => expect(error.message).toBe('cut'));
      }

      expect(await migrate(stage.engine, migrations)).toEqual([]);
      expect(await stage.engine.searchText('wnothing', 10)).toEqual([]);
    });

    test('a schema that was made but not yet written down is made again without harm', async () => {
      const migrations = await readMigrations(MIGRATIONS);
      const forgetful = intercepting(stage.engine, (run) => (text, parameters) => {
        if (text.startsWith('CREATE (m:Migration')) throw new Error('cut');
        return run(text, parameters);
      });
      await expect(migrate(forgetful, migrations)).rejects.toThrow('cut');

      expect(await migrate(stage.engine, migrations)).toEqual(migrations.map(({ id }) => id));
    });

    test('what the constraints are for holds: no two things share an id', async () => {
      await migrate(stage.engine, await readMigrations(MIGRATIONS));
      const create = () => stage.engine.write((run) => run("CREATE (:Thing {id: 'same'})"));
      await create();

      await expect(create()).rejects.toMatchObject({ code: 'CONFLICT' });
    });
  },
  { migrated: false },
);
