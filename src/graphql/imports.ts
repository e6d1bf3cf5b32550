import { NeedsReview, permit } from '../auth/permit.js';
import { requireRight } from '../auth/require.js';
import { can, type Subject, type User } from '../auth/rights.js';
import { limitsOf } from '../auth/subjects.js';
import { changeOfKey, revertedChanges } from '../store/cypher/changes.js';
import { proposalOfKey } from '../store/cypher/proposals.js';
import type { Plan, Reader, RequestKey, Writer } from '../store/port.js';
import { decodeProposal } from '../store/proposals.js';
import type { Earlier, Write } from '../transfer/batches.js';
import { type ImportReport, importFile, type RefusedRow } from '../transfer/import.js';
import { mappingOf, TEMPLATE } from '../transfer/mappings.js';
import { accountOf } from './submit.js';

/** Importing in the name of a user: what may be written is, and the rest waits for a review. */

/** The most rows of a file of which all waits for a review: they make one proposal, which people read. */
const PROPOSED_ROWS = 2_000;

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
  const edits = can(user, 'write', anywhere);
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
    earlier: (key) => earlierOf(store, key),
    comparesPersonal: edits,
    // One proposal cannot point at what another one would make, so what waits for a review stays together.
    ...(edits ? {} : { batchRows: PROPOSED_ROWS, mostRows: PROPOSED_ROWS }),
    ...(edits && batchRows !== undefined ? { batchRows } : {}),
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

async function earlierOf(reader: Reader, { key }: RequestKey): Promise<Earlier | null> {
  const [change] = await reader.read(changeOfKey, { key });
  if (change !== undefined) {
    const reverted = await reader.read(revertedChanges, { ids: [change.id] });
    return { state: reverted.length > 0 ? 'REVERTED' : 'APPLIED' };
  }
  const [row] = await reader.read(proposalOfKey, { key });
  if (row === undefined) return null;
  const { operations } = decodeProposal(row);
  return { state: 'PROPOSED', records: new Set(operations.map(({ record }) => record.id)) };
}
