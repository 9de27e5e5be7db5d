// Where nobody knows what the service does, the sandbox chose one way; this is another one that the service may have
// taken. A suite that is sound on the service passes with every one of them switched on.
import type { Hooks } from '../faults/hooks.ts';

export interface OtherChoice {
  readonly name: string;
  /** What is done in place of what the README lists. */
  readonly sentence: string;
  /** Fresh hooks, with no memory of earlier sandboxes. */
  readonly how: () => Hooks;
}
