import DataLoader from 'dataloader';
import type { Auth } from '../auth/auth.js';
import { type Action, can, type Subject, type User } from '../auth/rights.js';
import { JejakError, show } from '../domain/errors.js';
import type { MergeableType } from '../domain/identity.js';
import type { Candidate } from '../domain/identity-candidates.js';
import { typeOfId } from '../domain/ids.js';
import type { RecordType } from '../domain/kinds.js';
import type { Stored } from '../domain/records.js';
import type { Graph } from '../network/graph.js';
import { standingRecords } from '../store/cypher/records.js';
import type { BatchReader, Change, Reader, Writer } from '../store/port.js';
import { decodeRecord } from '../store/rows.js';
import type { Feed } from './feed.js';
import { inWaves } from './waves.js';

/** What lasts as long as the process, and every request shares. */
export interface Services {
  readonly reader: BatchReader;
  /** The door for writing; resolvers go through it by `submit`, which looks at rights. */
  readonly writer: Writer;
  readonly engine: string;
  /** Accounts, sessions and what else lets people in. */
  readonly auth: Auth;
  readonly version: string;
  /** The network in memory, as of the last change. */
  readonly graph: () => Promise<Graph>;
  /** Records of a type that may be the same, best first, as of the last change. */
  readonly candidates: (type: MergeableType) => Promise<readonly Candidate[]>;
  /** Tells of changes as they are committed. */
  readonly feed: Feed;
  /** Loads a dataset that comes with Jejak; null when nothing was missing. */
  readonly loadDataset: (name: 'malang' | 'hamlet') => Promise<Change | null>;
}

/** The other end of a request. */
export interface Client {
  /** By which attempts to get in are counted. */
  readonly address: string;
  /** The secret of its session; null: it has none. */
  readonly session: string | null;
  /** Gives it a session to keep, or takes the one it has; a client without a place for it is told in the answer. */
  setSession(secret: string | null): void;
}

/** A caller in this process. */
const IN_PROCESS: Client = { address: 'here', session: null, setSession: () => {} };

/** Of a caller who waits for as long as it takes. */
const NEVER = new AbortController().signal;

/** Loads many things at once, by id; ids without an answer are left out. */
export type LoadMany<T> = (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;

/** What the resolvers of one request see. They never see the store: what they read goes through a loader. */
export interface Context extends Omit<Services, 'reader'> {
  /** Its reads go out in waves, with those of the loaders. */
  readonly reader: Reader;
  /** Who asks. */
  readonly user: User;
  readonly client: Client;
  /** Aborted once nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  may(action: Action, subject: Subject): boolean;
  /**
   * One round trip for all ids that a level of the query asks of the same `key`. The answer is re-keyed by id, so a
   * missing row is an explicit undefined and never shifts its neighbours.
   */
  batch<T>(key: string, id: string, load: LoadMany<T>): Promise<T | undefined>;
  /** The record that stands for the id: the one itself, or the one that it was merged into. */
  record(id: string): Promise<Stored | null>;
  /** Forgets what was read: something was written since. */
  forget(): void;
  /** Remembers records that came along with others. */
  prime(records: Iterable<Stored>): void;
}

/**
 * The context of one request. Once `signal` is aborted (time is up, the client has left) nothing more is read, so that
 * what is left of the request ends at its next round trip.
 */
export function makeContext(
  services: Services,
  user: User,
  signal: AbortSignal = NEVER,
  client: Client = IN_PROCESS,
): Context {
  const { reader, schedule } = inWaves({
    readAll: async (questions) => {
      signal.throwIfAborted();
      return services.reader.readAll(questions);
    },
    searchText: async (grams, limit) => {
      signal.throwIfAborted();
      return services.reader.searchText(grams, limit);
    },
  });
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const batch = <T>(key: string, id: string, load: LoadMany<T>): Promise<T | undefined> => {
    let loader = loaders.get(key) as DataLoader<string, T | undefined> | undefined;
    if (loader === undefined) {
      loader = new DataLoader(
        async (ids) => {
          const found = await load(ids);
          return ids.map((each) => found.get(each));
        },
        { batchScheduleFn: schedule },
      );
      loaders.set(key, loader);
    }
    return loader.load(id);
  };
  const records = new DataLoader<string, Stored | null>(
    async (ids) => {
      const rows = await reader.read(standingRecords, { ids });
      const found = new Map(rows.map((row) => [row.asked, decodeRecord(row)]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { batchScheduleFn: schedule },
  );
  return {
    ...services,
    reader,
    user,
    client,
    signal,
    may: (action, subject) => can(user, action, subject),
    batch,
    record: (id) => records.load(id),
    forget: () => {
      records.clearAll();
      loaders.clear();
    },
    prime: (list) => {
      for (const record of list) records.prime(record.id, record);
    },
  };
}

/**
 * The record of that id and type, or null: an id of another type is not found, without asking the store, and what was
 * withdrawn is not shown.
 */
export async function recordOfType<T extends RecordType>(
  context: Context,
  id: string,
  type: T,
): Promise<(Stored & { type: T }) | null> {
  const record = typeOfId(id) === type ? await context.record(id) : null;
  return record === null || record.withdrawn ? null : (record as Stored & { type: T });
}

/** As `recordOfType`, for a reference that the store guarantees. */
export async function requiredRecord<T extends RecordType>(
  context: Context,
  id: string,
  type: T,
): Promise<Stored & { type: T }> {
  const record = (await context.record(id)) as (Stored & { type: T }) | null;
  if (record?.type !== type) throw new Error(`record ${id} of type ${type} is referred to, and missing`);
  return record;
}

export function notFound(place: string, id: string, remedy: string): JejakError {
  return JejakError.ofProblems('Not found', [{ code: 'NOT_FOUND', place, value: show(id), remedy }]);
}
