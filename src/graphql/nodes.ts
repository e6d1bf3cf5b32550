import { typeOfId } from '../domain/ids.js';
import { asNode, changeById } from './common.js';
import type { Context } from './context.js';
import type { NodeModel } from './models.js';
import { proposalById } from './proposals.js';

/** Anything that has an id, as whoever asks may see it: what was withdrawn is not shown. */
export async function nodeById(context: Context, id: string): Promise<NodeModel | null> {
  const type = typeOfId(id);
  if (type === null) return null;
  if (type === 'change') return changeById(context, id);
  if (type === 'proposal') return proposalById(context, id);
  const record = await context.record(id);
  return record === null || record.withdrawn ? null : asNode(record);
}
