import { NeedsReview, permit } from '../auth/permit.js';
import { requireRight } from '../auth/require.js';
import type { Subject, User } from '../auth/rights.js';
import { limitsOf } from '../auth/subjects.js';
import { changeOfKey, revertedChanges } from '../store/cypher/changes.js';
import { proposalOfKey } from '../store/cypher/proposals.js';
import type { Plan, Reader, RequestKey, Writer } from '../store/port.js';
import { type ImportReport, importFile, type RefusedRow, type Write } from '../transfer/import.js';
import { mappingOf, TEMPLATE } from '../transfer/mappings.js';
import { accountOf } from './submit.js';

/** Importing in the name of a user: what may be written is, and the rest waits for a review. */

export interface ImportRequest {
  /** Where the file lies on this machine. */
  readonly path: string;
  /** Its name as people know it. */
  readonly name: string;
  /** The name of a mapping, or one written out as JSON; the template's when left out. */
  readonly mapping?: string;
  /** Namespace of the keys in a filled template; that of the user when left out. */
  readonly scheme?: string;
  /** False: a dry run. */
  readonly apply: boolean;
  readonly why?: string;
  readonly batchRows?: number;
}

export interface ImportHooks {
  readonly signal?: AbortSignal;
  readonly onProgress?: (report: ImportReport) => void;
  readonly onRefused?: (row: RefusedRow) => void | Promise<void>;
}

/**
 * Imports a file in the name of a user. Throws UNAUTHENTICATED or FORBIDDEN for whoever may not, NOT_FOUND for a mapping
 * that does not exist, and what `importFile` throws.
 */
export async function importAs(
  user: User,
  store: Reader & Writer,
  request: ImportRequest,
  hooks: ImportHooks = {},
): Promise<ImportReport> {
  const anywhere: Subject = { type: 'mapping', ...limitsOf(user) };
  requireRight(user, 'import', anywhere, 'importing a file');
  const { path, name, apply, why = `impor ${name}`, batchRows } = request;
  const scheme = request.scheme ?? `${TEMPLATE}:${user.id}`;
  const mapping = await mappingOf(store, request.mapping ?? TEMPLATE, scheme);
  return importFile({
    path,
    name,
    mapping,
    reader: store,
    why,
    user: user.id,
    write: apply ? writeAs(user, store) : null,
    wasWritten: (key) => wasWritten(store, key),
    comparesPersonal: user.grants.some(({ role }) => role === 'editor' || role === 'administrator'),
    ...(batchRows === undefined ? {} : { batchRows }),
    ...hooks,
  });
}

function writeAs(user: User, writer: Writer): Write {
  return async (planned, key) => {
    const signed = { ...planned, by: user.name, account: accountOf(user) };
    const plan: Plan = async (now) => {
      await permit(now, user, signed);
      return signed;
    };
    try {
      return { change: await writer.change(plan, key), proposal: null };
    } catch (error) {
      if (!(error instanceof NeedsReview)) throw error;
      return { change: null, proposal: await writer.propose(async () => signed, key) };
    }
  };
}

/** Whether that batch is in the store, or waits for a review; one that was taken back is not. */
async function wasWritten(reader: Reader, { key }: RequestKey): Promise<boolean> {
  const [change] = await reader.read(changeOfKey, { key });
  if (change !== undefined) return (await reader.read(revertedChanges, { ids: [change.id] })).length === 0;
  return (await reader.read(proposalOfKey, { key })).length > 0;
}
