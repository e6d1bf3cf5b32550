import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { JejakError, show } from '../../domain/errors.js';
import { HttpRefusal } from './answer.js';
import { grouped, type Limits } from './limits.js';

const EXAMPLE = '{"query": "{ __typename }", "variables": {}}';

/** Reads the JSON body of a POST and refuses, with the place and the remedy, all that is no GraphQL request. */
export function readBody(limits: Limits): RequestHandler[] {
  return [
    requireJson,
    // The media type is checked above, where the refusal can say what was sent.
    express.json({ limit: limits.bodyBytes, type: () => true, strict: false }),
    (request, _response, next) => {
      requireOperation(request.body);
      next();
    },
  ];
}

function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const sent = request.headers['content-type'];
  const [type = '', ...parameters] = (sent ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') {
    const found = sent === undefined ? 'is missing' : `is ${show(sent)}`;
    throw refusal(415, `header "Content-Type" ${found}; send application/json`);
  }
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw refusal(415, `header "Content-Type" names ${show(charset)}; write JSON in UTF-8`);
  }
  next();
}

function requireOperation(body: unknown): void {
  if (Array.isArray(body)) {
    throw refusal(400, `the body is a list of ${body.length}; send one operation a request, batches are off`);
  }
  if (!isRecord(body)) throw refusal(400, `the body is ${kindOf(body)}; send a JSON object: ${EXAMPLE}`);
  const { query, variables, operationName, extensions } = body;
  // A client that tries a persisted query first falls back when Apollo's own refusal reaches it.
  const persisted = isRecord(extensions) && 'persistedQuery' in extensions && query === undefined;
  if (!persisted && (typeof query !== 'string' || query.trim() === '')) {
    throw refusal(
      400,
      `"query" in the body is ${kindOf(query)}; send a GraphQL document as text: ${EXAMPLE}`,
    );
  }
  if (isGiven(operationName) && typeof operationName !== 'string') {
    throw refusal(
      400,
      `"operationName" in the body is ${kindOf(operationName)}; send a text, or leave it out`,
    );
  }
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (isGiven(value) && !isRecord(value)) {
      throw refusal(400, `"${name}" in the body is ${kindOf(value)}; send a JSON object, or leave it out`);
    }
  }
}

/** What body-parser throws, in our words; anything else as it is. */
export function bodyRefusal(error: unknown, limits: Limits): unknown {
  if (!(error instanceof Error) || error instanceof JejakError || !('status' in error)) return error;
  const { type, length, received, encoding } = error as Error & Record<string, unknown>;
  if (type === 'entity.too.large') {
    const size = typeof length === 'number' ? grouped(length) : `at least ${grouped(Number(received))}`;
    const message = `the body has ${size} bytes, the limit is ${grouped(limits.bodyBytes)}; send less in one request`;
    return new HttpRefusal(413, 'TOO_COMPLEX', `POST /graphql: ${message}`);
  }
  if (type === 'entity.parse.failed') {
    return refusal(400, `the body is no JSON (${error.message.slice(0, 200)}); send ${EXAMPLE}`);
  }
  if (type === 'encoding.unsupported') {
    return refusal(415, `header "Content-Encoding" is ${show(encoding)}; send gzip, br, deflate or none`);
  }
  if (Number(error.status) >= 500) return error;
  return refusal(
    400,
    'the body can’t be read whole (cut off, or not compressed as its headers say); send it again',
  );
}

function refusal(status: number, message: string): HttpRefusal {
  return new HttpRefusal(status, 'BAD_USER_INPUT', `POST /graphql: ${message}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === '' || (typeof value === 'string' && value.trim() === '')) return 'empty';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
