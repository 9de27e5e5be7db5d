// What a change did: one audit a change, one event a thing changed. Events of comments point at the comment, so that a
// redaction shows wherever the comment is shown.
import type { Via } from './via.ts';

/** Value of a field inside a Create or Change event: ids are strings of digits there. */
export type EventValue = string | null | readonly string[];

/** One thing that a change did, before it has an id. */
export type EventDraft =
  | { readonly kind: 'comment'; readonly commentId: number }
  | { readonly kind: 'create'; readonly field: string; readonly value: EventValue }
  | {
      readonly kind: 'change';
      readonly field: string;
      readonly value: EventValue;
      readonly previous: EventValue;
      readonly via?: Via;
    }
  | {
      readonly kind: 'notification';
      readonly via: Via;
      readonly subject: string;
      readonly body: string;
      readonly recipients: readonly number[];
    }
  | {
      readonly kind: 'other';
      readonly type: string;
      readonly members: Readonly<Record<string, unknown>>;
    };

export type AuditEvent = EventDraft & { readonly id: number };

export interface Audit {
  readonly id: number;
  readonly ticketId: number;
  readonly createdAt: number;
  readonly authorId: number;
  readonly custom: Readonly<Record<string, unknown>>;
  readonly events: readonly AuditEvent[];
  readonly via: Via;
}
