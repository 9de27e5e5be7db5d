/**
 * A text that is wrong for the blanks around it alone may be accepted by a server that takes them
 * away, as many do before they look, or by one whose pattern lets a line end pass. Whether it is the
 * first is asked: with blanks on both sides, no pattern that ends too late takes it.
 */
import type { Intent, RequestViolation } from '../cases/intent.ts';
import { isValidRequest } from '../cases/is-valid-request.ts';
import { withValueAt } from '../cases/values-at.ts';
import type { Dispatched } from './attempted.ts';
import { sendBeside } from './dispatch.ts';
import type { RunState } from './run-state.ts';

/** @returns whether it could be of blanks alone, by its text */
export function mayBeOfTrimming(intent: Intent): boolean {
  return intent.kind === 'invalid' && trimmedOf(intent.violation) !== undefined;
}

/** @returns whether the server takes blanks away; false where the text is wrong without them, too */
export async function isOfTrimming(run: RunState, sent: Dispatched): Promise<boolean> {
  const { case: accepted } = sent.exchange;
  const { operation, intent, values, id } = accepted;
  if (intent.kind !== 'invalid') return false;
  const { violation } = intent;
  const trimmed = trimmedOf(violation);
  if (trimmed === undefined) return false;
  const put = (text: string): typeof values => withValueAt(values, violation, text);
  if (!isValidRequest(operation, put(trimmed), run.schemas)) return false;
  const blank = { ...accepted, id: `${id}:blank`, values: put(` \t${trimmed}\t `), slots: [] };
  return (await sendBeside(run, blank, sent))?.accepted === true;
}

/** A word that is looked up in a list is no text: with a blank it is another word. */
const OF_TEXTS: ReadonlySet<string> = new Set(['pattern', 'format', 'minLength', 'maxLength']);

function trimmedOf({ after, keyword }: RequestViolation): string | undefined {
  if (typeof after !== 'string' || !OF_TEXTS.has(keyword)) return undefined;
  const trimmed = after.trim();
  return trimmed === after ? undefined : trimmed;
}
