import { describe, expect, test } from '@jest/globals';
import { checkPassword, hashPassword, isPassword } from '../../src/auth/passwords.js';

const refused = (password: string, login = 'ana'): string => {
  try {
    checkPassword(password, login);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a password', () => {
  test.each([
    ['12 characters', 'abcdefghijkl'],
    ['200 characters', 'ab'.repeat(100)],
    ['spaces and no digit', 'empat kata yang jauh'],
    ['12 characters outside the first plane', '🌶️🌋🚲🎺🧭🪁🛶🍵🧵🪶🥁'],
  ])('of %s is accepted', (_, password) => {
    expect(refused(password)).toBe('accepted');
  });

  test.each([
    ['is empty', '', /0 characters are too few; take 12 to 200/],
    ['has 11 characters', 'abcdefghijk', /11 characters are too few/],
    ['has 201 characters', 'x'.repeat(201), /201 characters are too many/],
    ['has 11 characters once composed', 'e\u0301'.repeat(11), /11 characters are too few/],
    ['is one that everybody tries', 'Password1234', /tried first/],
    ['is one character again and again', 'aaaaaaaaaaaaaa', /tried first/],
  ])('that %s is refused', (_, password, message) => {
    expect(refused(password)).toMatch(message);
  });

  test('that is the login is refused, in whatever case', () => {
    expect(refused('Ana.Planner.Malang', 'ana.planner.malang')).toMatch(/it is the login/);
  });

  test('that is refused stands in no message', () => {
    for (const password of ['short-secret', 'Password1234', 'x'.repeat(300)])
      expect(refused(password, 'short-secret')).not.toContain(password);
  });
});

describe('a hash', () => {
  test('is Argon2id with the parameters of OWASP, as a PHC string', async () => {
    expect(await hashPassword('empat kata yang jauh')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/,
    );
  });

  test('differs each time, and fits its password alone', async () => {
    const [first, second] = [
      await hashPassword('empat kata yang jauh'),
      await hashPassword('empat kata yang jauh'),
    ];
    expect(first).not.toBe(second);
    expect(await isPassword('empat kata yang jauh', first)).toBe(true);
    expect(await isPassword('empat kata yang jauh', second)).toBe(true);
    expect(await isPassword('Empat kata yang jauh', first)).toBe(false);
    expect(await isPassword('', first)).toBe(false);
  });

  test('fits however the accents were typed', async () => {
    const hash = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9');
    expect(await isPassword('cafe\u0301 cafe\u0301 cafe\u0301', hash)).toBe(true);
  });

  test('that is missing fits no password', async () => {
    for (const password of ['', ' ', 'empat kata yang jauh'])
      expect(await isPassword(password, null)).toBe(false);
  });
});
