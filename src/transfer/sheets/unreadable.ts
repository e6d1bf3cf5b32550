/** A file or a sheet that cannot be read on: what was found, and what to do. Whoever catches it knows the place. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly value: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${value}; ${remedy}`, options);
  }
}
