import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newCode, readCode, showCode } from '../../src/auth/pass-code.js';
import { createPass, type NewPass, pictureOf, redeemPass } from '../../src/auth/passes.js';
import { OPERATOR } from '../../src/auth/rights.js';
import { sessionUser } from '../../src/auth/sessions.js';
import { anAuth, DAY, HOUR, MINUTE } from './support.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY';
const codes = fc.constant(null).map(() => newCode());

describe('a code', () => {
  test('is ten letters and digits that cannot be mistaken, and differs each time', () => {
    const many = Array.from({ length: 200 }, newCode);
    for (const code of many) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Y]{10}$/);
    expect(new Set(many).size).toBe(200);
  });

  test('is read however it is typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readCode(showCode(code))).toBe(code);
        expect(readCode(` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code);
        expect(readCode(code.replaceAll('1', 'I').split('').join(' '))).toBe(code);
      }),
    );
  });

  test('with one wrong letter is none', () => {
    fc.assert(
      fc.property(codes, fc.nat(9), fc.constantFrom(...ALPHABET), (code, at, letter) => {
        fc.pre(code[at] !== letter);
        expect(readCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  test('with two letters that changed places is none', () => {
    fc.assert(
      fc.property(codes, fc.nat(8), (code, at) => {
        const [first = '', second = ''] = code.slice(at, at + 2);
        fc.pre(first !== second);
        expect(readCode(code.slice(0, at) + second + first + code.slice(at + 2))).toBeNull();
      }),
    );
  });

  test.each(['', 'x', 'ABCDEFGHJKM', 'ABCDEFGHZ0', 'ABCDEÉGHJK', '💡'.repeat(5)])('%j is none', (text) => {
    expect(readCode(text)).toBeNull();
  });

  test('is shown as a picture for a wall and for a terminal', () => {
    const { svg, text } = pictureOf('ABCDE-FGHJK');
    expect(svg).toMatch(/^<svg [^>]*>.*<\/svg>$/s);
    expect(text).toMatch(/^[ ▀▄█\n]+$/);
  });
});

const PASS: NewPass = {
  event: 'Musrenbang Klojen (invented)',
  grant: { role: 'contributor', place: 'p-klojen' },
  days: 2,
  uses: null,
};

describe('a pass', () => {
  test('signs a guest in by name, with what it grants', async () => {
    const { auth } = await anAuth();
    const { code, pass } = await createPass(auth, OPERATOR, PASS);
    expect(pass).toMatchObject({ by: 'operator', expiresAt: '2026-11-26T08:00:00.000Z', used: 0 });
    expect(JSON.stringify(await auth.accounts.passById(pass.id))).not.toContain(code);
    const { secret, user } = await redeemPass(auth, code.toLowerCase(), ' Bu Sri ', 'x');
    expect(user).toEqual({ id: expect.stringMatching(/^gst-/), name: 'Bu Sri', grants: [PASS.grant] });
    expect(await sessionUser(auth, secret)).toEqual(user);
  });

  test('makes each guest somebody else, also under the same name', async () => {
    const { auth } = await anAuth();
    const { code } = await createPass(auth, OPERATOR, PASS);
    const guests = [await redeemPass(auth, code, 'Sri', 'x'), await redeemPass(auth, code, 'Sri', 'x')];
    expect(guests[0]?.user.id).not.toBe(guests[1]?.user.id);
  });

  test('ends, and the sessions of its guests with it', async () => {
    const { auth, wait } = await anAuth();
    const { code } = await createPass(auth, OPERATOR, { ...PASS, days: 1 });
    const { secret } = await redeemPass(auth, code, 'Sri', 'x');
    for (let hour = 0; hour < 23; hour++) {
      wait(HOUR);
      expect(await sessionUser(auth, secret)).not.toBeNull();
    }
    wait(HOUR);
    expect(await sessionUser(auth, secret)).toBeNull();
    await expect(redeemPass(auth, code, 'Sri', 'x')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('that is taken back ends the sessions of its guests', async () => {
    const { auth } = await anAuth();
    const { code, pass } = await createPass(auth, OPERATOR, PASS);
    const { secret } = await redeemPass(auth, code, 'Sri', 'x');
    await auth.accounts.deletePass(pass.id);
    expect(await sessionUser(auth, secret)).toBeNull();
    await expect(redeemPass(auth, code, 'Sri', 'x')).rejects.toThrow(/ask for a new one/);
  });

  test('is redeemed as often as it says', async () => {
    const { auth } = await anAuth();
    const { code } = await createPass(auth, OPERATOR, { ...PASS, uses: 2 });
    await redeemPass(auth, code, 'Sri', 'x');
    await redeemPass(auth, code, 'Budi', 'x');
    await expect(redeemPass(auth, code, 'Citra', 'x')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('that was mistyped uses nothing up', async () => {
    const { auth } = await anAuth();
    const { code, pass } = await createPass(auth, OPERATOR, { ...PASS, uses: 1 });
    await expect(redeemPass(auth, `${code}X`, 'Sri', 'x')).rejects.toThrow(/code: it was mistyped; compare/);
    await expect(redeemPass(auth, code, ' ', 'x')).rejects.toThrow(/name/);
    expect(await auth.accounts.passById(pass.id)).toMatchObject({ used: 0 });
  });

  test('cannot be guessed from one address without end, while a full room gets in', async () => {
    const { auth, wait } = await anAuth();
    const { code } = await createPass(auth, OPERATOR, PASS);
    for (let guest = 0; guest < 30; guest++) await redeemPass(auth, code, `Guest ${guest}`, 'room');
    const guess = () => redeemPass(auth, newCode(), 'Sri', 'room');
    for (let failure = 0; failure < 10; failure++)
      await expect(guess()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(guess()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await redeemPass(auth, code, 'Sri', 'elsewhere');
    wait(MINUTE);
    await redeemPass(auth, code, 'Sri', 'room');
  });

  test.each([
    [{ days: 8 }, /days: "8"; write a whole number from 1 to 7/],
    [{ days: 0 }, /days: "0"/],
    [{ uses: 0 }, /uses: "0"; write a whole number from 1 to 10000/],
    [{ grant: { role: 'administrator' } }, /role: "administrator"; give contributor or editor/],
    [{ grant: { role: 'reader' } }, /role: "reader"/],
    [{ event: '' }, /event: ""/],
  ] as const)('with %j is refused', async (wrong, message) => {
    const { auth, wait } = await anAuth();
    await expect(createPass(auth, OPERATOR, { ...PASS, ...wrong })).rejects.toThrow(message);
    wait(DAY);
    expect(await auth.accounts.passes('')).toEqual([]);
  });
});
