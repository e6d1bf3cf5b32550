import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { requireRight, WHOLE } from '../../auth/require.js';
import type { User } from '../../auth/rights.js';
import type { Reader } from '../../store/port.js';
import { dumpLines } from '../../transfer/dump.js';
import { insideOf, logError } from './log.js';

/**
 * `GET /dump` streams a dump to administrators; with `?public=true` the one for publishing. No time limit: it takes as
 * long as its reader.
 */
export function dumpRoute(
  userOf: (request: Request, response: Response) => Promise<User>,
  store: Reader,
): RequestHandler {
  return async (request, response) => {
    const user = await userOf(request, response);
    requireRight(user, 'dump', WHOLE, 'GET /dump');
    response.type('application/jsonl; charset=utf-8');
    const lines = async function* () {
      for await (const line of dumpLines(store, { public: request.query.public === 'true' }))
        yield `${line}\n`;
    };
    try {
      await pipeline(Readable.from(lines()), response);
    } catch (error) {
      // The answer has begun: it is cut off, and lacks the line that ends a dump.
      if (!isGone(error)) logError('A dump was broken off', insideOf(error));
    }
  };
}

/** Whether the reader has left. */
const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
