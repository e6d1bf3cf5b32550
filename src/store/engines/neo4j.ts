import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Transaction } from 'neo4j-driver';
import { JejakError } from '../../domain/errors.js';
import { type Engine, type Parameters, type Row, type Run, type Statement, WriteConflict } from '../port.js';
import { queue } from '../queue.js';

export interface Neo4jOptions {
  readonly uri: string;
  readonly user: string;
  /** Empty: no authentication. */
  readonly password: string;
  readonly database: string;
  /** Milliseconds after which the server ends a transaction. */
  readonly timeout: number;
}

/**
 * Connects to Neo4j. Throws UNAVAILABLE, naming the address and never the password, when no server answers or it
 * refuses the login.
 */
export async function openNeo4j(options: Neo4jOptions): Promise<Engine> {
  const { uri, user, password, database, timeout } = options;
  const auth = password === '' ? undefined : neo4j.auth.basic(user, password);
  const driver = neo4j.driver(uri, auth, {
    useBigInt: true,
    connectionAcquisitionTimeout: 5_000,
    connectionTimeout: 5_000,
    // Our own retry in the store counts attempts and covers both engines.
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  try {
    await driver.verifyConnectivity({ database });
  } catch (error) {
    await driver.close();
    throw new JejakError(
      'UNAVAILABLE',
      `no Neo4j answers at ${uri.replace(/\/\/.*@/, '//')} (database "${database}"); check NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and that it runs`,
      [],
      { cause: error },
    );
  }
  const readAll = (statements: readonly Statement[]) => reading(driver, options, statements);
  const read: Run = async (text, parameters = {}) => (await readAll([{ text, parameters }]))[0] ?? [];
  const inTurn = queue();
  return {
    name: 'neo4j',
    read,
    readAll,
    write: (work) => inTurn(() => writing(driver, options, work)),
    schema: (statement) => autoCommit(driver, database, timeout, statement),
    searchText: (text, limit) => read(SEARCH, { text, limit }),
    // The server keeps its transaction logs as long as whoever runs it has set; a client cannot end that.
    purge: async () => {},
    close: () => driver.close(),
  };
}

const SEARCH = `
CALL db.index.fulltext.queryNodes('thing_search', $text, {limit: $limit}) YIELD node, score
RETURN node.id AS id, score`;

/** In one transaction; the driver sends all statements before it waits for the answer to the first. */
async function reading(
  driver: Driver,
  { database, timeout }: Neo4jOptions,
  statements: readonly Statement[],
): Promise<Row[][]> {
  const session = driver.session({ database, defaultAccessMode: 'READ' });
  try {
    return await session.executeRead(
      (transaction) =>
        Promise.all(statements.map(({ text, parameters }) => runIn(transaction, text, parameters))),
      { timeout },
    );
  } catch (error) {
    throw translate(error);
  } finally {
    await session.close();
  }
}

/** In a transaction of our own: `executeWrite` tries again by itself, a second later, even when told not to. */
async function writing<T>(
  driver: Driver,
  { database, timeout }: Neo4jOptions,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, defaultAccessMode: 'WRITE' });
  try {
    const transaction = await session.beginTransaction({ timeout });
    // Closing the session rolls back what has not been committed.
    const result = await work((text, parameters) => runIn(transaction, text, parameters));
    await transaction.commit();
    return result;
  } catch (error) {
    throw translate(error);
  } finally {
    await session.close();
  }
}

async function runIn(
  transaction: ManagedTransaction | Transaction,
  text: string,
  parameters: Parameters = {},
): Promise<Row[]> {
  const result = await transaction.run(text, encode(parameters) as Parameters);
  return result.records.map((record) => decode(record.toObject()) as Row);
}

/** Schema statements may not share a transaction with data. */
async function autoCommit(
  driver: Driver,
  database: string,
  timeout: number,
  statement: string,
): Promise<void> {
  const session = driver.session({ database });
  try {
    await session.run(statement, {}, { timeout });
  } catch (error) {
    throw translate(error);
  } finally {
    await session.close();
  }
}

/** The driver sends a JavaScript number as a float; whole numbers (LIMIT, sequence numbers) must go as integers. */
function encode(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  return mapValues(value, encode);
}

function decode(value: unknown): unknown {
  if (typeof value === 'bigint') {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      throw new RangeError(`integer ${value} is outside the safe range`);
    return Number(value);
  }
  return mapValues(value, decode);
}

function mapValues(value: unknown, map: (item: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item)]));
  return value;
}

function translate(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code, message } = error;
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed')
    return new JejakError('CONFLICT', 'a record with the same key exists already; use another key', [], {
      cause: error,
    });
  if (/TransactionTimedOut/.test(code))
    return new JejakError(
      'TIMEOUT',
      'the query took longer than the store allows; ask for less at once',
      [],
      {
        cause: error,
      },
    );
  if (
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    /DatabaseUnavailable|NotALeader/.test(code) ||
    // These two have no code of their own.
    /^Pool is closed|acquisition timed out/.test(message)
  )
    return new JejakError('UNAVAILABLE', 'the graph store does not answer; try again in a moment', [], {
      cause: error,
    });
  if (code.startsWith('Neo.TransientError.')) return new WriteConflict('write conflict', { cause: error });
  return new JejakError('INTERNAL_SERVER_ERROR', 'the store could not carry out a query', [], {
    cause: error,
  });
}
