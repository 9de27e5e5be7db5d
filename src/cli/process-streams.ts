/** The process's own streams, as the rest of the command line uses them. */
/**
 * A reader that goes away (`assay list | head`) is no error: what comes after is not written, and
 * a run goes on to write its reports.
 */
export function surviveBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** Writes to stdout. */
export function print(text: string): void {
  if (process.stdout.writable) process.stdout.write(text);
}

/** Writes to stderr. */
export function complain(text: string): void {
  if (process.stderr.writable) process.stderr.write(text);
}

/** Resolves when all that was written has gone to the system, or can't. */
export async function drained(): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    if (stream.writable) await new Promise<void>((resolve) => stream.write('', () => resolve()));
}
