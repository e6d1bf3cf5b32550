import { compareText } from './dates.js';
import type { Judgement } from './records.js';

type Ends = Pick<Judgement, 'id' | 'left' | 'right' | 'verdict' | 'withdrawn'>;

/** Records that were judged to be one. */
export interface Component {
  /** The record that stands for all: the one created first, by id among those of one change. */
  readonly canonical: string;
  /** All of them, the canonical one included, sorted. */
  readonly members: readonly string[];
}

/** The connected components over the POSITIVE judgements that stand, of the records in `created` (sequence by id). */
export function componentsOf(judgements: readonly Ends[], created: ReadonlyMap<string, number>): Component[] {
  const rootOf = new Map([...created.keys()].map((id) => [id, id]));
  const find = (id: string): string => {
    const root = rootOf.get(id) ?? id;
    return root === id ? id : find(root);
  };
  for (const { left, right, verdict, withdrawn } of judgements)
    if (verdict === 'POSITIVE' && !withdrawn) rootOf.set(find(left), find(right));
  const members = new Map<string, string[]>();
  for (const id of created.keys()) members.set(find(id), [...(members.get(find(id)) ?? []), id]);
  const age = (id: string) => created.get(id) ?? Number.POSITIVE_INFINITY;
  return [...members.values()].map((ids) => {
    const [canonical = ''] = [...ids].sort((a, b) => age(a) - age(b) || compareText(a, b));
    return { canonical, members: ids.sort(compareText) };
  });
}
