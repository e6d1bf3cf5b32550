import { type DocumentNode, type GraphQLSchema, graphql, print } from 'graphql';
import { servicesOf } from '../../src/app.js';
import { PUBLIC_USER, type User } from '../../src/auth/rights.js';
import { makeContext } from '../../src/graphql/context.js';
import { buildSchema } from '../../src/graphql/schema.js';
import type { BatchReader, Store } from '../../src/store/port.js';

export const schema: GraphQLSchema = buildSchema();

export interface Answer<T> {
  readonly data: T;
  readonly errors: ReadonlyArray<{ message: string; code: unknown }>;
  /** The names of the queries that the answer took, in order. */
  readonly trips: readonly string[];
}

/** Asks the API in process, as one request of that user, and counts its round trips to the store. */
export async function ask<T = never>(
  store: Store,
  source: string | DocumentNode,
  variables: Record<string, unknown> = {},
  user: User = PUBLIC_USER,
): Promise<Answer<T>> {
  const trips: string[] = [];
  const reader: BatchReader = {
    read: (query, parameters) => {
      trips.push(query.name);
      return store.read(query, parameters);
    },
    readAll: (questions) => {
      trips.push(...questions.map(({ query }) => query.name));
      return store.readAll(questions);
    },
    searchText: (grams, limit) => {
      trips.push('searchText');
      return store.searchText(grams, limit);
    },
  };
  const context = makeContext({ ...servicesOf(store), reader }, user);
  const text = typeof source === 'string' ? source : print(source);
  const result = await graphql({ schema, source: text, variableValues: variables, contextValue: context });
  const errors = (result.errors ?? []).map(({ message, originalError }) => ({
    message,
    code: (originalError as { code?: unknown } | undefined)?.code,
  }));
  return { data: result.data as T, errors, trips };
}

/** As `ask`, for a question that must be answered without an error. */
export async function answer<T>(
  store: Store,
  source: string | DocumentNode,
  variables: Record<string, unknown> = {},
  user: User = PUBLIC_USER,
): Promise<T> {
  const { data, errors } = await ask<T>(store, source, variables, user);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}
