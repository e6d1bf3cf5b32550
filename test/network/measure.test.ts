import { expect, it } from '@jest/globals';
import { type Columns, ofNetwork, perNode, valueAsJson } from '../../src/network/measure.js';
import { buildNetwork } from '../../src/network/simple-network.js';

const { network } = buildNetwork({ ids: ['a', 'b'], ties: [] });
const nodes = (columns: Columns) => valueAsJson(network, { of: 'NODES', nodes: Uint32Array.of(1), columns });

it('writes a value of the network as it is', () => expect(valueAsJson(network, ofNetwork([1]))).toEqual([1]));

it('writes one number a node by its id, null for what is undefined', () => {
  expect(valueAsJson(network, perNode(Float64Array.of(1, Number.NaN)))).toEqual({ a: 1, b: null });
});

it('writes pairs with the smaller id first', () => {
  const columns = { value: Float64Array.of(3) };
  expect(valueAsJson(network, { of: 'PAIRS', pairs: [[1, 0]], columns })).toEqual({ 'a|b': 3 });
});

it('puts columns of one member together, whatever else is in their names', () => {
  const [one, two] = [Float64Array.of(1), Float64Array.of(Number.NaN)];
  expect(nodes({ 'counts.Mr. Hi': one, 'counts.low': two, total: one })).toEqual({
    b: { counts: { 'Mr. Hi': 1, low: null }, total: 1 },
  });
  expect(nodes({ value: one, other: one })).toEqual({ b: { value: 1, other: 1 } });
});
