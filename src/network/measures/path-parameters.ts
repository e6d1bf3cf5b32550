import { z } from 'zod';

/** Parameters of the measures that follow shortest paths. */
export const PIVOTS = z.strictObject({
  pivots: z
    .number()
    .int()
    .min(1)
    .nullable()
    .default(null)
    .describe(
      'From how many nodes, drawn at random, shortest paths are followed; the figures are then estimates. Null: from all, exact.',
    ),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .default(1)
    .describe('What the draw of pivots begins from.'),
});

export type Pivots = z.infer<typeof PIVOTS>;
