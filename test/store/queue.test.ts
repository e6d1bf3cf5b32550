import { expect, test } from '@jest/globals';
import { queue } from '../../src/store/queue.js';

/** A task that ends when it is told to. */
function task(log: string[], name: string) {
  let end: (error?: Error) => void = () => {};
  const run = () => {
    log.push(`${name} begins`);
    return new Promise<string>((resolve, reject) => {
      end = (error) => {
        log.push(`${name} ends`);
        if (error) reject(error);
        else resolve(name);
      };
    });
  };
  return { run, end: (error?: Error) => end(error) };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('tasks run one at a time, in the order in which they come', async () => {
  const log: string[] = [];
  const [a, b] = [task(log, 'a'), task(log, 'b')];
  const inTurn = queue();
  const results = Promise.all([inTurn(a.run), inTurn(b.run)]);
  await soon();
  expect(log).toEqual(['a begins']);
  a.end();
  await soon();
  b.end();

  expect(await results).toEqual(['a', 'b']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('one that fails says so to its own caller, and the next runs', async () => {
  const log: string[] = [];
  const [a, b] = [task(log, 'a'), task(log, 'b')];
  const inTurn = queue();
  const results = Promise.allSettled([inTurn(a.run), inTurn(b.run)]);
  await soon();
  a.end(new Error('broken'));
  await soon();
  b.end();

  expect(await results).toMatchObject([{ reason: { message: 'broken' } }, { value: 'b' }]);
});

test('two queues do not wait for each other', async () => {
  const log: string[] = [];
  const [a, b] = [task(log, 'a'), task(log, 'b')];
  const results = [queue()(a.run), queue()(b.run)];
  await soon();
  expect(log).toEqual(['a begins', 'b begins']);
  a.end();
  b.end();
  await Promise.all(results);
});
