import type { Achievement as AchievementRecord } from '../domain/records.js';
import { achievementsOfAwards } from '../store/cypher/relatives.js';
import { given } from './claim-pages.js';
import { namedFields } from './common.js';
import { connectionOver, type PageArguments } from './connections.js';
import { type Context, recordOfType, requiredRecord } from './context.js';
import type { AchievementResolvers, AwardResolvers, QueryResolvers } from './generated/types.js';
import { claimsField } from './initiative.js';
import { page } from './list-pages.js';
import { byDate, relatives, storyPosition } from './relatives.js';

export const achievementQueries: QueryResolvers = {
  achievement: (_, { id }, context) => recordOfType(context, id, 'achievement'),
  achievements: (_, { filter, orderBy, ...args }, context) =>
    page(context, {
      type: 'achievement',
      key: orderBy?.field === 'NAME' ? 'sortName' : 'sortDate',
      descending: orderBy?.direction === 'DESC',
      args,
      filters: given({
        levels: filter?.level,
        award: filter?.award,
        recipient: filter?.recipient,
        from: filter?.from,
        until: filter?.until,
      }),
    }),
};

const conferrals = (...roles: string[]) => claimsField(['SUBJECT'], { kinds: ['CONFERRAL'], roles });

export const Achievement: AchievementResolvers = {
  ...namedFields,
  award: ({ award }, _, context) => requiredRecord(context, award, 'award'),
  siblings: ({ id, award }, args, context) => achievementsUnder(context, award, id, args),
  recipients: conferrals('RECIPIENT'),
  conferrers: conferrals('CONFERRER'),
  receivers: conferrals('RECEIVER', 'ON_BEHALF_OF'),
  events: conferrals('EVENT'),
};

export const Award: AwardResolvers = {
  ...namedFields,
  achievements: ({ id }, args, context) => achievementsUnder(context, id, null, args),
};

async function achievementsUnder(
  context: Context,
  award: string,
  except: string | null,
  args: PageArguments,
) {
  const all = await relatives<AchievementRecord>(context, 'achievementsOfAwards', award, (ids) =>
    context.reader.read(achievementsOfAwards, { ids }),
  );
  const others = all.filter(({ id }) => id !== except).sort(byDate);
  return connectionOver(others, args, `achievements under ${award} but ${except}`, storyPosition);
}
