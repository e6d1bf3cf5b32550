import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { JejakError } from '../../domain/errors.js';
import { insideOf, logError } from './log.js';
import type { ContextRequest } from './operation.js';

/** What `/dump` answers, and whom. */
export interface Dump {
  /** Whether whoever sent the request may have all that the store keeps. */
  readonly authorize: (request: Pick<ContextRequest, 'authorization'>) => boolean | Promise<boolean>;
  /** The lines of a dump, without their line feeds. */
  readonly lines: (options: { readonly public: boolean }) => AsyncIterable<string>;
}

/** Streams a dump; with `?public=true` the one for publishing. No time limit: it takes as long as its reader. */
export function answerDump({ authorize, lines }: Dump): RequestHandler {
  return async (request, response) => {
    if (
      request.method === 'HEAD' ||
      !(await authorize({ authorization: request.headers.authorization ?? null }))
    )
      throw new JejakError(
        'UNAUTHENTICATED',
        'GET /dump is for the operator: run "jejak dump" on the machine that serves, as the same user',
      );
    response.type('application/jsonl; charset=utf-8');
    const withLineFeeds = async function* () {
      for await (const line of lines({ public: request.query.public === 'true' })) yield `${line}\n`;
    };
    try {
      await pipeline(Readable.from(withLineFeeds()), response);
    } catch (error) {
      // The answer has begun: it is cut off, and lacks the line that ends a dump.
      if (!isGone(error)) logError('A dump was broken off', insideOf(error));
    }
  };
}

/** Whether the reader has left. */
const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
