import type { Api } from './connect.js';

/**
 * Runs `work` with the API on the data that the environment names, and closes what was opened for it. What that takes
 * is loaded here, so that help and wrong usage are answered at once.
 */
export async function withApi<T>(work: (api: Api) => Promise<T>): Promise<T> {
  const [{ connect }, { readConfig }] = await Promise.all([import('./connect.js'), import('../config.js')]);
  const api = await connect(readConfig(process.env));
  try {
    return await work(api);
  } finally {
    await api.close();
  }
}
