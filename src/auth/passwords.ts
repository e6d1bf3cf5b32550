import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { refusal } from './auth.js';

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 iterations, 1 lane. */
const PARAMETERS = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 };
const SALT_BYTES = 16;

const SHORTEST = 12;
const LONGEST = 200;
/** Of those long enough, the ones that everybody tries first. */
const WORST = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'qwertyuiopas',
  'qwertyuiop123',
  'adminadminadmin',
  'administrator',
  'administrator1',
  'kotamalang123',
  'malangmalang',
  'bismillah123',
  'indonesia123',
  'indonesia1945',
]);

/** The same text whatever keyboard it was typed on. */
const normal = (password: string) => password.normalize('NFC');

/**
 * Throws BAD_USER_INPUT when the password is refused: by its length (NIST SP 800-63B asks for no other rules), because
 * it is the login, or because everybody tries it. The password itself stands in no message.
 */
export function checkPassword(password: string, login: string): void {
  const length = Array.from(normal(password)).length;
  const refuse = (value: string) =>
    refusal(
      'BAD_USER_INPUT',
      'password',
      value,
      `take ${SHORTEST} to ${LONGEST} characters, such as four words that do not belong together`,
    );
  if (length < SHORTEST) throw refuse(`${length} characters are too few`);
  if (length > LONGEST) throw refuse(`${length} characters are too many`);
  const folded = normal(password).toLowerCase();
  if (folded === login) throw refuse('it is the login');
  if (WORST.has(folded) || /^(.)\1*$/u.test(folded)) throw refuse('it is one of those that are tried first');
}

/** As a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$…`. Takes about a tenth of a second, on purpose. */
export function hashPassword(password: string): Promise<string> {
  return argon2id({
    ...PARAMETERS,
    password: normal(password),
    salt: randomBytes(SALT_BYTES),
    outputType: 'encoded',
  });
}

/** The hash of a password that nobody knows. */
const STRANGER =
  '$argon2id$v=19$m=19456,t=2,p=1$Q8IVn4omLMSug7BFW0+XEA$lynyS2D0k0ToAwFthBChJCdbwdw/m9GHigEI+WhiNjo';

/**
 * Whether it is the password of that hash. Without a hash the answer is no and takes as long, so that its delay does
 * not tell which logins exist.
 */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  // The library refuses an empty text.
  const isRight = await argon2Verify({ password: normal(password) || ' ', hash: hash ?? STRANGER });
  return isRight && hash !== null;
}
