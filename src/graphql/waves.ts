import type { BatchReader, Question, Reader } from '../store/port.js';

/** A question on its way, with who waits for the answer. */
interface Pending extends Question {
  resolve(rows: unknown[]): void;
  reject(error: unknown): void;
}

/**
 * Makes the reads of a request go out in waves: what is asked for while a wave is under way waits until it is back, and
 * then goes out as one round trip. So the answers of one level of the query are complete before the next is asked for,
 * a loader asks for all that the level needs at once, and a request takes at most one round trip a level, however
 * different the questions of that level are.
 *
 * `schedule` is for DataLoader; the reads of a batch go out with the wave that sends it.
 */
export function inWaves(store: Pick<BatchReader, 'readAll' | 'searchText'>): {
  readonly reader: Reader;
  schedule(send: () => void): void;
} {
  let underWay = 0;
  let waiting: Array<() => void> = [];
  /** The questions of the wave that is being put together; null between waves. */
  let wave: Pending[] | null = null;
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
    const senders = waiting;
    waiting = [];
    wave = [];
    for (const send of senders) send();
    const questions = wave;
    wave = null;
    if (questions.length > 0) onItsWay(store.readAll(questions)).then(...answering(questions));
  };
  const onItsWay = <T>(answer: Promise<T>): Promise<T> => {
    underWay += 1;
    return answer.finally(() => {
      underWay -= 1;
      sendLater();
    });
  };
  const ask = (question: Question): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      const join = () => void wave?.push({ ...question, resolve, reject });
      if (wave === null) schedule(join);
      else join();
    });
  const reader: Reader = {
    read: <R>(query: Question['query'], parameters: Question['parameters']) =>
      ask({ query, parameters }) as Promise<R[]>,
    searchText: (grams, limit) =>
      new Promise((resolve, reject) => {
        const send = () => void onItsWay(store.searchText(grams, limit)).then(resolve, reject);
        if (wave === null) schedule(send);
        else send();
      }),
  };
  return { reader, schedule };
}

/** What becomes of a wave: the rows to those who asked, or the failure to all of them. */
function answering(questions: readonly Pending[]) {
  return [
    (rows: unknown[][]) => {
      for (const [index, { resolve }] of questions.entries()) resolve(rows[index] ?? []);
    },
    (error: unknown) => {
      for (const { reject } of questions) reject(error);
    },
  ] as const;
}
