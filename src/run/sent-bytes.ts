/**
 * Which bytes a run has sent: the same request a second time says nothing new of a target, so a case
 * whose bytes were sent before is left out. What must be sent again (a twin, a control, a failure
 * that is made smaller or confirmed) does not ask.
 */
import type { PreparedRequest } from '../wire/request.ts';
import { NumberSet } from './number-set.ts';

export interface SentBytes {
  /** Whether its very bytes were noted before. */
  knows(request: PreparedRequest): boolean;
  note(request: PreparedRequest): void;
}

/** @returns an empty book; it keeps a number a request, so that a long run stays small. */
export function createSentBytes(): SentBytes {
  const known = new NumberSet();
  // Who asks whether a request is known is going to note it.
  let last: { readonly request: PreparedRequest; readonly digest: number } | undefined;
  const digest = (request: PreparedRequest): number => {
    if (last?.request !== request) last = { request, digest: digestOf(request) };
    return last.digest;
  };
  return {
    knows: (request) => known.has(digest(request)),
    note: (request) => {
      known.add(digest(request));
    },
  };
}

/** 53 bits, never zero: two requests of a million share one by chance in about one of 20,000 runs. */
function digestOf({ method, target, headers, body }: PreparedRequest): number {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  const add = (unit: number): void => {
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  };
  const addText = (text: string): void => {
    for (let index = 0; index < text.length; index += 1) add(text.charCodeAt(index));
    add(0x1_0000);
  };
  addText(method);
  addText(target);
  for (const [name, value] of headers) {
    addText(name);
    addText(value);
  }
  for (const byte of body ?? []) add(byte);
  return (high >>> 0) * 2 ** 21 + ((low >>> 0) >>> 11) || 1;
}
