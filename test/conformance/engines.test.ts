import { describe, expect, test } from '@jest/globals';
import { type Engine, type Run, WriteConflict } from '../../src/store/port.js';
import { onEveryEngine } from '../support/engines.js';

/**
 * What everything above relies on: a value sent comes back as it was, or the engine fails loudly; an error is one of
 * ours and tells nothing of the inside.
 */
onEveryEngine((stage) => {
  const sent = async (value: unknown) =>
    (await stage.engine.read('RETURN $value AS value', { value }))[0]?.value;

  test('a parameter comes back as it was sent', async () => {
    const { MAX_VALUE, MIN_VALUE, MAX_SAFE_INTEGER, MIN_SAFE_INTEGER } = Number;
    const numbers = [0, 42, -7, 0.1, MIN_VALUE, MAX_VALUE, MAX_SAFE_INTEGER, MIN_SAFE_INTEGER];
    const nested = [[], ['a', 'b', 'a'], { a: 1, b: { c: [null, 'd', [1.5]] } }];
    for (const value of [null, true, false, '', ...numbers, ...nested])
      expect(await sent(value)).toEqual(value);
  });

  test('a whole number arrives as an integer: LIMIT takes it, and division rounds', async () => {
    expect(
      await stage.engine.read('UNWIND [1, 2, 3] AS n RETURN n ORDER BY n LIMIT $limit', { limit: 2 }),
    ).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await stage.engine.read('RETURN $n / 2 AS half', { n: 7 })).toEqual([{ half: 3 }]);
  });

  test('no row is an empty list', async () => {
    expect(await stage.engine.read('MATCH (n:Nothing) RETURN n.id AS id')).toEqual([]);
  });

  describe('an integer outside the safe range fails loudly, wherever it stands', () => {
    const big = '9007199254740993';
    test.each([
      ['a column', `RETURN ${big} AS n`],
      ['a negative one', `RETURN -${big} AS n`],
      ['a list', `RETURN [1, ${big}] AS n`],
      ['a map', `RETURN {a: {b: ${big}}} AS n`],
      ['a stored property', 'MATCH (n:Big) RETURN n.value AS n'],
      ['a projection of a node', 'MATCH (n:Big) RETURN n{.*} AS n'],
      ['a collected list', 'MATCH (n:Big) RETURN collect(n.value) AS n'],
    ])('%s', async (_title, text) => {
      await stage.engine.write((run) => run(`CREATE (:Big {value: ${big}})`));

      await expect(stage.engine.read(text)).rejects.toThrow(/9007199254740993 is outside the safe range/);
    });
  });

  describe('an error is one of ours, and tells nothing of the inside', () => {
    const codeOf = (promise: Promise<unknown>) =>
      promise.then(
        () => 'none',
        (error: Error & { code?: string }) => `${error.code}: ${error.message}`,
      );

    test.each([
      ['a broken statement', 'THIS IS NO CYPHER'],
      ['an unknown variable', 'RETURN secret'],
      ['an unknown function', 'RETURN secret(1) AS n'],
      ['a missing parameter', 'RETURN $secret AS n'],
      ['a division by zero', 'UNWIND [0] AS n RETURN 1 / n AS n'],
    ])('%s', async (_title, text) => {
      const said = 'INTERNAL_SERVER_ERROR: the store could not carry out a query';
      expect(await codeOf(stage.engine.read(text))).toBe(said);
      expect(await codeOf(stage.engine.write((run) => run(text)))).toBe(said);
    });

    test('a second node with the same key is a CONFLICT', async () => {
      const create = (run: Run) => run("CREATE (:Thing {id: 'same'})");
      await stage.engine.write(create);

      expect(await codeOf(stage.engine.write(create))).toMatch(/^CONFLICT: .*same key exists already/);
      expect(await stage.engine.read('MATCH (n:Thing) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
    });

    test('what the work throws passes through as it is', async () => {
      const mine = new Error('mine');

      await expect(stage.engine.write(() => Promise.reject(mine))).rejects.toBe(mine);
    });
  });

  test('what the work returns is the result', async () => {
    expect(await stage.engine.write(async (run) => (await run('RETURN 1 AS n'))[0]?.n)).toBe(1);
  });

  test('a transaction reads what it has written, and nobody else does until it is over', async () => {
    const count = 'MATCH (n:Thing) RETURN count(n) AS count';
    const [inside, outside] = await stage.engine.write(async (run) => {
      await run("CREATE (:Thing {id: 'new'})");
      return [await run(count), await stage.engine.read(count)];
    });

    expect([inside, outside]).toEqual([[{ count: 1 }], [{ count: 0 }]]);
    expect(await stage.engine.read(count)).toEqual([{ count: 1 }]);
  });

  test('many readers at once each get their own answer', async () => {
    const numbers = Array.from({ length: 60 }, (_, n) => n);

    expect(await Promise.all(numbers.map(sent))).toEqual(numbers);
  });

  test('of two processes whose writers wait for each other one loses the race', async () => {
    const engines = [stage.engine, await stage.anotherEngine()] as const;
    // The embedded engine belongs to one process, and its writers queue: there is no race to lose.
    if (engines[0] === engines[1]) return;
    await stage.engine.write((run) => run("CREATE (:Thing {id: 'a'}), (:Thing {id: 'b'})"));
    let arrived = 0;
    let meet = () => {};
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const writer = (engine: Engine, first: string, second: string) =>
      engine.write(async (run) => {
        await run('MATCH (n:Thing {id: $id}) SET n.by = $id', { id: first });
        if (++arrived === 2) meet();
        await both;
        await run('MATCH (n:Thing {id: $id}) SET n.by = $id', { id: second });
      });

    const results = await Promise.allSettled([writer(engines[0], 'a', 'b'), writer(engines[1], 'b', 'a')]);
    const lost = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(lost).toEqual([expect.any(WriteConflict)]);
  });

  test('a closed engine says UNAVAILABLE to all that is asked of it, and can be closed again', async () => {
    const engine = await stage.disposable();
    await engine.close();
    await engine.close();

    const asked = [
      engine.read('RETURN 1 AS n'),
      engine.write((run) => run('CREATE (:Late)')),
      engine.schema('CREATE INDEX late IF NOT EXISTS FOR (n:Late) ON (n.id)'),
      engine.searchText('wlate', 1),
    ];
    for (const answer of asked) await expect(answer).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
