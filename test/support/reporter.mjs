// @ts-check

/** Prints which engines were not tried and, as the last line, the counts in one form: `3 passed, 0 failed`. */
export default class Reporter {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const { notTried = [] } = JSON.parse(process.env.JEJAK_TEST_ENGINES ?? '{}');
    // A file that could not be loaded has no tests that could fail.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = [`${results.numPassedTests} passed`, `${failed} failed`];
    if (skipped > 0) counts.push(`${skipped} skipped`);
    // Jest writes its own summary after every reporter has been asked.
    process.once('exit', () => {
      for (const { engine, reason } of notTried) console.log(`not tried: ${engine} (${reason})`);
      console.log(counts.join(', '));
    });
  }
}
