/** Plays the battery to a library with faults or oddities in it, and writes down what an observer sees. */
import { BATTERY, type Shot } from './battery.ts';
import type { Reply } from './http/message.ts';
import { openLibrary } from './library/seed.ts';
import { createStage, type Placed } from './server/staged.ts';

interface Seen {
  readonly shot: Shot;
  /** All that could be seen of the answer: status, headers, body, delay, a break of the wire. */
  readonly sight: string;
  readonly reply: Reply;
}

/** Plays those shots that `takes` lets through, in order, to a new library. */
export function play(placed: readonly Placed[], takes: (shot: Shot) => boolean): readonly Seen[] {
  const stage = createStage(openLibrary(), placed);
  return BATTERY.filter(takes).map((shot) => {
    const { reply, delayMs, wire } = stage(shot.request);
    const { status, headers, body } = reply;
    const sight = JSON.stringify([status, headers, body.toString('latin1'), delayMs, wire?.name]);
    return { shot, sight, reply };
  });
}
