// The Idempotency-Key of CreateTicket: the first answer is kept for two hours and given again to a repeat; the same key
// with another body is refused. Only answers that made something are kept.
import { Refusal } from '../http/refusal.ts';
import type { Call } from '../http/call.ts';
import { json, withHeaders, type Reply } from '../http/reply.ts';

const MAX_KEY_CHARACTERS = 255;

/** Answers once per key of the calling user. @throws {Refusal} 400 for an over-long key or another body */
export function withIdempotency(call: Call, answer: () => Reply): Reply {
  const key = call.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') return answer();
  if (key.length > MAX_KEY_CHARACTERS)
    throw idempotencyRefusal(`The key may have ${MAX_KEY_CHARACTERS} characters`);
  const name = `${call.actor.id}:${key}`;
  const bodyText = JSON.stringify(call.body ?? null);
  const kept = call.desk.keptAnswers.get(name);
  if (kept !== undefined) {
    if (kept.bodyText !== bodyText)
      throw idempotencyRefusal('The key was used before with other parameters');
    return json(kept.status, kept.value, { ...kept.headers, 'x-idempotency-lookup': 'hit' });
  }
  const reply = answer();
  if (reply.body.kind === 'json') {
    const { status, headers, body } = reply;
    const keptAt = call.desk.clock.now();
    call.desk.keptAnswers.set(name, { bodyText, status, value: body.value, headers, keptAt });
  }
  return withHeaders(reply, { 'x-idempotency-lookup': 'miss' });
}

function idempotencyRefusal(description: string): Refusal {
  return new Refusal(json(400, { error: 'IdempotentRequestError', description }));
}
