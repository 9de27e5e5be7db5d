// One named defect: what it is, where it shows, and the hooks that bring it about.
import type { Hooks } from './hooks.ts';

export type FaultClass = 'state' | 'answer' | 'input' | 'wire';

export interface Fault {
  readonly name: string;
  readonly class: FaultClass;
  /** Operations it shows in; `*` is all of them. */
  readonly operations: readonly string[];
  /** What is wrong, as one would say it of the service. */
  readonly sentence: string;
  /** Fresh hooks, with no memory of earlier sandboxes. */
  readonly how: () => Hooks;
}
