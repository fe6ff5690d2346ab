/** Three errors by culprit, each with a stable code: the caller, the outside service, us. Wrapped once, at the edge. */

/** The request is malformed; answered with 4xx and never retried. */
export class CallerError extends Error {
  override readonly name = 'CallerError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** A service we depend on failed; the person is told to try again. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A promise of our own is broken; logged as an alert. */
export class BugError extends Error {
  override readonly name = 'BugError';
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
