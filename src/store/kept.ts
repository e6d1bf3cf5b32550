import { referencedIds } from '../domain/change-references.js';
import { byId } from '../domain/collections.js';
import { JejakError } from '../domain/errors.js';
import { changeId, changeSequence } from '../domain/ids.js';
import { keptAccounts, keptPasses, keptTokens } from './cypher/accounts.js';
import { type ChangeRow, changesByIds, keptChanges, lastSequence } from './cypher/changes.js';
import { mappingPage } from './cypher/mappings.js';
import { personalOf, personalPage } from './cypher/personal.js';
import { keptProposals } from './cypher/proposals.js';
import { createdAfter } from './cypher/records.js';
import type {
  AppliedOperation,
  KeptChange,
  KeptProposal,
  KeptRows,
  MappingRow,
  Personal,
  Query,
  Reader,
  RequestKey,
} from './port.js';
import { decodeProposal } from './proposals.js';

/**
 * All that the store keeps, a page at a time: for dumps. What derives from the changes is not in it. Each function leaves
 * out what came after the change numbered `until`, so that what is read while others write fits together.
 */

const PAGE = 500;
/** Operations that are in memory at once, unless a single change has more. */
const OPERATIONS = 2_000;

/** The number of the last change; 0 in a store that was never written. */
export async function sequenceOf(reader: Reader): Promise<number> {
  const [last] = await reader.read(lastSequence, {});
  return last?.sequence ?? 0;
}

/** The changes after `after` (0: from the first on) to `until`, in order. Throws CONFLICT when one is missing. */
export async function* changesUntil(reader: Reader, until: number, after = 0): AsyncGenerator<KeptChange> {
  for (let from = after + 1; from <= until; from += PAGE) {
    const length = Math.min(PAGE, until - from + 1);
    const ids = Array.from({ length }, (_, index) => changeId(from + index));
    const rows = byId(await reader.read(changesByIds, { ids }));
    for (const portion of portions(ids, rows)) yield* keptByIds(reader, portion);
  }
}

/** Ids in runs of about OPERATIONS operations. */
function portions(ids: readonly string[], rows: ReadonlyMap<string, ChangeRow>): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const count = rows.get(id)?.operationCount ?? 0;
    if (found.length === 0 || count > room) {
      found.push([]);
      room = OPERATIONS;
    }
    found.at(-1)?.push(id);
    room -= count;
  }
  return found;
}

async function* keptByIds(reader: Reader, ids: readonly string[]): AsyncGenerator<KeptChange> {
  const rows = byId(await reader.read(keptChanges, { ids }));
  for (const id of ids) {
    const row = rows.get(id);
    if (row === undefined)
      throw new JejakError('CONFLICT', `change ${id} is missing in the store; run "jejak check"`);
    const { operations, operationCount: _, key, digest, ...change } = row;
    yield {
      ...change,
      key: requestKey(key, digest),
      operations: JSON.parse(operations) as AppliedOperation[],
    };
  }
}

const requestKey = (key: string | null, digest: string | null): RequestKey | null =>
  key === null || digest === null ? null : { key, digest };

/** Personal data, in the order of the ids of their records. */
export async function* personalUntil(reader: Reader, until: number): AsyncGenerator<Personal> {
  for await (const page of pagesOf((after) => reader.read(personalPage, { after, limit: PAGE }), 'of')) {
    const later = await idsAfter(
      reader,
      page.map(({ of }) => of),
      until,
    );
    yield* page.filter(({ of }) => !later.has(of));
  }
}

/** Mappings, in the order of their names. */
export async function* mappings(reader: Reader): AsyncGenerator<MappingRow> {
  for await (const page of pagesOf((after) => reader.read(mappingPage, { after, limit: PAGE }), 'name'))
    yield* page;
}

/** Accounts, then the tokens and the passes that let in beside them, each in the order of their ids. */
export async function* accounts(reader: Reader): AsyncGenerator<Item<'account' | 'token' | 'pass'>> {
  const pages = <R extends { id: string }>(query: Query<Page, R>) =>
    pagesOf((after) => reader.read(query, { after, limit: PAGE }), 'id');
  for await (const page of pages(keptAccounts)) for (const value of page) yield { kind: 'account', value };
  for await (const page of pages(keptTokens)) for (const value of page) yield { kind: 'token', value };
  for await (const page of pages(keptPasses)) for (const value of page) yield { kind: 'pass', value };
}

type Page = { readonly after: string; readonly limit: number };
type Item<K extends keyof KeptRows> = {
  readonly [E in K]: { readonly kind: E; readonly value: KeptRows[E] };
}[K];

async function* pagesOf<K extends string, R extends Record<K, string>>(
  read: (after: string) => Promise<R[]>,
  key: K,
): AsyncGenerator<R[]> {
  for (let after = ''; ; ) {
    const page = await read(after);
    yield page;
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return;
    after = last[key];
  }
}

/** Proposals in the order in which they came, each as it stood after the change `until`. */
export async function* proposalsUntil(reader: Reader, until: number): AsyncGenerator<KeptProposal> {
  for (let last = { at: '', id: '' }; ; ) {
    const rows = await reader.read(keptProposals, { key: last.at, id: last.id, limit: PAGE });
    const page = rows.map(({ requestKey: key, digest, ...row }): KeptProposal => {
      return { ...decodeProposal(row), key: requestKey(key, digest) };
    });
    const later = await idsAfter(reader, page.flatMap(restsOn), until);
    for (const proposal of page)
      if (!restsOn(proposal).some((id) => later.has(id))) yield await asOf(reader, proposal, until);
    const end = page.at(-1);
    if (page.length < PAGE || end === undefined) return;
    last = end;
  }
}

/** The records that were there when it was proposed. */
function restsOn({ operations }: KeptProposal): string[] {
  const created = new Set(operations.filter(({ op }) => op === 'create').map(({ record }) => record.id));
  return referencedIds({ operations }).filter((id) => !created.has(id));
}

/** Takes back what later changes have accepted of it; personal data that went with them are with it again. */
async function asOf(reader: Reader, proposal: KeptProposal, until: number): Promise<KeptProposal> {
  const isLater = ({ change }: KeptProposal['verdicts'][number]) =>
    change !== null && (changeSequence(change) ?? 0) > until;
  const reopened = proposal.verdicts
    .filter(isLater)
    .flatMap(({ operation }) => proposal.operations[operation - 1]?.record.id ?? []);
  if (reopened.length === 0) return proposal;
  const personal = await reader.read(personalOf, { ids: reopened });
  return {
    ...proposal,
    personal: [...proposal.personal, ...personal],
    verdicts: proposal.verdicts.filter((verdict) => !isLater(verdict)),
  };
}

/** Those of the records that were created after that change. */
async function idsAfter(reader: Reader, ids: readonly string[], sequence: number): Promise<Set<string>> {
  const rows = ids.length === 0 ? [] : await reader.read(createdAfter, { ids, sequence });
  return new Set(rows.map(({ id }) => id));
}
