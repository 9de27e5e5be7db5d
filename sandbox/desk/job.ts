// Work over many tickets, answered at once and polled to its end. Its effect is there when the answer is sent; what the
// polls show (queued, working, completed) moves on with each of them.

export type JobResult = Readonly<Record<string, string | number | boolean>>;

export interface Job {
  readonly id: string;
  readonly type: string;
  /** Words of the message while it works: `Creating ticket #19`. */
  readonly verb: string;
  readonly total: number | null;
  readonly results: readonly JobResult[] | { readonly success: boolean };
  readonly stage: 'queued' | 'working' | 'completed';
  readonly queuedAt: number;
  readonly completedAt: number | null;
  readonly polls: number;
}
