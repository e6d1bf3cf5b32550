import type { Request } from 'express';
import { show } from '../../domain/errors.js';
import { HttpRefusal } from './answer.js';
import { requireQueryParameter } from './operation.js';

/** The parameters of a GraphQL request. */
export interface Parameters {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** Reads them from the body of a POST, which `readBody` has checked, or from the address of a GET. */
export function parametersOf(request: Request): Parameters {
  if (request.method === 'POST') {
    const { query, operationName, variables } = request.body as Parameters;
    if (typeof query !== 'string')
      throw refusal(request, 'persisted queries are off; send the "query" itself');
    return { query, operationName: operationName ?? null, variables: variables ?? null };
  }
  requireQueryParameter(request);
  const search = new URL(request.originalUrl, 'http://localhost').searchParams;
  return {
    query: search.get('query') ?? '',
    operationName: search.get('operationName'),
    variables: variablesOf(request, search.get('variables')),
  };
}

function variablesOf(request: Request, text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  const value = jsonOf(text);
  if (value === null) return null;
  if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refusal(request, `the parameter "variables" is ${show(text)}; send a JSON object, or leave it out`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusal(request: Request, message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', `${request.method} /graphql: ${message}`);
}
