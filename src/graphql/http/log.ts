/** One line of JSON on standard error: `{"time", "level": "error", "message", …}`. */
export function logError(message: string, details: Readonly<Record<string, unknown>> = {}): void {
  console.error(JSON.stringify({ time: new Date().toISOString(), level: 'error', message, ...details }));
}

/** The inside of an error, for the log only. */
export function insideOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause === undefined ? {} : { cause: insideOf(error.cause) };
  return { error: `${error.name}: ${error.message}`, stack: error.stack, ...cause };
}
