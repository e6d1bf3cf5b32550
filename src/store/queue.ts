/**
 * Runs tasks one after the other, in the order in which they come; one that fails does not stop the next. Writers
 * queue so within a process: the embedded engine refuses concurrent ones, and on a server each that waits for the
 * lock would hold a connection, until none is left for readers.
 */
export function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task, task);
    last = next.catch(() => undefined);
    return next;
  };
}
