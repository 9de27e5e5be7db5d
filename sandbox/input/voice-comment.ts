// What a request tells of a call: six members that must be there, two that may.
import type { CallRecord } from '../desk/comment.ts';
import { instant } from './instant-reader.ts';
import { readMembers } from './members.ts';
import { id, INVALID, integer, isRecord, nullable, text, type Reader } from './reader.ts';

const MEMBERS = {
  from: text,
  to: text,
  recording_url: text,
  started_at: instant,
  call_duration: integer,
  answered_by_id: nullable(id),
  transcription_text: nullable(text),
  location: nullable(text),
};

const REQUIRED = [
  'from',
  'to',
  'recording_url',
  'started_at',
  'call_duration',
  'answered_by_id',
] as const;

/** A call; its start stays as it was written. */
export const voiceComment: Reader<CallRecord> = (given) => {
  if (!isRecord(given)) return INVALID;
  const { values, invalid } = readMembers(given, MEMBERS);
  if (invalid.length > 0 || REQUIRED.some((name) => values[name] === undefined)) return INVALID;
  return {
    from: values.from ?? '',
    to: values.to ?? '',
    recordingUrl: values.recording_url ?? '',
    startedAt: String(given['started_at']),
    callDuration: values.call_duration ?? 0,
    answeredById: values.answered_by_id ?? null,
    transcriptionText: values.transcription_text ?? null,
    location: values.location ?? null,
  };
};
