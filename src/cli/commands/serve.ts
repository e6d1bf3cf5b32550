import { once } from 'node:events';
import type { App } from '../../app.js';
import type { Config } from '../../config.js';
import { JejakError } from '../../domain/errors.js';
import { type Command, type Input, textOption, wholeNumber } from '../command.js';
import type { Served } from '../connect.js';
import { EXIT } from '../exit.js';
import { countsText, STATUS, type StatusAnswer } from '../queries.js';

/** A signal within this time of the first is the same one: npm passes on what the terminal has sent already. */
const ECHO_MS = 500;

export const serve: Command = {
  name: 'serve',
  summary: 'serve the API and its page',
  operands: '',
  about: `Serves GraphQL at /graphql and its page at /. Brings the store up to date first and, when it is empty, loads the
dataset that JEJAK_SEED names. Prints one line "ready http://HOST:PORT/graphql" when it takes requests.
Stops on SIGINT (Ctrl-C) or SIGTERM, letting requests in flight finish; on a second signal at once.`,
  options: {
    port: { value: 'N', help: 'port to listen on; 0 picks a free one (default: PORT, or 4000)' },
    host: { value: 'ADDRESS', help: 'address to listen on; 0.0.0.0 for all (default: HOST, or 127.0.0.1)' },
  },
  examples: ['jejak serve', 'jejak serve --port 8080 --host 0.0.0.0'],
  run: async (input) => {
    const config = await configOf(input);
    const stopped = stopSignal();
    const { reach } = await import('../connect.js');
    const { app, server } = await reach(config);
    if (app === null) throw servedAlready(config, server);
    try {
      await serveUntil(stopped, app, config);
    } finally {
      await app.close();
    }
    return EXIT.ok;
  },
};

function servedAlready({ dataFolder }: Config, { url, pid }: Served): JejakError {
  return new JejakError(
    'CONFLICT',
    `data folder "${dataFolder}" is served already, at ${url}/graphql by process ${pid}; use that one, stop it, or set JEJAK_DATA to another folder`,
  );
}

async function serveUntil(stopped: Promise<void>, app: App, config: Config): Promise<void> {
  const [{ serve: serveApp }, { inProcess }] = await Promise.all([
    import('../../app.js'),
    import('../connect.js'),
  ]);
  if (app.migrated.length > 0) console.error(`migrations applied: ${app.migrated.join(', ')}`);
  const server = await serveApp(app, config);
  try {
    const { status } = await inProcess(app)<StatusAnswer>(STATUS);
    console.error(`data: ${placeOf(config)}, engine ${status.engine}, ${countsText(status)}`);
    console.log(`ready ${server.url}/graphql`);
    await stopped;
    console.error('stopping');
  } finally {
    await server.close();
  }
}

async function configOf(input: Input): Promise<Config> {
  const { readConfig } = await import('../../config.js');
  const config = readConfig(process.env);
  return {
    ...config,
    port: wholeNumber(input, 'port', 0, 65_535) ?? config.port,
    host:
      textOption(input, 'host', (text) => text !== '', 'write an address such as 127.0.0.1') ?? config.host,
  };
}

function placeOf({ neo4j, dataFolder }: Config): string {
  return neo4j === null ? `folder ${dataFolder}` : `${neo4j.uri} database ${neo4j.database}`;
}

/** Settles at the first signal to stop; the second one ends the process at once, with the code that shells give. */
async function stopSignal(): Promise<void> {
  const signals = { SIGINT: 130, SIGTERM: 143 } as const;
  let first: number | null = null;
  for (const [signal, code] of Object.entries(signals))
    process.on(signal, () => {
      first ??= performance.now();
      if (performance.now() - first > ECHO_MS) process.exit(code);
    });
  await Promise.race(Object.keys(signals).map((signal) => once(process, signal)));
}
