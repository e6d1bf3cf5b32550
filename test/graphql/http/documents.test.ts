import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { documentStore } from '../../../src/graphql/http/documents.js';

const document = parse('{ hello }');

test('the documents used last are kept, up to a number', async () => {
  const store = documentStore(2);
  await store.set('a', document);
  await store.set('b', document);
  await store.get('a');
  await store.set('c', document);
  expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual([
    document,
    undefined,
    document,
  ]);
  await store.delete('a');
  expect(await store.get('a')).toBeUndefined();
});

test('a long document is not kept, be it all comments', async () => {
  const store = documentStore();
  await store.set('long', parse(`{ hello } #${'x'.repeat(10_000)}`));
  expect(await store.get('long')).toBeUndefined();
});
