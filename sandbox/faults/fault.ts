// One named defect: what it is, where and when it shows, and the hooks that bring it about.
import type { Hooks } from './hooks.ts';

export type FaultClass = 'state' | 'answer' | 'input' | 'wire';

/** What it takes to see it: any use, one value, two members together, or a second page or request. */
export type Showing = 'always' | 'edge' | 'pair' | 'second';

export interface Fault {
  readonly name: string;
  readonly class: FaultClass;
  /** Operations it shows in; `*` is all of them. */
  readonly operations: readonly string[];
  readonly shows: Showing;
  /** What is wrong, as one would say it of the service. */
  readonly sentence: string;
  /** Fresh hooks, with no memory of earlier sandboxes. */
  readonly how: () => Hooks;
}

/** A fault before it is put into its class. */
export type FaultDraft = Omit<Fault, 'class'>;

/** Puts faults into a class. */
export function ofClass(kind: FaultClass, drafts: readonly FaultDraft[]): readonly Fault[] {
  return drafts.map((draft) => ({ ...draft, class: kind }));
}
