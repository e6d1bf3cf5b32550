import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { servicesOf } from '../../../src/app.js';
import { PUBLIC_USER, type User } from '../../../src/auth/rights.js';
import { JejakError } from '../../../src/domain/errors.js';
import { type Context, makeContext } from '../../../src/graphql/context.js';
import { EXPORT_VIEWS, type ExportView } from '../../../src/graphql/exports.js';
import { fileRoutes } from '../../../src/graphql/http/files.js';
import { type MakeContext, type RunningServer, startServer } from '../../../src/graphql/server.js';
import { openGrafeo } from '../../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../../src/store/migrate.js';
import type { Store } from '../../../src/store/port.js';
import { createStore } from '../../../src/store/store.js';
import { NASTY, SUKUN, USULAN } from '../../fixtures/nasty-world.js';
import { schema } from '../../support/api.js';
import { changeSet } from '../../support/builders.js';
import { MIGRATIONS } from '../../support/engines.js';
import { administrator, contributor, editor } from '../../support/people.js';
import { readBytes, removeFiles } from '../../transfer/files.js';
import { aServer, closeAll, errorOf, send } from './support.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Views of the tests beside the real ones; `wanted` counts the pieces that were asked for. */
let wanted = 0;
let ended = false;
const view = (body: () => AsyncIterable<string>, more: Partial<ExportView> = {}): ExportView => ({
  formats: ['txt'],
  parameters: [],
  right: 'export',
  open: async () => ({ name: 'uji.txt', type: 'text/plain', body: body() }),
  ...more,
});
const PIECE = 'x'.repeat(64 * 1024);
const VIEWS: Readonly<Record<string, ExportView>> = {
  ...EXPORT_VIEWS,
  endless: view(async function* () {
    try {
      for (;;) {
        wanted += 1;
        yield PIECE;
        await wait(0);
      }
    } finally {
      ended = true;
    }
  }),
  // biome-ignore lint/correctness/useYield: it fails before its first piece
  broken: view(async function* () {
    throw new JejakError('UNAVAILABLE', 'the store is away; start it');
  }),
  half: view(async function* () {
    yield 'half';
    await wait(5);
    throw new Error('secret inside');
  }),
  secret: view(async function* () {}, { right: 'dump' }),
};

describe('below /export/', () => {
  let store: Store;
  let server: RunningServer;
  let user: User;
  beforeAll(async () => {
    const engine = openGrafeo({ folder: null });
    await migrate(engine, await readMigrations(MIGRATIONS));
    store = createStore(engine);
    await store.change(async () => ({
      ...changeSet(...NASTY),
      personal: USULAN.slice(0, 2).map(({ id }) => ({
        of: id,
        name: 'Ibu Rahasia',
        phone: '+6281234567890',
      })),
    }));
    const context: MakeContext<Context> = ({ signal, authorization }) => {
      if (authorization === 'Bearer wrong') throw new JejakError('UNAUTHENTICATED', 'no such token');
      return makeContext(servicesOf(store), user, signal);
    };
    server = await startServer({
      schema,
      context,
      host: '127.0.0.1',
      port: 0,
      ready: async () => true,
      auth: servicesOf(store).auth,
      files: fileRoutes(context, store, VIEWS),
      examples: [],
    });
  });
  afterEach(removeFiles);
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  const fetched = async (path: string, who: User = PUBLIC_USER, init: RequestInit = {}) => {
    user = who;
    return fetch(`${server.url}/export/${path}`, init);
  };
  const refused = async (path: string, who: User = PUBLIC_USER) => {
    user = who;
    const answer = await send(server, `/export${path}`);
    return [answer.status, errorOf(answer)];
  };
  const rowsOf = async (path: string, who?: User) =>
    (await readBytes(Buffer.from(await (await fetched(path, who)).arrayBuffer()))).rows;

  test.each([
    ['template.xlsx', XLSX, 'templat-jejak.xlsx'],
    ['template.csv?sheet=Usulan', 'text/csv; charset=utf-8', 'templat-jejak-usulan.csv'],
    ['records.xlsx?sheet=Pelaku&sheet=Isu', XLSX, 'data-jejak.xlsx'],
    ['records.csv?sheet=Bagian%20dari', 'text/csv; charset=utf-8', 'data-jejak-bagian-dari.csv'],
    ['records.jsonl?type=source', 'application/jsonl; charset=utf-8', 'data-jejak-sumber.jsonl'],
  ])('%s is a file to keep, and never from a cache', async (path, type, name) => {
    const response = await fetched(path);
    expect([
      response.status,
      ...['content-type', 'content-disposition', 'cache-control'].map((header) =>
        response.headers.get(header),
      ),
    ]).toEqual([200, type, `attachment; filename="${name}"`, 'no-store']);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect((await readBytes(bytes)).rows.length).toBeGreaterThan(0);
    const head = await fetched(path, PUBLIC_USER, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, type, '']);
  });

  test('a workbook holds the sheets that were asked for', async () => {
    const rows = await rowsOf('records.xlsx?sheet=Pelaku&sheet=Isu&place=99.99.01');
    expect(new Set(rows.map(({ sheet }) => sheet))).toEqual(new Set(['Pelaku']));
  });

  test('personal data are for those who may see them', async () => {
    const seenBy = async (who: User) =>
      (await rowsOf('records.csv?sheet=Usulan', who)).flatMap(({ cells }) =>
        cells.has('Pengusul') ? [[cells.get('ID Jejak'), cells.get('Telepon')]] : [],
      );
    const all = USULAN.slice(0, 2).map(({ id }) => [id, '+6281234567890']);
    expect(await seenBy(PUBLIC_USER)).toEqual([]);
    expect(await seenBy(contributor())).toEqual([]);
    expect((await seenBy(editor())).sort()).toEqual(all.toSorted());
    expect((await seenBy(administrator())).sort()).toEqual(all.toSorted());
    // The second lies in the kecamatan, and in the kelurahan too.
    expect((await seenBy(editor({ place: SUKUN.id }))).sort()).toEqual(all.toSorted());
    expect(await seenBy(editor({ place: 'p-00000000000000000000' }))).toEqual([]);
  });

  const KNOWN = 'template.xlsx, template.csv, records.xlsx, records.csv, records.jsonl, ';
  test.each([
    ['', 404, `NOT_FOUND: GET /export/: there is no ""; ask for one of ${KNOWN}`],
    ['/', 404, `NOT_FOUND: GET /export/: there is no ""`],
    ['/records', 404, 'NOT_FOUND: GET /export/: there is no '],
    ['/nothing.xlsx', 404, 'NOT_FOUND: GET /export/: there is no "nothing.xlsx"; ask for one of'],
    ['/records.pdf', 404, 'NOT_FOUND: GET /export/: there is no "records.pdf"'],
    ['/constructor.xlsx', 404, 'NOT_FOUND: GET /export/: there is no "constructor.xlsx"'],
    [
      '/records.csv',
      400,
      'BAD_USER_INPUT: The export is refused: 1 problem\n- sheet: 16 sheets for a file of CSV',
    ],
    ['/records.xlsx?sheet=Pelakuu', 400, 'perhaps Pelaku'],
    ['/records.xlsx?lembar=Pelaku', 400, 'parameter: "lembar" is unknown; use sheet, type, place'],
    ['/records.xlsx?place=a&place=b', 400, 'place: 2 places; name one'],
    [
      '/records.xlsx?place=Antah',
      404,
      'NOT_FOUND: The export is refused: 1 problem\n- place: no place is called "Antah"',
    ],
    ['/broken.txt', 503, 'UNAVAILABLE: the store is away; start it'],
    ['/secret.txt', 401, 'UNAUTHENTICATED: GET /export/secret.txt: nobody is signed in'],
  ])('%s is refused', async (path, status, message) => {
    const [found, told] = await refused(path);
    expect(told).toContain(message);
    expect(found).toBe(status);
  });

  test('a refusal is no download', async () => {
    expect((await fetched('broken.txt')).headers.get('content-disposition')).toBeNull();
  });

  test('a right that the user does not have is FORBIDDEN', async () => {
    expect(await refused('/secret.txt', contributor())).toEqual([
      403,
      expect.stringContaining(
        'FORBIDDEN: GET /export/secret.txt: the grants of "Kontributor" do not allow it (dump)',
      ),
    ]);
    expect((await fetched('secret.txt', administrator())).status).toBe(200);
  });

  test('a token that does not hold is UNAUTHENTICATED', async () => {
    const answer = await send(server, '/export/template.xlsx', {
      headers: { authorization: 'Bearer wrong' },
    });
    expect([answer.status, errorOf(answer)]).toEqual([401, 'UNAUTHENTICATED: no such token']);
  });

  test('other methods are refused', async () => {
    const answer = await send(server, '/export/template.xlsx', { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('what fails midway cuts the connection, and is told in the log alone', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    await expect((await fetched('half.txt')).text()).rejects.toThrow();
    expect(log.mock.calls.flat().join()).toContain('secret inside');
    log.mockRestore();
  });

  test('goes no faster than the client reads, and ends when the client leaves', async () => {
    user = PUBLIC_USER;
    const request = get(`${server.url}/export/endless.txt`);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.pause();
    const settled = async (): Promise<number> => {
      const before = wanted;
      await wait(200);
      return before === wanted ? wanted : settled();
    };
    const held = await settled();
    expect(held).toBeGreaterThan(0);
    response.destroy();
    const deadline = performance.now() + 10_000;
    while (!ended && performance.now() < deadline) await wait(10);
    expect(ended).toBe(true);
  });
});

test('a server without files says that there is none', async () => {
  const server = await aServer();
  expect(errorOf(await send(server, '/export/records.xlsx'))).toContain(
    'NOT_FOUND: GET /export/: there is no',
  );
  await closeAll();
});
