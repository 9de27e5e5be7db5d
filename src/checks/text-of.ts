/** What an answer's body says in words: its strings, for checks that read messages. */
import type { AnswerBody } from './answer-body.ts';

/** @returns the text, or the strings of the JSON value a line each; empty for bytes and nothing. */
export function textOf(body: AnswerBody): string {
  switch (body.kind) {
    case 'json':
      return stringsIn(body.value).join('\n');
    case 'text':
    case 'unparsable':
      return body.text;
    case 'none':
    case 'bytes':
      return '';
    default:
      return body satisfies never;
  }
}

function stringsIn(root: unknown): readonly string[] {
  const strings: string[] = [];
  const open: unknown[] = [root];
  // No recursion: an answer may be nested deeper than the stack is.
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') strings.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const member of Object.values(value).reverse()) open.push(member);
    }
  }
  return strings;
}
