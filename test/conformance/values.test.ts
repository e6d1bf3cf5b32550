import { describe, expect, test } from '@jest/globals';
import { changesByIds } from '../../src/store/cypher/changes.js';
import { knownByIds, recordsByIds } from '../../src/store/cypher/records.js';
import { anActor, aParticipation, aSource, changeSet, storedBy } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { everything, readRecord } from '../support/reading.js';

/**
 * The invariants: a text is kept to the last character or refused; no value is ever read as a part of a query; a
 * number is kept exactly or refused.
 */

const TEXTS: Array<[string, string]> = [
  ['diacritics in one character', 'Kafé é'],
  ['diacritics in two', 'Kafe\u0301 e\u0301'],
  ['many marks on one letter', 'Z\u0351\u036b\u0343\u0329a\u0300\u0301\u0302\u0303'],
  ['Javanese', 'ꦏꦸꦛꦩꦭꦁ'],
  ['Arabic, right to left', 'جامعة مالانج'],
  ['marks that turn the direction', '\u202eabc\u202c \u2067x\u2069'],
  ['Chinese', '瑪琅市'],
  ['characters outside the first plane', '𠮷野家 𝒜 𐍈'],
  ['an emoji', '🎉'],
  ['an emoji of several', '👩🏽‍🏫 🏳️‍🌈 🇮🇩'],
  ['no-break and other spaces inside', 'a\u00a0b\u2003c\u200bd\ufeffe'],
  ['quotes', `"double" 'single' “curly” \`back\``],
  ['backslashes', 'C:\\new\\table \\u0041 \\'],
  ['what Cypher would read', `'}) DETACH DELETE n // $id {x: 1} \`n\` :Label`],
  ['what JSON would read', '{"a": [1, null], "b": "\\u0000"}'],
  ['what a spreadsheet would read', '=HYPERLINK("x")'],
  ['what a page would read', '<script>alert(1)</script> &amp; &#0;'],
  ['words that mean something elsewhere', 'null'],
  ['a number', '007'],
  ['the longest name', '長'.repeat(300)],
];

/** Texts that are no id of anything; a line break or a control character is refused in a field, never in a lookup. */
const ODD_IDS = [
  ...TEXTS.map(([, text]) => text),
  '',
  ' ',
  '\0',
  'a\nb\r\tc',
  '\ud800',
  '$ids',
  '{id}',
  '%00',
  '../../etc/passwd',
  "' OR 1=1 --",
  '*',
  'a'.repeat(100_000),
];

onEveryEngine((stage) => {
  test.each(TEXTS)('a text is kept to the last character: %s', async (_title, text) => {
    const actor = anActor({
      name: text,
      aliases: [text, `${text.slice(0, 290)} 2`],
      description: `${text}\n\n${text}`,
      identifiers: [{ scheme: 'odd', id: text }],
      evidence: [{ source: aSource(), locator: text.slice(0, 99), quote: text, paraphrase: text }],
    });
    await stage.store.apply(changeSet(actor, aSource({ title: text, publisher: text })));

    expect(await readRecord(stage.store, actor)).toEqual(storedBy(1, actor));
    expect(await readRecord(stage.store, aSource())).toMatchObject({ title: text, publisher: text });
  });

  test('a very long text is kept', async () => {
    const actor = anActor({ description: 'panjang '.repeat(500).trim(), note: '👩🏽‍🏫'.repeat(250) });
    await stage.store.apply(changeSet(actor));

    expect(await readRecord(stage.store, actor)).toEqual(storedBy(1, actor));
  });

  describe('a text that an engine cannot keep is refused', () => {
    test.each([
      ['a NUL in a name', { name: 'a\0b' }],
      ['a NUL in a description', { description: 'a\0b' }],
      ['a NUL in an identifier', { identifiers: [{ scheme: 'x', id: 'a\0b' }] }],
      ['a NUL in a scheme', { identifiers: [{ scheme: 'x\0', id: 'a' }] }],
      ['half a character in a name', { name: 'a\ud83d' }],
      ['half a character in a description', { description: '\udc00b' }],
      ['a line break in a name', { name: 'a\nb' }],
    ])('%s', async (_title, fields) => {
      await expect(stage.store.apply(changeSet(anActor(fields)))).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    });
  });

  describe('an odd text looked up as an id finds nothing and harms nothing', () => {
    test.each<[string, (ids: string[]) => Promise<unknown[]>]>([
      ['recordsByIds', (ids) => stage.store.read(recordsByIds, { ids })],
      ['knownByIds', (ids) => stage.store.read(knownByIds, { ids })],
      ['changesByIds', (ids) => stage.store.read(changesByIds, { ids })],
    ])('%s', async (_title, lookUp) => {
      await stage.store.apply(changeSet(...aParticipation()));
      const before = await everything(stage.engine);

      for (const id of ODD_IDS) expect(await lookUp([id])).toEqual([]);
      expect(await lookUp(ODD_IDS)).toEqual([]);
      expect(await everything(stage.engine)).toEqual(before);
    });
  });

  describe('numbers', () => {
    test('the largest number that is exact is kept', async () => {
      const actor = anActor({ kind: 'COHORT', size: Number.MAX_SAFE_INTEGER });
      await stage.store.apply(changeSet(actor));

      expect(await readRecord(stage.store, actor)).toMatchObject({ size: 9007199254740991 });
    });

    test('a larger one is refused', async () => {
      const actor = anActor({ kind: 'COHORT', size: 2 ** 53 });

      await expect(stage.store.apply(changeSet(actor))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    });

    test('a larger one that something else has stored is never read as another number', async () => {
      const actor = anActor({ kind: 'COHORT', size: 57 });
      await stage.store.apply(changeSet(actor));
      await stage.engine.write((run) =>
        run('MATCH (n:Actor {id: $id}) SET n.size = 9007199254740993', { id: actor.id }),
      );

      await expect(readRecord(stage.store, actor)).rejects.toThrow(
        /9007199254740993 is outside the safe range/,
      );
    });

    test('amounts keep their fraction and their size', async () => {
      const amounts = [0, 0.1, 1e-7, 1_500_000_000_000, 123_456_789.125, 1e21];
      const [actor, initiative, source, claim] = aParticipation();
      const contributions = amounts.map((amount) => ({
        kind: 'MONEY' as const,
        amount,
        currency: 'IDR',
        unit: null,
        description: null,
      }));
      await stage.store.apply(changeSet(actor, initiative, source, { ...claim, contributions }));

      expect((await readRecord(stage.store, claim)).contributions.map(({ amount }) => amount)).toEqual(
        amounts,
      );
    });
  });
});
