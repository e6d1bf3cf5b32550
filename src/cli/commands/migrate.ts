import { withApi } from '../api.js';
import type { Command } from '../command.js';
import { EXIT } from '../exit.js';
import { STATUS, type StatusAnswer } from '../queries.js';

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the store up to date with this version',
  operands: '',
  about: `Applies the migrations of schema/graph/migrations that the store does not have yet, in order, each once. Every other
command does so as well when it opens the store; this one says what was applied.`,
  options: {},
  examples: ['jejak migrate'],
  run: async () => {
    await withApi(async (api) => {
      const { status } = await api.ask<StatusAnswer>(STATUS);
      console.log(api.server === null ? applied(api.migrated ?? []) : byServer(api.server, status.version));
    });
    return EXIT.ok;
  },
};

function applied(migrations: readonly string[]): string {
  return migrations.length === 0 ? 'nothing to do' : migrations.map((id) => `applied ${id}`).join('\n');
}

function byServer({ url, pid }: { url: string; pid: number }, version: string): string {
  return `nothing to do: the server at ${url} (pid ${pid}, version ${version}) applied its migrations when it started`;
}
