import { setTimeout as sleep } from 'node:timers/promises';
import { JejakError } from '../domain/errors.js';
import { WriteConflict } from './port.js';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5;

/**
 * Tries again when another transaction won the race. Pauses grow and vary, so that two losers do not meet again.
 * Throws CONFLICT when the race is lost every time.
 */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      if (attempt === ATTEMPTS)
        throw new JejakError(
          'CONFLICT',
          `the change lost against others ${ATTEMPTS} times; try again in a moment`,
          [],
          {
            cause: error,
          },
        );
      await sleep(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}
