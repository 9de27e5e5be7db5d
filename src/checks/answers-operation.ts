/** Whose answer comes back: the case's operation's own, or another's that its responses say nothing of. */
import type { Intent } from '../cases/intent.ts';

/** @returns whether the responses of the case's operation describe what comes back. */
export function answersOperation({ kind }: Intent): boolean {
  return kind !== 'undeclared-method' && kind !== 'follow-location';
}
