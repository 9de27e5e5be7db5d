/** What an error answer looks like: enough to tell whether two errors could be read by one piece of a client. */
import type { Answer } from '../transport/exchange.ts';
import { parseMediaType } from '../wire/media-type.ts';
import type { AnswerBody } from './answer-body.ts';
import { headerLines } from './header-lines.ts';

/** What an error answer looks like. */
export interface ErrorShape {
  readonly mediaType: string;
  /** Top-level members, sorted; none where it is no JSON object. */
  readonly members: readonly string[];
}

/** @returns undefined for what is no error, or has no body. */
export function errorShapeOf(answer: Answer, body: AnswerBody): ErrorShape | undefined {
  if (answer.status < 400 || body.kind === 'none') return undefined;
  const name = parseMediaType(headerLines(answer, 'content-type')[0] ?? '');
  const mediaType = name === undefined ? 'no media type' : `${name.type}/${name.subtype}`;
  const isObject =
    body.kind === 'json' &&
    typeof body.value === 'object' &&
    body.value !== null &&
    !Array.isArray(body.value);
  return { mediaType, members: isObject ? Object.keys(body.value).sort() : [] };
}
