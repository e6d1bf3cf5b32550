import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { JejakError } from '../../domain/errors.js';
import { formatError, publicError } from './format-error.js';
import { assertWithinLimits, type Limits } from './limits.js';
import { withinTime } from './operation.js';
import type { Parameters } from './parameters.js';

/** One request for a subscription, and what its answers are made with. */
export interface Subscription {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly parameters: Parameters;
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal;
  /** Makes a new context, in which who asks is looked up anew. Throws UNAUTHENTICATED. */
  readonly context: () => Promise<unknown>;
}

export type Answers = AsyncGenerator<ExecutionResult, void, undefined>;

/**
 * The answers to a subscription, which is under way once this returns; where GraphQL refuses it, the one answer that says
 * why. Throws what the context throws.
 */
export async function answersOf(subscription: Subscription): Promise<Answers> {
  const { schema, limits, parameters } = subscription;
  const contextValue = await subscription.context();
  try {
    const document = parse(parameters.query, { maxLexicalTokens: limits.tokens, maxComments: limits.tokens });
    const errors = validate(schema, document);
    if (errors.length > 0) return only(publicResult({ errors }));
    assertAnswerable(document, subscription);
    const { operationName, variables: variableValues } = parameters;
    const args = { schema, document, operationName, variableValues };
    const source = await createSourceEventStream({ ...args, contextValue });
    return Symbol.asyncIterator in source
      ? answerEach(source, args, subscription)
      : only(publicResult(source));
  } catch (error) {
    return only(publicResult({ errors: [error as GraphQLError] }));
  }
}

/** What Apollo and its plugins check of other operations. */
function assertAnswerable(document: DocumentNode, { schema, limits, parameters }: Subscription): void {
  const operation = operationIn(document, parameters.operationName);
  if (operation.operation !== 'subscription') {
    const message = `A ${operation.operation} is not answered by an event stream; send it with "Accept: application/json"`;
    throw new JejakError('BAD_USER_INPUT', message);
  }
  if (rootSets(document, operation, schema).some(canSkip)) {
    const message = 'The field of a subscription has @skip or @include; leave that out';
    throw new JejakError('BAD_USER_INPUT', message);
  }
  assertWithinLimits(limits, schema, document, operation, parameters.variables ?? {});
}

function operationIn(document: DocumentNode, name: string | null | undefined): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  throw new GraphQLError(
    name
      ? `Unknown operation named "${name}".`
      : 'Must provide operation name if query contains multiple operations.',
  );
}

/** The selections of the root: of the operation, and of fragments on its type. */
function rootSets(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema) {
  const root = schema.getSubscriptionType()?.name;
  const fragments = document.definitions.flatMap((one) =>
    one.kind === Kind.FRAGMENT_DEFINITION && one.typeCondition.name.value === root ? one.selectionSet : [],
  );
  return [operation.selectionSet, ...fragments];
}

/** Whether something in it can be left out: where all is, graphql-js finds no event to wait for, and breaks. */
function canSkip({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (selection) =>
      selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include') ||
      (selection.kind === Kind.INLINE_FRAGMENT && canSkip(selection.selectionSet)),
  );
}

/**
 * Each event is answered like a request of its own: with records as they are then, for whoever the credentials stand for
 * then, within the time of a request. What fails ends the stream, as its last answer.
 */
async function* answerEach(
  source: AsyncIterable<unknown>,
  args: ExecutionArgs,
  subscription: Subscription,
): Answers {
  const { limits, signal, context } = subscription;
  const answer = async (rootValue: unknown) => execute({ ...args, rootValue, contextValue: await context() });
  try {
    for await (const event of source) {
      const result = await withinTime(answer(event), limits.milliseconds);
      if (signal.aborted) return;
      yield publicResult(result);
    }
  } catch (error) {
    if (!signal.aborted) yield publicResult({ errors: [error as GraphQLError] });
  }
}

async function* only(answer: ExecutionResult): Answers {
  yield answer;
}

/** The type asks for errors as objects; only their JSON is sent. */
function publicResult({ errors, ...result }: ExecutionResult): ExecutionResult {
  if (errors === undefined) return result;
  return { errors: errors.map(shown) as unknown as typeof errors, ...result };
}

function shown(error: unknown) {
  return error instanceof GraphQLError ? formatError(error.toJSON(), error) : publicError(error);
}
