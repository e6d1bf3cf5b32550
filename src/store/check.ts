import { type Known, validateReferences } from '../domain/change-references.js';
import { validateShape } from '../domain/change-set.js';
import { groupBy } from '../domain/collections.js';
import { JejakError, show } from '../domain/errors.js';
import type { Stored } from '../domain/records.js';
import { INVARIANTS } from './cypher/check.js';
import { namesOfRecords } from './cypher/derived.js';
import { recordPage } from './cypher/records.js';
import type { Reader } from './port.js';
import { decodeAsMade } from './rows.js';
import { nameKeysOf } from './write-records.js';

/** One invariant that the stored data breaks. */
export interface Finding {
  /** The invariant, in words. */
  readonly rule: string;
  /** The id of the record that breaks it, or the key that is used twice. */
  readonly subject: string;
  readonly message: string;
}

const PAGE = 1_000;

/**
 * Checks the invariants of the stored data and returns what breaks them, in a fixed order; empty when all hold.
 * Reads the whole store, in pages: each record must be one that could be written (fields, dates, kinds of its
 * references), each dataset key must name one record, each name must lead to its record, and the INVARIANTS between
 * records must hold.
 */
export async function check(reader: Reader): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [rule, query] of Object.entries(INVARIANTS))
    for (const { subject, detail } of await reader.read(query, {}))
      findings.push({ rule, subject, message: detail });
  const keys: Array<{ key: string; id: string }> = [];
  const known = new Map<string, Known>();
  const records: Stored[] = [];
  for await (const page of pages(reader, findings)) {
    records.push(...page);
    findings.push(...(await namesFindings(reader, page)));
    for (const record of page) {
      known.set(record.id, record as Known);
      keys.push(
        ...record.identifiers.map(({ scheme, id }) => ({
          key: `${record.type} ${scheme} ${id}`,
          id: record.id,
        })),
      );
    }
  }
  for (const record of records) findings.push(...recordFindings(record, known));
  for (const [key, uses] of groupBy(keys, (use) => use.key))
    if (uses.length > 1)
      findings.push({
        rule: 'a key names one record',
        subject: key,
        message: uses.map(({ id }) => id).join(', '),
      });
  return findings.sort((a, b) => (`${a.rule}\n${a.subject}` < `${b.rule}\n${b.subject}` ? -1 : 1));
}

async function* pages(reader: Reader, findings: Finding[]): AsyncGenerator<Stored[]> {
  for (let after = ''; ; ) {
    const rows = await reader.read(recordPage, { after, limit: PAGE });
    yield rows.flatMap((row) => {
      try {
        return [decodeAsMade(row)];
      } catch (error) {
        const subject = String(row.properties.id);
        findings.push({ rule: 'a record can be read', subject, message: (error as Error).message });
        return [];
      }
    });
    if (rows.length < PAGE) return;
    after = String(rows.at(-1)?.properties.id);
  }
}

/** The records of a page that the index of names does not know by their names, or knows by others. */
async function namesFindings(reader: Reader, page: readonly Stored[]): Promise<Finding[]> {
  const rows = await reader.read(namesOfRecords, { ids: page.map(({ id }) => id) });
  const found = new Map(rows.map(({ id, keys }) => [id, keys.sort().join(', ')]));
  return page
    .map((record) => ({ id: record.id, wanted: nameKeysOf(record).join(', ') }))
    .filter(({ id, wanted }) => found.get(id) !== wanted)
    .map(({ id, wanted }) => ({
      rule: 'a record is found by its names',
      subject: id,
      message: `found by ${show(found.get(id))}, called ${show(wanted)}`,
    }));
}

function recordFindings(
  { created: _created, updated: _updated, ...record }: Stored,
  known: ReadonlyMap<string, Known>,
): Finding[] {
  try {
    const set = validateShape({ by: 'check', why: 'check', operations: [{ op: 'update', record }] });
    validateReferences(set, known);
    return [];
  } catch (error) {
    if (!(error instanceof JejakError)) throw error;
    return error.problems.map(({ place, value, remedy }) => ({
      rule: 'a record is valid',
      subject: record.id,
      message: `${place.replace(/^operation 1, /, '')}: ${value}; ${remedy}`,
    }));
  }
}
