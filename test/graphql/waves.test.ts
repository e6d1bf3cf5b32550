import { setImmediate as settled } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import type { Services } from '../../src/graphql/context.js';
import { makeContext } from '../../src/graphql/context.js';
import { inWaves } from '../../src/graphql/waves.js';
import { type Question, query } from '../../src/store/port.js';

const nothing = (name: string) => query<Record<string, unknown>>()(name, z.object({}), '');

/** A reader whose reads end when they are told to; `log` says what went out and came back, in order. */
function aReader() {
  const log: string[] = [];
  const answers = new Map<string, (error?: Error) => void>();
  const read = ({ name }: { name: string }) =>
    new Promise<unknown[]>((resolve, reject) => {
      log.push(`${name} out`);
      answers.set(name, (error) => {
        log.push(`${name} back`);
        if (error) reject(error);
        else resolve([]);
      });
    });
  const reader = {
    readAll: (questions: readonly Question[]) => Promise.all(questions.map(({ query }) => read(query))),
    searchText: async () => [],
  };
  return { reader, log, answer: (name: string, error?: Error) => answers.get(name)?.(error) };
}

describe('the reads of a request', () => {
  test('that are asked for together go out together, and what is asked for meanwhile waits for all of them', async () => {
    const { reader, log, answer } = aReader();
    const waves = inWaves(reader);
    const after = waves.reader.read(nothing('slow'), {});
    waves.reader.read(nothing('quick'), {}).then(() => waves.reader.read(nothing('next'), {}));
    await settled();
    answer('quick');
    await settled();
    expect(log).toEqual(['slow out', 'quick out', 'quick back']);
    answer('slow');
    await after;
    await settled();
    expect(log.slice(3)).toEqual(['slow back', 'next out']);
  });

  test('go on after one that failed', async () => {
    const { reader, log, answer } = aReader();
    const waves = inWaves(reader);
    const failing = waves.reader.read(nothing('failing'), {});
    await settled();
    const next = waves.reader.read(nothing('next'), {});
    answer('failing', new Error('lost'));
    await expect(failing).rejects.toThrow('lost');
    await settled();
    answer('next');
    expect(await next).toEqual([]);
    expect(log).toEqual(['failing out', 'failing back', 'next out', 'next back']);
  });

  test('may follow one on another within a batch', async () => {
    const { reader, answer } = aReader();
    const context = makeContext({ reader } as unknown as Services, PUBLIC_USER);
    const found = context.batch('two steps', 'a', async (ids) => {
      await context.reader.read(nothing('first'), {});
      await context.reader.read(nothing('second'), {});
      return new Map(ids.map((id) => [id, `${id}!`]));
    });
    await settled();
    answer('first');
    await settled();
    answer('second');
    expect(await found).toBe('a!');
  });

  test('of one loader go out once, although what asked for them came back at different moments', async () => {
    const { reader, log, answer } = aReader();
    const context = makeContext({ reader } as unknown as Services, PUBLIC_USER);
    const load = (id: string) =>
      context.batch('things', id, async (ids) => {
        await context.reader.read(nothing(`things ${ids}`), {});
        return new Map();
      });
    const all = ['one', 'two'].map(async (name) => {
      await context.reader.read(nothing(name), {});
      return load(name);
    });
    await settled();
    answer('one');
    await settled();
    answer('two');
    await settled();
    answer('things one,two');
    await Promise.all(all);
    expect(log.filter((entry) => entry.endsWith('out'))).toEqual([
      'one out',
      'two out',
      'things one,two out',
    ]);
  });
});
