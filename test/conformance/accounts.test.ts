import { describe, expect, test } from '@jest/globals';
import type { Account, ApiToken, Pass, Session } from '../../src/store/accounts-port.js';
import { onEveryEngine } from '../support/engines.js';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

const anAccount = (values: Partial<Account> = {}): Account => ({
  id: 'usr-1',
  login: 'ana',
  name: 'Ana (invented)',
  passwordHash: '$argon2id$x',
  grants: '[{"role":"editor"}]',
  identity: null,
  disabled: false,
  failures: 0,
  lockedUntil: null,
  createdAt: at(0),
  ...values,
});

const aSession = (values: Partial<Session> = {}): Session => ({
  hash: 's1',
  holder: 'usr-1',
  guest: null,
  createdAt: at(0),
  expiresAt: at(10),
  ...values,
});

const aToken = (values: Partial<ApiToken> = {}): ApiToken => ({
  id: 'tok-1',
  hash: 't1',
  account: 'usr-1',
  name: 'export script',
  grants: '[{"role":"reader"}]',
  createdAt: at(0),
  expiresAt: null,
  lastUsedAt: null,
  ...values,
});

const aPass = (values: Partial<Pass> = {}): Pass => ({
  id: 'pas-1',
  hash: 'p1',
  event: 'Musrenbang (invented)',
  grants: '[{"role":"contributor"}]',
  by: 'usr-1',
  createdAt: at(0),
  expiresAt: at(10),
  uses: null,
  used: 0,
  ...values,
});

onEveryEngine((stage) => {
  const accounts = () => stage.store.accounts;

  describe('an account', () => {
    test.each([
      ['with everything', anAccount({ identity: 'https://id.example sub', lockedUntil: at(5), failures: 3 })],
      ['with as little as can be', anAccount({ passwordHash: null, grants: '[]', disabled: true })],
    ])('%s comes back as it was written', async (_, account) => {
      await accounts().create(account);
      expect(await accounts().byId('usr-1')).toEqual(account);
      expect(await accounts().byLogin('ana')).toEqual(account);
      if (account.identity !== null) expect(await accounts().byIdentity(account.identity)).toEqual(account);
    });

    test('that does not exist is null', async () => {
      await accounts().create(anAccount());
      expect(await accounts().byId('usr-2')).toBeNull();
      expect(await accounts().byLogin('ANA')).toBeNull();
      expect(await accounts().byIdentity('')).toBeNull();
      expect(await accounts().update('usr-2', { name: 'x' })).toBeNull();
    });

    test.each([
      ['login', anAccount({ id: 'usr-2' })],
      ['id', anAccount({ login: 'budi' })],
      ['identity', anAccount({ id: 'usr-2', login: 'budi', identity: 'i' })],
    ])('has its %s to itself', async (_, second) => {
      await accounts().create(anAccount({ identity: 'i' }));
      await expect(accounts().create(second)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await accounts().list('', 10)).toHaveLength(1);
    });

    test('without an identity stands beside others without one', async () => {
      await accounts().create(anAccount());
      await accounts().create(anAccount({ id: 'usr-2', login: 'budi' }));
      expect(await accounts().list('', 10)).toHaveLength(2);
    });

    test('is updated where it is said, and nowhere else', async () => {
      await accounts().create(anAccount({ identity: 'i', lockedUntil: at(5) }));
      const changes = { name: 'Ana B.', passwordHash: null, lockedUntil: null, disabled: true };
      const expected = { ...anAccount({ identity: 'i' }), ...changes };
      expect(await accounts().update('usr-1', changes)).toEqual(expected);
      expect(await accounts().byId('usr-1')).toEqual(expected);
    });

    test('is listed by login, a page at a time', async () => {
      for (const login of ['citra', 'ana', 'budi'])
        await accounts().create(anAccount({ id: `usr-${login}`, login }));
      const logins = async (after: string, limit: number) =>
        (await accounts().list(after, limit)).map(({ login }) => login);
      expect(await logins('', 2)).toEqual(['ana', 'budi']);
      expect(await logins('budi', 2)).toEqual(['citra']);
    });

    test('stands in neither the records nor the change feed', async () => {
      await accounts().create(anAccount());
      expect(await stage.engine.read('MATCH (n:Thing) RETURN n.id AS id')).toEqual([]);
      expect(await stage.engine.read('MATCH (n:Change) RETURN n.id AS id')).toEqual([]);
    });
  });

  describe('attempts to sign in', () => {
    const lockAfterTwo = (failures: number) => (failures >= 2 ? at(failures) : null);

    test('are counted until the account is locked, and again when that is over', async () => {
      await accounts().create(anAccount());
      const attempt = (minute: number) => accounts().countAttempt('usr-1', at(minute), lockAfterTwo);
      expect(await attempt(0)).toBe(true);
      expect(await attempt(0)).toBe(true);
      expect(await attempt(1)).toBe(false);
      expect(await accounts().byId('usr-1')).toMatchObject({ failures: 2, lockedUntil: at(2) });
      expect(await attempt(2)).toBe(true);
      expect(await accounts().byId('usr-1')).toMatchObject({ failures: 3, lockedUntil: at(3) });
    });

    test('that come at once are each counted', async () => {
      await accounts().create(anAccount());
      const others = await stage.another();
      const tries = [accounts(), others.accounts, accounts(), others.accounts, accounts()];
      const open = await Promise.all(tries.map((on) => on.countAttempt('usr-1', at(0), lockAfterTwo)));
      expect(open.filter(Boolean)).toHaveLength(2);
    });

    test('on no account are refused', async () => {
      expect(await accounts().countAttempt('usr-1', at(0), lockAfterTwo)).toBe(false);
    });
  });

  describe('a session', () => {
    test.each([
      ['of an account', aSession()],
      ['of a guest', aSession({ holder: 'pas-1', guest: { id: 'gst-1', name: 'Bu Sri (invented)' } })],
    ])('%s comes back as it was written', async (_, session) => {
      await accounts().createSession(session);
      expect(await accounts().session('s1')).toEqual(session);
      expect(await accounts().session('s2')).toBeNull();
    });

    test('is extended, and ended', async () => {
      await accounts().createSession(aSession());
      await accounts().extendSession('s1', at(20));
      expect(await accounts().session('s1')).toEqual(aSession({ expiresAt: at(20) }));
      await accounts().deleteSession('s1');
      expect(await accounts().session('s1')).toBeNull();
    });

    test('that has expired goes when another begins', async () => {
      await accounts().createSession(aSession());
      await accounts().createSession(aSession({ hash: 's2', createdAt: at(10), expiresAt: at(20) }));
      expect(await accounts().session('s1')).toBeNull();
      expect(await accounts().session('s2')).not.toBeNull();
    });

    test('ends with the others of its holder, but for the one kept', async () => {
      for (const hash of ['s1', 's2', 's3']) await accounts().createSession(aSession({ hash }));
      await accounts().createSession(aSession({ hash: 's4', holder: 'usr-2' }));
      await accounts().deleteSessionsOf('usr-1', 's2');
      const left = await Promise.all(['s1', 's2', 's3', 's4'].map((hash) => accounts().session(hash)));
      expect(left.map((session) => session !== null)).toEqual([false, true, false, true]);
      await accounts().deleteSessionsOf('usr-1', null);
      expect(await accounts().session('s2')).toBeNull();
    });
  });

  describe('an API token', () => {
    test('comes back by hash and by id, and in the list of its account', async () => {
      const [first, second] = [
        aToken({ expiresAt: at(9) }),
        aToken({ id: 'tok-0', hash: 't2', createdAt: at(1) }),
      ];
      await accounts().createToken(second);
      await accounts().createToken(first);
      await accounts().createToken(aToken({ id: 'tok-3', hash: 't3', account: 'usr-2' }));
      expect(await accounts().tokenByHash('t1')).toEqual(first);
      expect(await accounts().tokenById('tok-0')).toEqual(second);
      expect(await accounts().tokensOf('usr-1')).toEqual([first, second]);
    });

    test('keeps its last use, and can be revoked', async () => {
      await accounts().createToken(aToken());
      await accounts().markTokenUsed('tok-1', at(3));
      expect(await accounts().tokenByHash('t1')).toEqual(aToken({ lastUsedAt: at(3) }));
      await accounts().deleteToken('tok-1');
      expect(await accounts().tokenByHash('t1')).toBeNull();
      expect(await accounts().tokenById('tok-1')).toBeNull();
    });
  });

  describe('an event pass', () => {
    test('is used as often as it says, and told each time', async () => {
      await accounts().createPass(aPass({ uses: 2 }));
      expect(await accounts().usePass('p1', at(1))).toEqual(aPass({ uses: 2, used: 1 }));
      expect(await accounts().usePass('p1', at(2))).toEqual(aPass({ uses: 2, used: 2 }));
      expect(await accounts().usePass('p1', at(3))).toBeNull();
      expect(await accounts().passById('pas-1')).toEqual(aPass({ uses: 2, used: 2 }));
    });

    test('without a number of uses has no end but its time', async () => {
      await accounts().createPass(aPass());
      for (let use = 1; use <= 5; use++)
        expect(await accounts().usePass('p1', at(9))).toMatchObject({ used: use });
      expect(await accounts().usePass('p1', at(10))).toBeNull();
      expect(await accounts().usePass('p2', at(1))).toBeNull();
    });

    test('gives its last use to one of those who come at once', async () => {
      await accounts().createPass(aPass({ uses: 1 }));
      const others = await stage.another();
      const tries = [accounts(), others.accounts, accounts(), others.accounts];
      const got = await Promise.all(tries.map((on) => on.usePass('p1', at(1))));
      expect(got.filter((pass) => pass !== null)).toHaveLength(1);
    });

    test('is listed while it holds', async () => {
      await accounts().createPass(aPass({ id: 'pas-2', hash: 'p2', createdAt: at(1), expiresAt: at(20) }));
      await accounts().createPass(aPass());
      const ids = async (minute: number) => (await accounts().passes(at(minute))).map(({ id }) => id);
      expect(await ids(5)).toEqual(['pas-1', 'pas-2']);
      expect(await ids(10)).toEqual(['pas-2']);
    });

    test('that is taken back ends the sessions of its guests', async () => {
      await accounts().createPass(aPass());
      await accounts().createSession(aSession({ holder: 'pas-1', guest: { id: 'gst-1', name: 'Sri' } }));
      await accounts().createSession(aSession({ hash: 's2' }));
      await accounts().deletePass('pas-1');
      expect(await accounts().passById('pas-1')).toBeNull();
      expect(await accounts().session('s1')).toBeNull();
      expect(await accounts().session('s2')).not.toBeNull();
    });
  });
});
