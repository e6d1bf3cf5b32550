import { beforeEach, describe, expect, test } from '@jest/globals';
import { loadDataset } from '../../src/app.js';
import { type Grant, OPERATOR, PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { idOf } from '../../src/domain/ids.js';
import { answer, ask } from '../support/api.js';
import { onEveryEngine } from '../support/engines.js';

/** Who may manage accounts, tokens and passes by the API, in the places and agencies of the invented hamlet. */

const id = (type: 'place' | 'actor', key: string) => idOf(type, 'jejak:hamlet', key);
const [CITY, HAMLET, HALL] = [
  id('place', 'antah-berantah'),
  id('place', 'dusun-khayal'),
  id('place', 'balai-dongeng'),
];
const [CITY_HALL, OFFICE] = [id('actor', 'pemkot'), id('actor', 'dinas-lampu')];
const NOWHERE = 'p-00000000000000000000';

const aUser = (...grants: readonly Grant[]): User => ({ id: 'usr-x', name: 'X (invented)', grants });
const PASSWORD = 'sepasar pedas empat kata';

const CREATE = `mutation ($login: String!, $grants: [GrantInput!]!, $password: String) {
  createAccount(login: $login, name: "Ana (invented)", grants: $grants, password: $password) {
    account { id login name grants { role place { name } agency { name } helix } hasPassword hasIdentity disabled failures lockedUntil }
    userErrors { field code message } } }`;
const UPDATE = `mutation ($login: String!, $grants: [GrantInput!], $disabled: Boolean, $password: String) {
  updateAccount(login: $login, grants: $grants, disabled: $disabled, password: $password) {
    account { disabled grants { role } } userErrors { field code } } }`;
const PASS = `mutation ($grant: GrantInput!, $days: Int! = 1) {
  createPass(event: "Rembuk (invented)", grant: $grant, days: $days, uses: 5) {
    pass { id event uses used by grants { role place { name } } } code qrSvg qrText expiresAt
    userErrors { field code message } } }`;
const TOKEN = `mutation ($grants: [GrantInput!]!, $login: String, $days: Int) {
  createToken(name: "export", grants: $grants, login: $login, days: $days) {
    token { id name expiresAt lastUsedAt grants { role } } secret userErrors { field code message } } }`;

interface Refusals {
  readonly userErrors: ReadonlyArray<{ field: string | null; code: string; message: string }>;
}

onEveryEngine((stage) => {
  beforeEach(async () => {
    await loadDataset(stage.store, 'hamlet');
  });
  const create = (login: string, grants: unknown[] = [], password: string | null = null) =>
    answer<{ createAccount: Refusals & { account: { id: string } | null } }>(
      stage.store,
      CREATE,
      { login, grants, password },
      OPERATOR,
    ).then(({ createAccount }) => createAccount);
  const codeOf = async (source: string, variables: Record<string, unknown>, user: User) =>
    (await ask(stage.store, source, variables, user)).errors[0]?.code;

  describe('an account', () => {
    test('is made with its grants, which name what they are limited to', async () => {
      const grants = [
        { role: 'EDITOR', place: HAMLET, agency: OFFICE, helix: 'GOVERNMENT' },
        { role: 'READER' },
      ];
      expect(await create('Ana', grants, PASSWORD)).toEqual({
        account: {
          id: expect.stringMatching(/^usr-/),
          login: 'ana',
          name: 'Ana (invented)',
          grants: [
            {
              role: 'EDITOR',
              place: { name: 'Dusun Khayal' },
              agency: { name: 'Dinas Lampu Antah-Berantah' },
              helix: 'GOVERNMENT',
            },
            { role: 'READER', place: null, agency: null, helix: null },
          ],
          hasPassword: true,
          hasIdentity: false,
          disabled: false,
          failures: 0,
          lockedUntil: null,
        },
        userErrors: [],
      });
    });

    test('is not made with limits that are no place and no actor, and each is named', async () => {
      const grants = [
        { role: 'EDITOR', place: HAMLET },
        { role: 'EDITOR', place: NOWHERE, agency: HAMLET },
      ];
      const { account, userErrors } = await create('ana', grants);
      expect(account).toBeNull();
      expect(userErrors.map(({ field, code }) => [field, code]).sort()).toEqual([
        ['grants.1.agency', 'NOT_FOUND'],
        ['grants.1.place', 'NOT_FOUND'],
      ]);
    });

    test('is refused in a way that a person can mend, and without its password', async () => {
      await create('ana');
      expect((await create('ana')).userErrors).toMatchObject([{ field: 'login', code: 'CONFLICT' }]);
      const { userErrors } = await create('budi', [], 'short-secret'.slice(0, 8));
      expect(userErrors).toMatchObject([{ field: 'password', code: 'BAD_USER_INPUT' }]);
      expect(JSON.stringify(userErrors)).not.toContain('short-se');
    });

    test('is updated, unlocked and listed by an administrator', async () => {
      await create('budi');
      await create('ana');
      const variables = { login: 'ana', disabled: true, grants: [{ role: 'EDITOR' }] };
      expect(await answer(stage.store, UPDATE, variables, OPERATOR)).toEqual({
        updateAccount: { account: { disabled: true, grants: [{ role: 'EDITOR' }] }, userErrors: [] },
      });
      const lists = '{ all: accounts { login disabled } after: accounts(first: 1, after: "ana") { login } }';
      expect(await answer(stage.store, lists, {}, OPERATOR)).toEqual({
        all: [
          { login: 'ana', disabled: true },
          { login: 'budi', disabled: false },
        ],
        after: [{ login: 'budi' }],
      });
      const unlock =
        'mutation ($login: String!) { unlockAccount(login: $login) { account { failures } userErrors { code } } }';
      expect(await answer(stage.store, unlock, { login: 'ana' }, OPERATOR)).toEqual({
        unlockAccount: { account: { failures: 0 }, userErrors: [] },
      });
      expect(await answer(stage.store, unlock, { login: 'x' }, OPERATOR)).toEqual({
        unlockAccount: { account: null, userErrors: [{ code: 'NOT_FOUND' }] },
      });
    });

    test.each([
      ['accounts', '{ accounts { id } }'],
      ['createAccount', CREATE],
      ['updateAccount', UPDATE],
      ['unlockAccount', 'mutation { unlockAccount(login: "x") { userErrors { code } } }'],
      ['tokens of others', '{ tokens(login: "x") { id } }'],
      ['a token for others', TOKEN],
    ])('is nobody else’s business: %s', async (_, source) => {
      const variables = { login: 'x', grants: [] };
      expect(await codeOf(source, variables, PUBLIC_USER)).toBe('UNAUTHENTICATED');
      expect(await codeOf(source, variables, aUser({ role: 'editor' }))).toBe('FORBIDDEN');
      expect(await codeOf(source, variables, aUser({ role: 'administrator', place: CITY }))).toBe(
        'FORBIDDEN',
      );
    });
  });

  describe('an event pass', () => {
    const pass = (grant: object, user: User, days = 1) =>
      ask<{ createPass: Refusals & { code: string; pass: { id: string } } }>(
        stage.store,
        PASS,
        { grant, days },
        user,
      );

    test('is shown with its code and a picture of it', async () => {
      const { data } = await pass({ role: 'CONTRIBUTOR', place: HALL }, aUser({ role: 'editor' }));
      expect(data.createPass).toEqual({
        pass: {
          id: expect.stringMatching(/^pas-/),
          event: 'Rembuk (invented)',
          uses: 5,
          used: 0,
          by: 'usr-x',
          grants: [{ role: 'CONTRIBUTOR', place: { name: 'Balai Dongeng' } }],
        },
        code: expect.stringMatching(/^[0-9A-Y]{5}-[0-9A-Y]{5}$/),
        qrSvg: expect.stringMatching(/^<svg /),
        qrText: expect.stringContaining('▀'),
        expiresAt: expect.stringMatching(/Z$/),
        userErrors: [],
      });
    });

    const contributor = (limits: object) => ({ role: 'CONTRIBUTOR', ...limits });
    test.each([
      ['an editor of everything', { role: 'editor' }, contributor({}), undefined],
      [
        'an editor of the place',
        { role: 'editor', place: HAMLET },
        contributor({ place: HAMLET }),
        undefined,
      ],
      [
        'an editor of what lies above',
        { role: 'editor', place: CITY },
        contributor({ place: HALL }),
        undefined,
      ],
      [
        'an editor of the agency’s parent',
        { role: 'editor', agency: CITY_HALL },
        contributor({ agency: OFFICE }),
        undefined,
      ],
      [
        'an editor of what lies below',
        { role: 'editor', place: HALL },
        contributor({ place: HAMLET }),
        'FORBIDDEN',
      ],
      ['an editor of a place, without limits', { role: 'editor', place: CITY }, contributor({}), 'FORBIDDEN'],
      [
        'an editor of a place and a helix, without the helix',
        { role: 'editor', place: CITY, helix: 'MEDIA' },
        contributor({ place: HALL }),
        'FORBIDDEN',
      ],
      ['a contributor', { role: 'contributor' }, contributor({}), 'FORBIDDEN'],
    ] as const)('may be given out by whoever could do as much: %s', async (_, held, grant, code) => {
      expect((await pass(grant, aUser(held))).errors[0]?.code).toBe(code);
    });

    test('is refused where a person can mend it', async () => {
      const editor = aUser({ role: 'editor' });
      const refusals = async (grant: object, days = 1) =>
        (await pass(grant, editor, days)).data.createPass.userErrors;
      expect(await refusals({ role: 'ADMINISTRATOR' })).toMatchObject([
        { field: 'role', code: 'BAD_USER_INPUT' },
      ]);
      expect(await refusals(contributor({}), 8)).toMatchObject([{ field: 'days', code: 'BAD_USER_INPUT' }]);
      expect(await refusals(contributor({ place: NOWHERE }))).toMatchObject([{ field: 'grant.0.place' }]);
      expect(await codeOf(PASS, { grant: contributor({}) }, PUBLIC_USER)).toBe('UNAUTHENTICATED');
    });

    test('is not given out by a guest, so that none outlives its event', async () => {
      const guest: User = { id: 'gst-x', name: 'Sri (invented)', grants: [{ role: 'editor' }] };
      expect((await pass(contributor({}), guest)).errors[0]?.code).toBe('FORBIDDEN');
    });

    test('lets guests in until it is taken back, by whoever may', async () => {
      const { data } = await pass(contributor({ place: HALL }), aUser({ role: 'editor', place: CITY }));
      const { code, pass: made } = data.createPass;
      const redeem = (typed: string) =>
        answer(
          stage.store,
          'mutation ($code: String!) { redeemPass(code: $code, name: "Sri (invented)") { viewer { id login name isSignedIn can grants { role } } userErrors { field code } } }',
          { code: typed },
        );
      expect(await redeem(code)).toEqual({
        redeemPass: {
          viewer: {
            id: expect.stringMatching(/^gst-/),
            login: null,
            name: 'Sri (invented)',
            isSignedIn: true,
            can: ['READ', 'PROPOSE', 'COMMENT', 'IMPORT', 'EXPORT'],
            grants: [{ role: 'CONTRIBUTOR' }],
          },
          userErrors: [],
        },
      });
      const listed = async (user: User) =>
        (await answer<{ passes: { used: number }[] }>(stage.store, '{ passes { used } }', {}, user)).passes;
      const stranger = (place: string): User => ({ ...aUser({ role: 'editor', place }), id: 'usr-y' });
      expect(await listed(stranger(CITY))).toEqual([{ used: 1 }]);
      expect(await listed(stranger(NOWHERE))).toEqual([]);
      expect(await listed(PUBLIC_USER)).toEqual([]);

      const revoke = 'mutation ($id: ID!) { revokePass(id: $id) { id userErrors { field code } } }';
      expect(await codeOf(revoke, { id: made.id }, PUBLIC_USER)).toBe('UNAUTHENTICATED');
      expect(await codeOf(revoke, { id: made.id }, stranger(NOWHERE))).toBe('FORBIDDEN');
      expect(await answer(stage.store, revoke, { id: made.id }, stranger(HAMLET))).toEqual({
        revokePass: { id: made.id, userErrors: [] },
      });
      expect(await answer(stage.store, revoke, { id: made.id }, OPERATOR)).toEqual({
        revokePass: { id: null, userErrors: [{ field: 'id', code: 'NOT_FOUND' }] },
      });
      expect(await redeem(code)).toMatchObject({
        redeemPass: { viewer: null, userErrors: [{ field: 'code' }] },
      });
    });
  });

  describe('an API token', () => {
    test('is made by an administrator for a login, listed, and revoked', async () => {
      await create('ana', [{ role: 'CONTRIBUTOR' }]);
      const { createToken } = await answer<{
        createToken: Refusals & { secret: string; token: { id: string } };
      }>(
        stage.store,
        TOKEN,
        { grants: [{ role: 'CONTRIBUTOR', place: HALL }], login: 'ana', days: 30 },
        OPERATOR,
      );
      expect(createToken).toEqual({
        token: {
          id: expect.stringMatching(/^tok-/),
          name: 'export',
          expiresAt: expect.stringMatching(/Z$/),
          lastUsedAt: null,
          grants: [{ role: 'CONTRIBUTOR' }],
        },
        secret: expect.stringMatching(/^jejak_/),
        userErrors: [],
      });
      const list = '{ tokens(login: "ana") { id } }';
      expect(await answer(stage.store, list, {}, OPERATOR)).toEqual({
        tokens: [{ id: createToken.token.id }],
      });
      const revoke = 'mutation ($id: ID!) { revokeToken(id: $id) { id userErrors { code } } }';
      const variables = { id: createToken.token.id };
      expect(await codeOf(revoke, variables, PUBLIC_USER)).toBe('UNAUTHENTICATED');
      expect(await codeOf(revoke, variables, aUser({ role: 'editor' }))).toBe('FORBIDDEN');
      expect(await answer(stage.store, revoke, variables, OPERATOR)).toMatchObject({
        revokeToken: { userErrors: [] },
      });
      expect(await answer(stage.store, revoke, variables, OPERATOR)).toMatchObject({
        revokeToken: { id: null, userErrors: [{ code: 'NOT_FOUND' }] },
      });
      expect(await answer(stage.store, list, {}, OPERATOR)).toEqual({ tokens: [] });
    });

    test('gives no more than the account has', async () => {
      await create('ana', [{ role: 'CONTRIBUTOR' }]);
      const variables = { grants: [{ role: 'EDITOR' }], login: 'ana' };
      expect(await answer(stage.store, TOKEN, variables, OPERATOR)).toMatchObject({
        createToken: { secret: null, userErrors: [{ field: 'grants', code: 'FORBIDDEN' }] },
      });
    });

    test('is for whoever has an account', async () => {
      expect(await codeOf(TOKEN, { grants: [] }, PUBLIC_USER)).toBe('UNAUTHENTICATED');
      expect(await codeOf(TOKEN, { grants: [] }, OPERATOR)).toBe('FORBIDDEN');
      expect(await codeOf('{ tokens { id } }', {}, OPERATOR)).toBe('FORBIDDEN');
    });
  });
});
