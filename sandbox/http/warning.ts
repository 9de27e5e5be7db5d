// The header by which the service tells that it ignored members of the body: text in the style of Ruby's inspect.
import type { Call } from './call.ts';
import { withHeaders, type Reply } from './reply.ts';

/** Characters of the list that are sent at most: a header has to fit. */
const MAX_CHARACTERS = 2_000;

/** The reply with a warning, when there is something to warn of. */
export function withWarning(reply: Reply, call: Call, unknown: readonly string[]): Reply {
  if (unknown.length === 0) return reply;
  const keys = unknown.map(inspect).join(', ').slice(0, MAX_CHARACTERS);
  const words = `{:controller=>"${call.controller}", :action=>"${call.action}", :unpermitted_keys=>[${keys}], :invalid_values=>[]}`;
  return withHeaders(reply, { 'x-zendesk-api-warn': words });
}

// Only printable ASCII may stand in a header.
function inspect(name: string): string {
  return JSON.stringify(name).replace(/[^\x20-\x7e]/g, '?');
}
