import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { JejakError, type Problem } from '../../domain/errors.js';
import { COST_CEILING, type Measures, measure } from './measure.js';

/**
 * What one request may ask for. Going past any of them answers TOO_COMPLEX (`milliseconds`: TIMEOUT) with the limit
 * and the actual figure; nothing of the request has run then (`milliseconds`: its result is thrown away).
 */
export interface Limits {
  /** Bytes of a request body, after decompression. */
  readonly bodyBytes: number;
  /** Words and signs of the GraphQL document; values in variables don't count. Comments: as many again. */
  readonly tokens: number;
  /** Levels of fields below the operation; introspection not counted. */
  readonly depth: number;
  /** `name: field` in the whole document. */
  readonly aliases: number;
  /** Fields of Query or Mutation in the operation, by the name they answer under. */
  readonly rootFields: number;
  /** `@directive` in the whole document. */
  readonly directives: number;
  /** Levels of lists and objects within the variables; graphql-js reads them with one call a level. */
  readonly inputDepth: number;
  /** Fields that a full answer would hold, each item of a list counted (see Measures.cost). */
  readonly cost: number;
  /** Milliseconds from the read request to the answer. */
  readonly milliseconds: number;
  /** Event streams open at once in this process; one more is UNAVAILABLE until another ends. */
  readonly streams: number;
}

/**
 * Chosen so that what a page of the application asks for stays under half of each: a trace with everything on its
 * steps, evidence and sources is about 200 tokens, 6 levels and a cost of 8,000; introspection costs 10,000.
 */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 1_000_000,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  inputDepth: 30,
  cost: 50_000,
  milliseconds: 10_000,
  streams: 100,
};

const REMEDIES: Readonly<Record<keyof Measures, string>> = {
  depth: 'ask for the deeper levels in a second request',
  aliases: 'put the rest into a second request, or ask for many records at once with nodes(ids: …)',
  rootFields: 'put the rest into a second request',
  directives: 'put the rest into a second request',
  inputDepth: 'send less deeply nested variables',
  cost: 'ask for fewer items (first: …), or for less below each item',
};

const UNITS: Readonly<Record<keyof Measures, string>> = {
  depth: 'levels of fields',
  aliases: 'aliases in the document',
  rootFields: 'fields at the root of the operation',
  directives: 'directives in the document',
  inputDepth: 'levels of lists and objects in the variables',
  cost: 'fields in a full answer, each item of a list counted',
};

/** 50000 reads `50,000`, whatever the language of the machine. */
export function grouped(figure: number): string {
  return figure.toLocaleString('en-US');
}

/** Throws TOO_COMPLEX naming every limit that the operation goes past; returns the figures otherwise. */
export function assertWithinLimits(
  limits: Limits,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measures {
  const measures = measure(schema, document, operation, variables);
  const names = Object.keys(REMEDIES) as (keyof Measures)[];
  const problems = names
    .filter((name) => measures[name] > limits[name])
    .map((name) => tooMuch(name, measures[name], limits[name]));
  if (problems.length > 0) throw JejakError.ofProblems('The request asks for too much', problems);
  return measures;
}

function tooMuch(name: keyof Measures, actual: number, limit: number): Problem {
  const figure = actual >= COST_CEILING ? `at least ${grouped(COST_CEILING)}` : grouped(actual);
  return {
    code: 'TOO_COMPLEX',
    place: name,
    value: `${figure} ${UNITS[name]}, the limit is ${grouped(limit)}`,
    remedy: REMEDIES[name],
  };
}

/**
 * Checks each operation after validation, which the limit on tokens keeps cheap, and before the first resolver. Not a
 * validation rule: the cost depends on the variables, and a rule's verdict would be kept with the parsed document.
 */
export function limitsPlugin(limits: Limits): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        try {
          assertOneAnswer(operation);
          assertWithinLimits(limits, schema, document, operation, request.variables ?? {});
        } catch (error) {
          throw asRequestError(error);
        }
      },
    }),
  };
}

/** Apollo runs a subscription as if it were a query, and then finds no answer. */
function assertOneAnswer(operation: OperationDefinitionNode): void {
  if (operation.operation !== 'subscription') return;
  const message = 'A subscription is answered by an event stream; send it with "Accept: text/event-stream"';
  throw new JejakError('BAD_USER_INPUT', message);
}

/** Apollo answers 500 to an error of a plugin unless it carries a status. */
function asRequestError(error: unknown): unknown {
  if (!(error instanceof JejakError)) return error;
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
}
