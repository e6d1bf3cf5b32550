import { HELIXES, type Helix } from './kinds.js';
import type { Actor } from './records.js';

/** Which helixes take part, and who stands for each. Cohorts and persons count like organizations: as one actor. */
export interface Coverage {
  /** One entry for each helix, in the order of HELIXES; actors sorted as given, each once. */
  readonly helixes: ReadonlyArray<{ readonly helix: Helix; readonly actors: readonly Actor[] }>;
  readonly present: readonly Helix[];
  readonly absent: readonly Helix[];
}

export function coverageOf(actors: readonly Actor[]): Coverage {
  const distinct = [...new Map(actors.map((actor) => [actor.id, actor])).values()];
  const helixes = HELIXES.map((helix) => ({
    helix,
    actors: distinct.filter((actor) => actor.helix === helix),
  }));
  return {
    helixes,
    present: helixes.filter(({ actors: found }) => found.length > 0).map(({ helix }) => helix),
    absent: helixes.filter(({ actors: found }) => found.length === 0).map(({ helix }) => helix),
  };
}
