import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTOR, buildNetwork, INITIATIVE } from '../../src/network/simple-network.js';
import { twoModeNetwork } from '../../src/network/two-mode-network.js';

test('rows of incidence make the network that their ids would', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const modes = Uint8Array.from(ids, (id) => (id < 'd' ? ACTOR : INITIATIVE));
  const rows = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 3, max: 5 })), { maxLength: 20 });
  fc.assert(
    fc.property(rows, (ties) => {
      const { network, counts } = twoModeNetwork(
        ids,
        modes,
        Uint32Array.from(ties, ([actor]) => actor),
        Uint32Array.from(ties, ([, other]) => other),
      );
      const expected = buildNetwork({
        ids,
        ties: ties.map(([actor, other]) => [ids[actor] as string, ids[other] as string, 1]),
        modeOf: (id) => (id < 'd' ? ACTOR : INITIATIVE),
      });
      const weights = expected.network.weights.map(() => 1);
      expect([network, counts]).toEqual([{ ...expected.network, weights }, expected.counts]);
    }),
  );
});
