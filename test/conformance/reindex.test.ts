import { describe, expect, test } from '@jest/globals';
import { check } from '../../src/store/check.js';
import { idsByNames } from '../../src/store/cypher/names.js';
import type { Engine } from '../../src/store/port.js';
import { reindex } from '../../src/store/reindex.js';
import { search } from '../../src/store/search.js';
import { nameIndexKey } from '../../src/store/write-records.js';
import { anActor, changeSet } from '../support/builders.js';
import { empty, onEveryEngine } from '../support/engines.js';
import { everything } from '../support/reading.js';
import { aRichWorld } from '../support/rich-world.js';

/**
 * The invariants: what is derived can be derived again, and comes out the same; a store in which an older version derived
 * less is brought up to date once; `check` finds what is missing.
 */

/** All that is kept, but for how often writers have taken a lock and the note of the version. */
const kept = async (engine: Engine) =>
  (await everything(engine))
    .filter((line) => !line.includes('"key":"derived"'))
    .map((line) => line.replace(/"locks":\d+,?/, ''));

const DAMAGE: Readonly<Record<string, readonly string[]>> = {
  'no index of names': ['MATCH (n:Thing)-[c:CALLED]->(m:Name) DELETE c', 'MATCH (m:Name) DELETE m'],
  'names that lead elsewhere': [
    'MATCH (:Thing)-[c:CALLED]->(:Name) DELETE c',
    'MATCH (n:Thing) MATCH (m:Name) CREATE (n)-[:CALLED]->(m)',
  ],
  'no search texts': [
    'MATCH (n:Thing) SET n.searchGrams = null, n.searchNames = null, n.searchContext = null',
  ],
  'no sort keys': ['MATCH (n:Thing) SET n.sortName = null, n.sortDate = null, n.latestDay = null'],
  'judgements that took no effect': [
    'MATCH (n:Thing) SET n.canonical = null, n.formerIds = null',
    'MATCH (:Thing)-[m:MERGED_INTO]->(:Thing) DELETE m',
    'MATCH (n:Thing) WHERE n.type = "actor" SET n:Actor',
    'MATCH (n:Thing) WHERE n.type = "source" SET n:Source',
  ],
};

onEveryEngine((stage) => {
  const run = (...statements: readonly string[]) =>
    stage.engine.write(async (run) => {
      for (const statement of statements) await run(statement);
    });

  test('changes nothing where all is up to date, and is done once', async () => {
    await aRichWorld(stage.store);
    const before = await kept(stage.engine);

    expect(await reindex(stage.engine)).toBeGreaterThan(15);
    expect(await kept(stage.engine)).toEqual(before);
    expect(await reindex(stage.engine)).toBe(0);
  });

  test.each(Object.entries(DAMAGE))('mends %s, which check finds', async (_, statements) => {
    await aRichWorld(stage.store);
    const before = await kept(stage.engine);
    await run(...statements);
    expect(await kept(stage.engine)).not.toEqual(before);

    await reindex(stage.engine);
    // A name that nothing is called by any more may be gone.
    const inUse = (lines: string[]) => lines.filter((line) => !line.includes('["Name"]'));
    expect(inUse(await kept(stage.engine))).toEqual(inUse(before));
    expect(await check(stage.store)).toEqual([]);
  });

  test('is done for an empty store as well, and for one that another version has derived', async () => {
    expect(await reindex(stage.engine)).toBe(0);
    await stage.store.apply(changeSet(anActor({ name: 'Singosari' })));
    await run(...(DAMAGE['no index of names'] ?? []), ...(DAMAGE['no search texts'] ?? []));
    expect(await reindex(stage.engine)).toBe(0);
    await run("MATCH (m:Meta {key: 'derived'}) SET m.version = 0");

    expect(await reindex(stage.engine)).toBe(1);
    const keys = [nameIndexKey('actor', 'singosari')];
    expect(await stage.store.read(idsByNames, { keys })).toMatchObject([{ id: anActor().id }]);
    expect((await search(stage.store, { query: 'singosari' })).hits).toHaveLength(1);
  });

  test('takes more than a page', async () => {
    const actors = Array.from({ length: 450 }, (_, n) => anActor({ key: `a${n}`, name: `Aktor ${n}` }));
    await stage.store.apply(changeSet(...actors));
    const before = await kept(stage.engine);
    await run(...(DAMAGE['no index of names'] ?? []));

    expect(await reindex(stage.engine)).toBe(450);
    expect(await kept(stage.engine)).toEqual(before);
    await empty(stage.engine);
  });

  describe('check finds', () => {
    test.each([
      ['a record is found by its names', 'MATCH (n:Thing {type: "award"})-[c:CALLED]->(:Name) DELETE c'],
      [
        'a merged record leads to one that stands',
        'MATCH (n:Thing) WHERE n.formerIds IS NOT NULL SET n.formerIds = null',
      ],
      ['a merged record leads to one that stands', 'MATCH (:Thing)-[m:MERGED_INTO]->(:Thing) DELETE m'],
      [
        'what points at records leads to those that stand',
        'MATCH (n:Thing) WHERE n.canonical IS NOT NULL MATCH (c:Claim {kind: "AGREEMENT"}) CREATE (c)-[:PARTY {position: 9}]->(n)',
      ],
      [
        'what stands is on the lists, and nothing else',
        'MATCH (n:Thing) WHERE n.type = "actor" AND n.withdrawn = true SET n:Actor',
      ],
      ['what stands is on the lists, and nothing else', 'MATCH (n:Issue) REMOVE n:Issue'],
      ['what stands can be searched for', 'MATCH (n:Issue) SET n.searchGrams = null'],
      ['personal data belong to a record', "CREATE (:Personal {of: 'k-x', name: 'Rekaan'})"],
    ])('what breaks "%s"', async (rule, statement) => {
      await aRichWorld(stage.store);
      expect(await check(stage.store)).toEqual([]);
      await run(statement);

      const findings = await check(stage.store);
      expect(findings.length).toBeGreaterThan(0);
      expect(new Set(findings.map((finding) => finding.rule))).toContain(rule);
    });
  });
});
