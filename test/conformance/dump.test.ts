import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/store/check.js';
import { personalOf } from '../../src/store/cypher/personal.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Engine, Reader, Store } from '../../src/store/port.js';
import { search } from '../../src/store/search.js';
import { createStore } from '../../src/store/store.js';
import { dumpLines } from '../../src/transfer/dump.js';
import { restore } from '../../src/transfer/restore.js';
import { anActor, changeSet, testId, update } from '../support/builders.js';
import { empty, MIGRATIONS, onEveryEngine } from '../support/engines.js';
import { everything, intercepting, readChanges } from '../support/reading.js';
import { accept, aRichWorld, keepMapping } from '../support/rich-world.js';

/**
 * The invariants: a store restored from a dump, on whichever engine, holds the same as the one that was dumped, derived
 * data included, and its dump is the same byte by byte. A dump that is cut off or was changed is refused; what was read
 * before stays, and the whole dump goes on from there.
 */

async function dumped(reader: Reader, options = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of dumpLines(reader, options)) lines.push(line);
  return lines;
}
async function* given(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
/** The lines with the last one made to fit them. */
function sealed(lines: readonly string[]): string[] {
  const body = lines.filter((line) => !line.startsWith('{"end"'));
  const sha256 = createHash('sha256')
    .update(body.map((line) => `${line}\n`).join(''))
    .digest('hex');
  return [...body, JSON.stringify({ end: true, lines: body.length, sha256 })];
}
/** All that is kept, but for sessions and how often writers have taken a lock. */
const kept = async (engine: Engine) =>
  (await everything(engine))
    .filter((line) => !line.startsWith('[["Session"]'))
    .map((line) => line.replace(/"locks":\d+,?/, ''));

async function inMemory(): Promise<{ engine: Engine; store: Store }> {
  const engine = openGrafeo({ folder: null, shuffleUnordered: true });
  await migrate(engine, await readMigrations(MIGRATIONS));
  await empty(engine);
  return { engine, store: createStore(engine) };
}

onEveryEngine((stage) => {
  describe('a rich world', () => {
    test('is the same after dump and restore, from this engine and back to it', async () => {
      await aRichWorld(stage.store);
      await keepMapping(stage.store);
      const lines = await dumped(stage.store);
      const before = await kept(stage.engine);
      const words = ['dlh kota malang', 'bu sari', 'berita rekaan', 'salah ketik', 'top 25', '35.73.03'];
      const hits = async (store: Store) =>
        Promise.all(words.map(async (query) => (await search(store, { query })).hits));
      const found = await hits(stage.store);

      const other = await inMemory();
      expect(await restore(other.store, given(lines))).toEqual({ written: lines.length - 2, present: 0 });
      expect(await dumped(other.store)).toEqual(lines);
      expect(await kept(other.engine)).toEqual(before);
      expect(await hits(other.store)).toEqual(found);

      await empty(stage.engine);
      await restore(stage.store, given(await dumped(other.store)));
      await other.engine.close();
      expect(await dumped(stage.store)).toEqual(lines);
      expect(await kept(stage.engine)).toEqual(before);
      expect(await hits(stage.store)).toEqual(found);
      expect(found.map((list) => list.length > 0)).toEqual([true, true, true, false, true, true]);
      expect(await check(stage.store)).toEqual([]);
    });

    test('goes on after a restore: the next number, used keys, open proposals, undone judgements', async () => {
      await aRichWorld(stage.store);
      const lines = await dumped(stage.store);
      const changes = await readChanges(stage.store);
      await empty(stage.engine);
      await restore(stage.store, given(lines));

      expect(await readChanges(stage.store)).toEqual(changes);
      const next = await stage.store.apply(changeSet(anActor({ key: 'next' })));
      expect(next.sequence).toBe(changes.length + 1);
      const again = await stage.store.change(async () => changeSet(anActor({ key: 'no' })), {
        key: 'a-1 kirim',
        digest: 'd1',
      });
      expect(again).toEqual(changes.find(({ account }) => account === 'm-account'));
      expect(await check(stage.store)).toEqual([]);
    });

    test('can be published without what leads to persons and accounts', async () => {
      await aRichWorld(stage.store);
      await keepMapping(stage.store);
      const lines = await dumped(stage.store, { public: true });

      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ jejak: 'dump', format: 1, public: true });
      const text = lines.join('\n');
      const whole = (await dumped(stage.store)).join('\n');
      for (const secret of ['"h1"', '"h2"', 'argon2id']) expect(whole).toContain(secret);
      expect(whole).not.toContain('"h3"');
      for (const hidden of [
        'Nama Rekaan',
        '0800',
        'Warga',
        'm-account',
        'm-other',
        'm-reviewer',
        'kirim',
        '"d1"',
        'dewi',
        '"h1"',
        '"h2"',
      ])
        expect(text).not.toContain(hidden);
      expect(text).toContain('Pemeriksa');
      const other = await inMemory();
      await restore(other.store, given(lines));
      expect(await dumped(other.store, { public: true })).toEqual(lines);
      await other.engine.close();
    });

    test('is dumped as it was at the change of the header, whatever is written meanwhile', async () => {
      await stage.store.apply(changeSet(anActor({ key: 'first', name: 'Dinas' })));
      const comment = (key: string) =>
        ({
          type: 'comment',
          id: testId('comment', key),
          about: testId('actor', 'first'),
          text: key,
        }) as const;
      const personal = [{ of: comment('accepted').id, name: 'Warga accepted', phone: null }];
      const proposal = await stage.store.propose(async () => ({
        ...changeSet(comment('accepted')),
        personal,
      }));
      const before = await dumped(stage.store);

      const lines: string[] = [];
      for await (const line of dumpLines(stage.store)) {
        lines.push(line);
        if (lines.length > 1) continue;
        await accept(stage.store, proposal?.id ?? '');
        await stage.store.apply(update(anActor({ key: 'first', name: 'Dinas Baru' })));
        await stage.store.apply(changeSet(anActor({ key: 'new' })));
        await stage.store.propose(async () => update(anActor({ key: 'new', name: 'lebih baru' })));
      }
      expect(await stage.store.read(personalOf, { ids: [comment('accepted').id] })).toEqual(personal);
      expect(lines).toEqual(before);
    });

    test('an empty store has a dump as well', async () => {
      const lines = await dumped(stage.store);
      expect(lines).toEqual(sealed(['{"jejak":"dump","format":1,"sequence":0}']));
      expect(await restore(stage.store, given(lines))).toEqual({ written: 0, present: 0 });
    });
  });

  describe('a restore', () => {
    test('that was cut off goes on with the whole dump, wherever that was', async () => {
      await aRichWorld(stage.store);
      await keepMapping(stage.store);
      const lines = await dumped(stage.store);
      const before = await kept(stage.engine);
      for (const cut of [1, 2, 7, lines.length - 4, lines.length - 1]) {
        await empty(stage.engine);
        await expect(restore(stage.store, given(lines.slice(0, cut)))).rejects.toThrow(
          new RegExp(`line ${cut + 1}: "nothing"|line ${cut + 1}: nothing; the dump is cut off here`),
        );
        const found = await restore(stage.store, given(lines));
        expect(found).toEqual({ present: cut - 1, written: lines.length - 1 - cut });
        expect(await kept(stage.engine)).toEqual(before);
      }
      expect(await restore(stage.store, given(lines))).toEqual({ present: lines.length - 2, written: 0 });
    });

    test('leaves nothing by halves when a transaction fails, and goes on after it', async () => {
      await aRichWorld(stage.store);
      const lines = await dumped(stage.store);
      const before = await kept(stage.engine);
      await empty(stage.engine);
      let commits = 0;
      const failing = intercepting(
        stage.engine,
        (run) => run,
        () => {
          commits += 1;
          if (commits === 3) throw new Error('the power is gone');
        },
      );
      await expect(restore(createStore(failing), given(lines))).rejects.toThrow('the power is gone');
      await restore(stage.store, given(lines));
      expect(await kept(stage.engine)).toEqual(before);
    });

    test('is refused by a store that holds something else, or more', async () => {
      await stage.store.apply(changeSet(anActor({ key: 'a' })));
      const lines = await dumped(stage.store);
      await stage.store.apply(changeSet(anActor({ key: 'b' })));
      const before = await kept(stage.engine);
      const conflict = (pattern: RegExp) =>
        expect.objectContaining({ code: 'CONFLICT', message: expect.stringMatching(pattern) });

      await expect(restore(stage.store, given(lines))).rejects.toEqual(
        conflict(
          /line 3: the store holds something else here, change "g-0+2"; restore into an empty data folder/,
        ),
      );
      const other = await inMemory();
      await other.store.apply(changeSet(anActor({ key: 'c' })));
      await expect(restore(other.store, given(lines))).rejects.toEqual(conflict(/line 2: the store holds/));
      await other.engine.close();
      expect(await kept(stage.engine)).toEqual(before);
    });
  });

  describe('a dump that was changed is refused, naming the line', () => {
    const edits: ReadonlyArray<[string, (lines: string[]) => string[], RegExp]> = [
      [
        'a text, the end left as it was',
        (lines) => lines.map((line) => line.replaceAll('"catatan kept"', '"catatan lain"')),
        /line \d+, sha256: .*a line before was changed/,
      ],
      [
        'a record before, so that it does not follow',
        (lines) => sealed(lines.map((line) => line.replace(/("before":\{[^{}]*"name":)"DLH"/, '$1"X"'))),
        /line \d+, operation 1, actor .*, before/,
      ],
      [
        'two lines the other way round',
        ([head = '', one = '', two = '', ...rest]) => sealed([head, two, one, ...rest]),
        /line 2, change, sequence: 2; 1 follows/,
      ],
      [
        'a line twice',
        ([head = '', one = '', ...rest]) => sealed([head, one, one, ...rest]),
        /line 3, change, sequence: 1; 2 follows/,
      ],
      [
        'a line left out',
        ([head = '', one = '', _two, ...rest]) => sealed([head, one, ...rest]),
        /line 3, change, sequence: 3; 2 follows/,
      ],
      [
        'personal data twice',
        (lines) => sealed(lines.flatMap((line) => (line.startsWith('{"personal"') ? [line, line] : [line]))),
        /line \d+, personal: "k-.*it comes after personal/,
      ],
      [
        'personal data of nobody',
        (lines) => sealed(lines.map((line) => line.replace(/\{"personal":\{"of":"k-./, '$&0'))),
        /line \d+, personal data of: "k-.*no such record/,
      ],
      [
        'the last changes gone',
        (lines) => sealed(lines.filter((line, n) => n < 10 || line.startsWith('{"end"'))),
        /line 11: change 9 is the last; the header says 1\d/,
      ],
      [
        'an unknown field',
        (lines) =>
          sealed(lines.map((line) => line.replace('"withdrawn":false', '"withdrawn":false,"warna":1'))),
        /line 2, change, operations 1 after warna: "1"; no such field; leave it out/,
      ],
      [
        'an unknown kind',
        ([head = '', ...rest]) => sealed([head, '{"cookie":{}}', ...rest]),
        /line 2: "cookie"; write one of change, personal/,
      ],
      [
        'a wrong value',
        (lines) => sealed(lines.map((line) => line.replace('"date":"2021-03~"', '"date":"32/13/2021"'))),
        /line 2, change, operations 3 after date: "32\/13\/2021"; is not a date/,
      ],
      [
        'a verdict on nothing',
        (lines) =>
          sealed(
            lines.map((line) =>
              line.replace('{"operation":2,"accepted":false', '{"operation":9,"accepted":false'),
            ),
          ),
        /line \d+, proposal, verdicts: .*decide on more operations than there are/,
      ],
      [
        'a proposal that could not be made',
        (lines) =>
          sealed(lines.map((line) => line.replace(/^(\{"proposal".*"op":"update".*"size":)null/, '$13'))),
        /line \d+, operation 1, actor .*, size: "3"; only a COHORT has a size/,
      ],
      [
        'a newer format',
        ([head = '', ...rest]) => sealed([head.replace('"format":1', '"format":2'), ...rest]),
        /line 1, format: 2; a newer Jejak wrote this dump/,
      ],
      ['no dump at all', () => ['PK\u0003\u0004', 'x'], /line 1: .*this is no dump/],
      ['nothing', () => [], /line 1: nothing; give a file/],
      [
        'half a line',
        (lines) => [...lines.slice(0, 3), (lines[3] ?? '').slice(0, 90)],
        /line 4: .*cut off or/,
      ],
      ['something after the end', (lines) => [...lines, '{}'], /line \d+: "\{\}"; nothing follows the end/],
    ];

    test.each(edits)('%s', async (_, edit, message) => {
      await aRichWorld(stage.store);
      const lines = await dumped(stage.store);
      await empty(stage.engine);
      const attempt = restore(stage.store, given(edit(lines)));
      await expect(attempt).rejects.toThrow(message);
      await expect(attempt).rejects.toMatchObject({ name: 'JejakError' });
    });

    test('what stood before that line is there, whole', async () => {
      await aRichWorld(stage.store);
      const lines = await dumped(stage.store);
      const changes = await readChanges(stage.store);
      await empty(stage.engine);
      const edited = lines.map((line) => line.replace('"text":"catatan kept"', '"text":""'));
      await expect(restore(stage.store, given(edited))).rejects.toThrow('is empty; write some text');
      const bad = edited.findIndex((line) => line.includes('"text":""'));
      expect(await readChanges(stage.store)).toEqual(changes.slice(0, bad - 1));
    });
  });
});
