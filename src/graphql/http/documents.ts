import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Documents kept, and the longest text that is worth keeping (UTF-16 units). */
const MOST = 200;
const LONGEST = 10_000;

/**
 * Documents that were parsed and found valid, the last used ones. In place of Apollo's own store, which weighs a
 * document by its fields alone: a megabyte of comments, kept alive by the document, counts nothing there.
 */
export function documentStore(most = MOST): DocumentStore {
  const kept = new Map<string, DocumentNode>();
  return {
    get: async (key) => {
      const document = kept.get(key);
      if (document === undefined) return undefined;
      kept.delete(key);
      kept.set(key, document);
      return document;
    },
    set: async (key, document) => {
      if ((document.loc?.source.body.length ?? 0) > LONGEST) return;
      kept.set(key, document);
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
    delete: async (key) => kept.delete(key),
  };
}
