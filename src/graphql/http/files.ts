import express, { type Request, type RequestHandler, type Response } from 'express';
import type { User } from '../../auth/rights.js';
import type { Reader, Writer } from '../../store/port.js';
import type { Context } from '../context.js';
import { EXPORT_VIEWS, type ExportView, openExport } from '../exports.js';
import { onlyMethods } from './answer.js';
import { dumpRoute } from './dump.js';
import { sendExport } from './exports.js';
import { importRoute } from './imports.js';
import { contextRequest, type MakeContext } from './operation.js';

/** The addresses that take or give files, in the name of whoever asks. */
export function fileRoutes(
  makeContext: MakeContext<Context>,
  store: Reader & Writer,
  views: Readonly<Record<string, ExportView>> = EXPORT_VIEWS,
): RequestHandler {
  const userOf = async (request: Request, response: Response): Promise<User> => {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    return (await makeContext(contextRequest(request, response, abort.signal))).user;
  };
  const router = express.Router();
  router.post('/import', importRoute(userOf, store));
  router.all('/import', onlyMethods('POST'));
  router.get('/dump', dumpRoute(userOf, store));
  router.all('/dump', onlyMethods('GET'));
  router.get(
    ['/export', '/export/:file'],
    sendExport(makeContext, (context, asked) => openExport(context, asked, views)),
  );
  router.all(['/export', '/export/:file'], onlyMethods('GET, HEAD'));
  return router;
}
