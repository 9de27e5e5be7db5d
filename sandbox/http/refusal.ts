// A request that is not served. Rules throw a refusal wherever they notice one; the answer it carries leaves through the
// same place as every other, and whatever the request had changed is undone.
import type { Reply } from './reply.ts';

/** Thrown to answer something else than what was asked. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.name = 'Refusal';
    this.reply = reply;
  }
}
