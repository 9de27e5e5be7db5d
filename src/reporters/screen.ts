/** What the terminal report writes to; `cli/` makes it of the process's own streams. */
import type picocolors from 'picocolors';

/** Colouring functions, which return the text as it is where colours are off. */
export type Colors = ReturnType<(typeof picocolors)['createColors']>;

export interface Screen {
  write(text: string): void;
  /** Columns of the terminal, or those to assume where there is none. */
  readonly columns: number;
  /** True where a line can be drawn over: a terminal, and no CI. */
  readonly isLive: boolean;
  readonly colors: Colors;
}
