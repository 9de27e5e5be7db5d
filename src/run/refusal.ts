/** Says in a few words how an answer refused a request. */
import type { AnswerBody } from '../checks/answer-body.ts';
import type { NotReached } from '../checks/verdict.ts';
import type { SentAttempt } from './attempted.ts';

const MAX_WORDS = 160;

/** @returns why an operation stays untested after its plain request was not accepted. */
export function refusalOf({ exchange: { outcome }, body }: SentAttempt): NotReached {
  switch (outcome.kind) {
    case 'answer': {
      const text = summary(body);
      const status = `status ${String(outcome.status)}`;
      return {
        reason: 'template refused',
        detail: text === '' ? status : `${status}: ${text}`,
      };
    }
    case 'fault':
      return { reason: 'no answer', detail: outcome.message };
    case 'held-back':
      return { reason: outcome.why, detail: `status ${String(outcome.status)}` };
    default:
      return outcome satisfies never;
  }
}

function summary(body: AnswerBody): string {
  switch (body.kind) {
    case 'json':
      return shortened(JSON.stringify(body.value));
    case 'text':
    case 'unparsable':
      return shortened(body.text.replaceAll(/\s+/g, ' ').trim());
    case 'none':
    case 'bytes':
      return '';
    default:
      return body satisfies never;
  }
}

function shortened(text: string): string {
  return text.length <= MAX_WORDS ? text : `${text.slice(0, MAX_WORDS)}…`;
}
