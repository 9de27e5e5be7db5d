/**
 * The one reason for which a sending rejects through no fault of its request: the caller's signal
 * was aborted, as by Ctrl-C.
 */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly code = 'INTERRUPTED';

  constructor() {
    super('Interrupted before an answer came.');
  }
}
