import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

/** A query to start from. */
export interface Example {
  /** One line, for a person: whose question this answers. */
  readonly title: string;
  /** A GraphQL document with a named operation: the name is the title of its tab. */
  readonly query: string;
}

interface Page {
  readonly gzipped: Buffer;
  readonly etag: string;
  readonly policy: string;
}

const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
  '<path d="M3 12 8 4l5 8" fill="none" stroke="#047857" stroke-width="2"/></svg>';

/**
 * Answers with GraphiQL, one page of 9 MB (2.4 MB compressed) that needs nothing from outside. It is loaded and
 * rendered by the first visit, so that a server that nobody visits does not pay for it, and kept compressed.
 */
export function graphiql(endpoint: string, examples: readonly Example[]): RequestHandler {
  let page: Promise<Page> | undefined;
  return async (request, response) => {
    page ??= renderPage(endpoint, examples);
    // A failure, of the disk perhaps, is not kept: the next visit tries again.
    page.catch(() => {
      page = undefined;
    });
    await sendPage(request, response, await page);
  };
}

async function renderPage(endpoint: string, examples: readonly Example[]): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const options = {
    endpoint,
    title: 'Jejak',
    logo: MARK,
    favicon: `data:image/svg+xml,${encodeURIComponent(MARK)}`,
    // A token typed into the headers of a shared computer must not outlive the tab.
    shouldPersistHeaders: false,
    defaultTabs: examples.map(({ title, query }) => ({ query: `# ${title}\n${query.trim()}\n` })),
  };
  const json = JSON.stringify(options);
  // A "</script>" within an example would end the script that it stands in.
  const html = renderGraphiQL(options)
    .trim()
    .replace(json, () => json.replaceAll('<', '\\u003c'));
  return {
    gzipped: await promisify(gzip)(html),
    etag: `W/"${createHash('sha256').update(html).digest('base64url')}"`,
    policy: policyFor(html),
  };
}

/** Only the page's own script runs, by its hash; nothing is fetched from, or framed by, another origin. */
function policyFor(html: string): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    // The editor writes style elements and attributes as it goes: their text can't be known beforehand.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function sendPage(request: Request, response: Response, page: Page): Promise<void> {
  response.set({
    'Content-Security-Policy': page.policy,
    'Cache-Control': 'no-cache',
    ETag: page.etag,
    Vary: 'Accept, Accept-Encoding',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.type('text/html; charset=utf-8');
  if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').send(page.gzipped);
  else response.send(await promisify(gunzip)(page.gzipped));
}
