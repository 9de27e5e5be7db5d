// Tickets that begin with a call: voicemail, or a call that came in or went out.
import type { CallRecord } from '../../desk/comment.ts';
import type { Desk } from '../../desk/desk.ts';
import type { User } from '../../desk/user.ts';
import { viaOf, type Via } from '../../desk/via.ts';
import type { TicketInput } from '../../input/ticket-members.ts';
import { CALL_MEMBERS, voiceComment } from '../../input/voice-comment.ts';
import { INVALID } from '../../input/reader.ts';
import type { DetailList } from '../../refusals/record-invalid.ts';
import { createTicket, type Created } from './create-ticket.ts';

/** What the three channel numbers of a call mean. */
export const CALL_RELATIONS: Readonly<Record<number, 'voicemail' | 'inbound' | 'outbound'>> = {
  44: 'voicemail',
  45: 'inbound',
  46: 'outbound',
};

/** Makes a ticket of a call. @throws {Refusal} 422 */
export function createCallTicket(
  desk: Desk,
  actor: User,
  input: TicketInput,
  problems: DetailList,
): Created {
  const relation = CALL_RELATIONS[input.via_id ?? 0];
  if (relation === undefined) problems.addInvalid('via');
  const call = callOf(input, relation === 'voicemail', problems);
  const via = viaOfCall(relation ?? 'inbound', call, actor);
  const spoken =
    input.comment === undefined && call !== null ? { ...input, description: summary(call) } : input;
  const manner = call === null ? { via } : { via, call, firstKind: 'VoiceComment' as const };
  return createTicket(desk, actor, spoken, problems, manner);
}

function callOf(input: TicketInput, isVoicemail: boolean, problems: DetailList): CallRecord | null {
  const told = input.voice_comment;
  const isMissing =
    isVoicemail && CALL_MEMBERS.some((name) => (told?.[name] ?? undefined) === undefined);
  if (isMissing) problems.addInvalid('voice_comment', 'cannot be blank');
  if (told === undefined || isMissing) return null;
  const call = voiceComment(told);
  if (call !== INVALID) return call;
  problems.addInvalid('voice_comment');
  return null;
}

function viaOfCall(relation: string, call: CallRecord | null, agent: User): Via {
  if (call === null) return viaOf('voice', relation);
  const end = (phone: string, name: string): Record<string, string> => ({
    phone,
    formatted_phone: phone,
    name,
  });
  const isOutbound = relation === 'outbound';
  return viaOf(
    'voice',
    relation,
    end(call.from, isOutbound ? agent.name : `Caller ${call.from}`),
    end(call.to, isOutbound ? `Caller ${call.to}` : 'Support'),
  );
}

function summary(call: CallRecord): string {
  const lines = [
    `Call from: ${call.from}`,
    `Call to: ${call.to}`,
    ...(call.startedAt === null ? [] : [`Time of call: ${call.startedAt}`]),
    `Length of phone call: ${call.callDuration} seconds`,
    ...(call.location === null ? [] : [`Location: ${call.location}`]),
    ...(call.transcriptionText === null ? [] : [call.transcriptionText]),
  ];
  return lines.join('\n');
}
