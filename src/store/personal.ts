import { checkedPersonal } from '../domain/personal.js';
import { erasePersonal, writePersonalRows } from './cypher/personal.js';
import type { Personal, Run } from './port.js';

/** Writes personal data within a change; what has neither name nor phone is erased. Throws as `checkedPersonal`. */
export async function writePersonal(run: Run, rows: readonly Personal[]): Promise<void> {
  const isEmpty = ({ name, phone }: Personal) => name === null && phone === null;
  const checked = checkedPersonal(rows);
  const [gone, kept] = [checked.filter(isEmpty), checked.filter((row) => !isEmpty(row))];
  if (kept.length > 0) await run(writePersonalRows, { rows: kept });
  if (gone.length > 0) await run(erasePersonal, { ids: gone.map(({ of }) => of) });
}
