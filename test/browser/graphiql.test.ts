import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';
import { loadDataset, servicesOf } from '../../src/app.js';
import { PUBLIC_USER } from '../../src/auth/rights.js';
import { makeContext } from '../../src/graphql/context.js';
import { examples } from '../../src/graphql/examples.js';
import { type RunningServer, startServer } from '../../src/graphql/server.js';
import { openGrafeo } from '../../src/store/engines/grafeo.js';
import { migrate, readMigrations } from '../../src/store/migrate.js';
import type { Store } from '../../src/store/port.js';
import { createStore } from '../../src/store/store.js';
import { schema } from '../support/api.js';
import { MIGRATIONS } from '../support/engines.js';

/** Debian's Chromium. Without it the test is left out on a laptop, and fails under CI. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const inBrowser = existsSync(CHROMIUM) || process.env.CI ? test : test.skip;

/** Keeps Chromium from calling its maker, so that every request seen is the page's own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('the API page in a browser', () => {
  let store: Store;
  let server: RunningServer;
  let browser: Browser | undefined;

  beforeAll(async () => {
    const engine = openGrafeo({ folder: null });
    await migrate(engine, await readMigrations(MIGRATIONS));
    store = createStore(engine);
    await loadDataset(store, 'malang');
    server = await startServer({
      schema,
      context: ({ signal }) => makeContext(servicesOf(store), PUBLIC_USER, signal),
      auth: servicesOf(store).auth,
      host: '127.0.0.1',
      port: 0,
      ready: async () => true,
      examples,
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server.close();
    await store.close();
  });

  inBrowser(
    'runs the first example as it stands, and asks nobody but this server',
    async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
      const page = await browser.newPage({ viewport: { width: 1300, height: 800 } });
      const foreign: string[] = [];
      const broken: string[] = [];
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'blob:' && protocol !== 'data:' && origin !== server.url)
          foreign.push(request.url());
      });
      page.on('pageerror', (error) => broken.push(error.message));
      await page.goto(server.url);
      // The workers of the editor start late; until then the button may not be there.
      await page.locator('button[aria-label^="Execute"]').click({ timeout: 60_000 });
      const answer = page.locator('.result-window');
      await answer.getByText('"sentence"').first().waitFor({ timeout: 60_000 });
      // The editor writes no-break spaces.
      const text = (await answer.textContent())?.replace(/\s+/g, ' ');
      expect(text).toContain('TOP 25 Inovasi Jawa Timur: SINGO');
      expect(foreign).toEqual([]);
      expect(broken).toEqual([]);
    },
    180_000,
  );
});
