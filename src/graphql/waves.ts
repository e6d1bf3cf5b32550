import type { Reader } from '../store/port.js';

/**
 * Makes the reads of a request go out together: what is asked for while a read is under way waits until all that are
 * have answered. So the answers of one level of the query are complete before the next is asked for, and a loader asks
 * for all that the level needs in one round trip. Without this, how often the store is asked would depend on how fast
 * it gives each answer.
 *
 * `schedule` is for DataLoader; the reads of a batch go out with the wave that sends it.
 */
export function inWaves(reader: Reader): { readonly reader: Reader; schedule(send: () => void): void } {
  let underWay = 0;
  let waiting: Array<() => void> = [];
  let sending = false;
  const schedule = (send: () => void) => {
    waiting.push(send);
    sendLater();
  };
  const sendLater = () => {
    // After all that the last answers have settled, which may ask for more: this is how DataLoader waits, too.
    Promise.resolve().then(() => process.nextTick(sendAll));
  };
  const sendAll = () => {
    if (underWay > 0) return;
    const wave = waiting;
    waiting = [];
    sending = true;
    for (const send of wave) send();
    sending = false;
  };
  const inWave = <T>(read: () => Promise<T>): Promise<T> => {
    if (!sending) return new Promise((resolve) => schedule(() => resolve(inWave(read))));
    underWay += 1;
    return read().finally(() => {
      underWay -= 1;
      sendLater();
    });
  };
  return {
    schedule,
    reader: {
      read: (query, parameters) => inWave(() => reader.read(query, parameters)),
      searchText: (grams, limit) => inWave(() => reader.searchText(grams, limit)),
    },
  };
}
