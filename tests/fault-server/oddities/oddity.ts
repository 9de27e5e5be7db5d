/** What an innocent oddity is: unusual, and allowed by the description or by HTTP. */
import type { Placed } from '../server/staged.ts';

export interface Oddity extends Placed {
  readonly name: string;
  /** What is odd, and why it is right. */
  readonly sentence: string;
}
