// What a request tells of a call: six members that must be there, two that may.
import type { CallRecord } from '../desk/comment.ts';
import { instant } from './instant-reader.ts';
import { readMembers } from './members.ts';
import { count, id, INVALID, isRecord, nullable, text, type Reader } from './reader.ts';

const MEMBERS = {
  from: text,
  to: text,
  recording_url: text,
  started_at: instant,
  call_duration: count,
  answered_by_id: nullable(id),
  transcription_text: nullable(text),
  location: nullable(text),
};

/** What a voicemail must tell of its call. */
export const CALL_MEMBERS = [
  'from',
  'to',
  'recording_url',
  'started_at',
  'call_duration',
  'answered_by_id',
] as const satisfies readonly (keyof typeof MEMBERS)[];

/** A call; its start stays as it was written, and what is not told is empty. */
export const voiceComment: Reader<CallRecord> = (given) => {
  if (!isRecord(given)) return INVALID;
  const { values, invalid } = readMembers(given, MEMBERS);
  if (invalid.length > 0) return INVALID;
  const startedAt = given['started_at'];
  return {
    from: values.from ?? '',
    to: values.to ?? '',
    recordingUrl: values.recording_url ?? '',
    startedAt: typeof startedAt === 'string' ? startedAt : null,
    callDuration: values.call_duration ?? 0,
    answeredById: values.answered_by_id ?? null,
    transcriptionText: values.transcription_text ?? null,
    location: values.location ?? null,
  };
};
