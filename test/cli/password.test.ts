import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { readHidden } from '../../src/cli/password.js';

/** A terminal on which that is typed, and what it shows. */
function aTerminal(...typed: readonly string[]) {
  const modes: boolean[] = [];
  const stream = new PassThrough();
  for (const text of typed) stream.write(text);
  stream.end();
  const shown: string[] = [];
  const terminal = Object.assign(stream, { isTTY: true, setRawMode: (on: boolean) => modes.push(on) });
  const ask = () => readHidden(terminal, { write: (text) => shown.push(text) }, 'password: ');
  return { ask, modes, shown };
}

describe('a password that is typed', () => {
  test('is read up to the end of the line, and not shown', async () => {
    const { ask, modes, shown } = aTerminal('rahasia ', 'dapur\r', '');
    expect(await ask()).toBe('rahasia dapur');
    expect(shown.join('')).toBe('password: \n');
    expect(modes).toEqual([true, false]);
  });

  test.each([
    ['a letter taken back', 'rahasiax\u007f\r', 'rahasia'],
    ['more taken back than there is', '\u007f\u007fa\b\bb\r', 'b'],
    ['an accent in one letter', 'caf\u00e9\n', 'caf\u00e9'],
    ['an end without a line break', 'rahasia', 'rahasia'],
    ['Ctrl-D', 'rahasia\u0004more', 'rahasia'],
  ])('may have %s', async (_, typed, expected) => {
    expect(await aTerminal(typed).ask()).toBe(expected);
  });

  test('that is broken off leaves the terminal as it was', async () => {
    const { ask, modes } = aTerminal('rah\u0003');
    await expect(ask()).rejects.toThrow('interrupted; nothing was changed');
    expect(modes).toEqual([true, false]);
  });

  test('is asked for again on the same terminal', async () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
    const ask = () => readHidden(stream, { write: () => {} }, '');
    stream.write('first\r');
    expect(await ask()).toBe('first');
    stream.write('second\r');
    expect(await ask()).toBe('second');
  });
});
