/** The configuration as the rest of the house sees it: complete, checked, grouped by room. */
import type { ReportName } from '../reporters/options.ts';
import type { RunOptions } from '../run/options.ts';
import type { TransportLimits } from '../transport/options.ts';
import type { Target } from './resolve-target.ts';

export interface Config {
  /** A path from the current folder, or a URL. */
  readonly spec: string;
  readonly target: Target;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** `values` and `identityOf` as written; `openTarget` gives those that hold for its target. */
  readonly run: RunOptions;
  readonly transport: TransportLimits;
  readonly reports: { readonly names: readonly ReportName[]; readonly folder: string };
}
