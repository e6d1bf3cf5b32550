import { JejakError, type Problem } from '../domain/errors.js';
import { nameKey } from '../domain/names.js';
import { maskPhone, phoneKey } from '../domain/phones.js';
import { personalPage } from './cypher/personal.js';
import type { ForgetRequest, Now, Personal } from './port.js';

const PAGE = 1_000;

/** What of the personal data is the person's: YES, NO, or UNLIKE, which is alike in one thing and not in the other. */
export type Whose = 'YES' | 'NO' | 'UNLIKE';

/**
 * Whether personal data are those of the person sought. A name that is not recorded contradicts none; a number that is
 * not recorded does, because names are shared by many.
 */
export function whose({ name, phone }: Personal, sought: Pick<ForgetRequest, 'name' | 'phone'>): Whose {
  const sameName = sought.name !== null && name !== null && nameKey(name) === nameKey(sought.name);
  const samePhone = sought.phone !== null && phone !== null && phoneKey(phone) === phoneKey(sought.phone);
  if (sought.name === null) return samePhone ? 'YES' : 'NO';
  if (sought.phone === null) return sameName ? 'YES' : 'NO';
  if (samePhone && (sameName || name === null)) return 'YES';
  return samePhone || (sameName && phone === null) ? 'UNLIKE' : 'NO';
}

/** All personal data of records. */
export async function* personalRows(now: Now): AsyncGenerator<Personal> {
  for (let after = ''; ; ) {
    const page = await now.read(personalPage, { after, limit: PAGE });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.of ?? '';
  }
}

/** Throws CONFLICT when a name alone means people with different numbers. */
export function refuseSeveral(
  { name, phone }: Pick<ForgetRequest, 'name' | 'phone'>,
  found: readonly Personal[],
): void {
  if (name === null || phone !== null) return;
  const people = new Map(
    found.flatMap((each) => (each.phone === null ? [] : [[phoneKey(each.phone), maskPhone(each.phone)]])),
  );
  if (people.size < 2) return;
  const numbers = [...people.values()].sort();
  const shown = numbers.slice(0, SHOWN).join(', ');
  throw refusal([
    {
      code: 'CONFLICT',
      place: 'name',
      value: `${people.size} different people have it, by their numbers: ${shown}${numbers.length > SHOWN ? ', …' : ''}`,
      remedy: 'give the phone too',
    },
  ]);
}
const SHOWN = 10;

export function refusal(problems: readonly Problem[]): JejakError {
  return JejakError.ofProblems('The request is refused', problems);
}
