import { expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { COST_CEILING, measure } from '../../../src/graphql/http/measure.js';
import { smallSchema } from './support.js';

const schema = smallSchema();

function measured(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  return measure(schema, document, operation, variables);
}

test.each([
  ['{ hello }', 1],
  ['{ hello actor { name } }', 2],
  ['{ self { self { hello } } }', 3],
  ['{ ... on Query { ...F } } fragment F on Query { self { ... { hello } } }', 2],
  ['{ self { __schema { types { fields { type { ofType { ofType { name } } } } } } } }', 2],
])('levels of fields: %s has %d', (text, depth) => {
  expect(measured(text).depth).toBe(depth);
});

test.each([
  ['a plain field is 1', '{ hello }', 1],
  ['an object is 1 and its fields', '{ actor { name } }', 2],
  ['a list without a number is taken to have 20 items', '{ actor { friends { name } } }', 1 + 1 + 20],
  [
    'first multiplies what is in each edge',
    '{ actors(first: 5) { edges { node { name } } } }',
    1 + 1 + 5 * 2,
  ],
  ['and nothing beside the edges', '{ actors(first: 5) { totalCount nodes { name } } }', 1 + 1 + 1 + 5],
  ['last does as well', '{ actors(last: 7) { nodes { name } } }', 1 + 1 + 7],
  ['a connection without a number has 20', '{ actors { nodes { name } } }', 1 + 1 + 20],
  ['the default of the schema counts', '{ actor { actors { nodes { name } } } }', 1 + 1 + 1 + 20],
  ['a null is no number', '{ actors(first: null) { nodes { name } } }', 1 + 1 + 20],
  ['nothing and less than nothing count as one', '{ actors(first: -5) { nodes { name } } }', 1 + 1 + 1],
  ['ids have one item each', '{ nodes(ids: ["a", "b", "c"]) { name } }', 1 + 3],
  [
    'fragments are looked into',
    '{ ...F } fragment F on Query { actors(first: 5) { ...N } } fragment N on ActorConnection { nodes { name } }',
    1 + 1 + 5,
  ],
  [
    'a fragment costs what the connection around it asks for',
    '{ a: actors(first: 2) { ...N } b: actors(first: 9) { ...N } } fragment N on ActorConnection { nodes { name } }',
    2 + 2 + 2 + 9,
  ],
  [
    'introspection is not multiplied, but has a price',
    '{ __schema { types { name fields { name } } } }',
    10_000 + 1 + 1 + 1 + 1,
  ],
  [
    'a list of connections of lists multiplies',
    '{ actor { friends { actors(first: 10) { nodes { friends { name } } } } } }',
    1 + 1 + 20 * (1 + 1 + 10 * (1 + 20)),
  ],
])('cost: %s', (_, text, cost) => {
  expect(measured(text).cost).toBe(cost);
});

test('cost: numbers come from variables, then from their defaults', () => {
  const text =
    'query ($n: Int = 3, $ids: [ID!]! = ["a"]) { actors(first: $n) { nodes { name } } nodes(ids: $ids) { name } }';
  expect(measured(text).cost).toBe(2 + 3 + 1 + 1);
  expect(measured(text, { n: 8, ids: ['a', 'b'] }).cost).toBe(2 + 8 + 1 + 2);
  expect(measured(text, { n: null, ids: 'a' }).cost).toBe(2 + 20 + 1 + 20);
});

test('cost: stays a finite integer however large the product', () => {
  const nested = (levels: number): string =>
    levels === 0 ? 'name' : `actors(first: 2147483647) { nodes { ${nested(levels - 1)} } }`;
  expect(measured(`{ actor { ${nested(50)} } }`).cost).toBe(COST_CEILING);
});

test('root fields are counted by the name they answer under, through fragments', () => {
  expect(
    measured('{ hello hello a: hello ...F ...F } fragment F on Query { hello b: hello ... { c: hello } }')
      .rootFields,
  ).toBe(4);
});

test('aliases and directives are counted in the whole document', () => {
  const text = '{ a: hello @skip(if: true) ...F @include(if: true) } fragment F on Query { b: hello hello }';
  expect(measured(text)).toMatchObject({ aliases: 2, directives: 2 });
});

test('variables are measured by their levels', () => {
  expect(measured('{ hello }', { a: 1, b: 'text', c: null }).inputDepth).toBe(0);
  expect(measured('{ hello }', { a: [{ b: 1 }], c: [] }).inputDepth).toBe(2);
});

test('fragments that contain each other twice, 500 deep, are measured within seconds', () => {
  const spread = (n: number) =>
    `fragment F${n} on Query { a: self { ...F${n + 1} } b: self { ...F${n + 1} } }`;
  const text = `{ ...F0 } ${Array.from({ length: 500 }, (_, n) => spread(n)).join(' ')} fragment F500 on Query { hello }`;
  const started = performance.now();
  expect(measured(text)).toMatchObject({ depth: 501, cost: COST_CEILING });
  expect(performance.now() - started).toBeLessThan(3_000);
});

test('fragments that contain themselves come to an end', () => {
  expect(
    measured('{ ...A } fragment A on Query { self { ...B } } fragment B on Query { self { ...A } }').depth,
  ).toBe(2);
});
