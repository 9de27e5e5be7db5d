/** What the main process and those that prove say to each other. */

/** Asks for a proof that a defect shows; without a name, for a run that must find nothing. */
export interface Assignment {
  readonly fault: string | null;
  /** Operations that the defect shows in: what uses them most is tried first. */
  readonly operations: readonly string[];
  /** Whether the first thing found is enough. */
  readonly first: boolean;
}

export interface Proof {
  /** What went wrong, a line each; empty when all went well. Scenarios stop at the first. */
  readonly found: readonly string[];
  readonly requests: number;
}

/** Serves assignments, one after the other, until the main process hangs up. */
export function serve(prove: (assignment: Assignment) => Promise<Proof>): void {
  process.on('message', (assignment) => {
    // The main process sends nothing else.
    void prove(assignment as Assignment).then(
      (proof) => process.send?.(proof),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
}
