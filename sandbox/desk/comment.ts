// What was said on a ticket. A comment shares its id with its event in the audit that brought it.
import type { Via } from './via.ts';

/** What a call left behind; kept as the wire shows it. */
export interface CallRecord {
  readonly from: string;
  readonly to: string;
  readonly recordingUrl: string;
  readonly startedAt: string | null;
  readonly callDuration: number;
  readonly answeredById: number | null;
  readonly transcriptionText: string | null;
  readonly location: string | null;
}

export interface Comment {
  readonly id: number;
  readonly ticketId: number;
  readonly auditId: number;
  readonly kind: 'Comment' | 'VoiceComment' | 'Tweet';
  readonly authorId: number;
  readonly plainBody: string;
  readonly htmlBody: string;
  readonly isPublic: boolean;
  readonly attachmentIds: readonly number[];
  readonly createdAt: number;
  readonly via: Via;
  readonly call: CallRecord | null;
  readonly custom: Readonly<Record<string, unknown>>;
}
