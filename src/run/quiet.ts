/**
 * Lets one request go out with no other in flight: a timeout or a reset is blamed on a request only
 * when it comes again with the target at rest.
 */
export interface Quiet {
  /** Comes in beside others, once nobody is alone: undefined at once, so that the usual case costs no promise. */
  enter(): Promise<void> | undefined;
  /** Goes out again. */
  leave(): void;
  /** Runs `work` after all others are done, with nothing beside it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** @returns a lock that many may share and one may have for itself. */
export function createQuiet(): Quiet {
  let inFlight = 0;
  let lone: Promise<unknown> | undefined;
  let drained: (() => void) | undefined;

  const enterLater = async (): Promise<void> => {
    while (lone !== undefined) await lone;
    inFlight += 1;
  };

  return {
    enter: () => {
      if (lone !== undefined) return enterLater();
      inFlight += 1;
      return undefined;
    },
    leave: () => {
      inFlight -= 1;
      if (inFlight === 0) drained?.();
    },
    alone: async (work) => {
      while (lone !== undefined) await lone;
      const run = async (): Promise<Awaited<ReturnType<typeof work>>> => {
        if (inFlight > 0) {
          await new Promise<void>((resolve) => {
            drained = resolve;
          });
        }
        return await work();
      };
      const mine = run();
      lone = mine.catch(() => undefined).finally(() => (lone = undefined));
      return mine;
    },
  };
}
