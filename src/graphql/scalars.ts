import { GraphQLError } from 'graphql';
import { isDay } from '../domain/dates.js';
import { show } from '../domain/errors.js';

/** Behaviour of the `Date` scalar: a calendar day as text. */
export const day = { serialize: String, parseValue: readDay, parseLiteral: readDayLiteral };

/** Behaviour of the `DateTime` scalar, which is only ever put out. */
export const moment = { serialize: String };

function readDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError(`${show(value)} is not a day; write it as 2021-12-31`);
}

function readDayLiteral(node: { kind: string; value?: unknown }): string {
  return readDay(node.kind === 'StringValue' ? node.value : node.kind);
}
