import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AuditResult, serverAudits } from 'graphql-http';
import type { RunningServer } from '../../../src/graphql/server.js';
import { aServer, closeAll } from './support.js';

/**
 * Audits of GraphQL over HTTP that we fail on purpose: all three run a query by GET without a Content-Type, which a
 * form on another site could do as well. Such requests are refused unless they carry a header that makes a browser
 * ask first (`Apollo-Require-Preflight`): the protection is worth more than three MAY.
 */
const REFUSED_AS_FORGERY = {
  '5A70': 'MAY accept application/x-www-form-urlencoded formatted GET requests',
  D6D5: 'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  '6A70': 'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
};

let results: AuditResult[];

beforeAll(async () => {
  const server: RunningServer = await aServer();
  const audits = serverAudits({ url: `${server.url}/graphql` });
  results = await Promise.all(audits.map(({ fn }) => fn()));
});
afterAll(closeAll);

test('all 61 audits of GraphQL over HTTP are run: 13 MUST, 23 SHOULD, 25 MAY', () => {
  const levels = ['MUST', 'SHOULD', 'MAY'].map((level) =>
    results.filter(({ name }) => name.startsWith(level)),
  );
  expect(levels.map(({ length }) => length)).toEqual([13, 23, 25]);
});

test('every audit passes but the three MAY that forgery protection refuses', () => {
  const failed = results.filter(({ status }) => status !== 'ok');
  expect(Object.fromEntries(failed.map(({ id, name }) => [id, name]))).toEqual(REFUSED_AS_FORGERY);
});
