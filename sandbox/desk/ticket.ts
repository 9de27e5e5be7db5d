// A ticket as the sandbox keeps it: what people may set, what follows from it, and when things happened to it.
// Its comments and audits are kept beside it, by its id.
import type { Via } from './via.ts';

/** Statuses in the order of the life cycle; `deleted` is no status but a way of being gone. */
export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export const TYPES = ['problem', 'incident', 'question', 'task'] as const;
export type TicketType = (typeof TYPES)[number];

export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Value of a custom field. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/** Whether the ticket is to be found, put away, or gone (and whether its text was scrubbed since). */
export type Life =
  | { readonly kind: 'live' }
  | { readonly kind: 'archived' }
  | {
      readonly kind: 'deleted';
      readonly at: number;
      readonly actorId: number;
      readonly isScrubbed: boolean;
    };

/** When things happened, and how often: what metric sets and dates are read from. */
export interface Milestones {
  readonly assigneeUpdatedAt: number | null;
  readonly requesterUpdatedAt: number;
  readonly statusUpdatedAt: number;
  readonly initiallyAssignedAt: number | null;
  readonly assignedAt: number | null;
  readonly solvedAt: number | null;
  readonly closedAt: number | null;
  readonly latestCommentAt: number | null;
  readonly firstReplyAt: number | null;
  readonly reopens: number;
  readonly replies: number;
  readonly assigneeStations: number;
  readonly groupStations: number;
}

/** The requester's latest verdict on a solved ticket. */
export interface TicketRating {
  readonly id: number;
  readonly score: 'good' | 'bad';
  readonly comment: string | null;
  readonly reason: string | null;
  readonly reasonId: number | null;
}

export interface Ticket {
  readonly id: number;
  readonly externalId: string | null;
  readonly via: Via;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly generatedAt: number;
  readonly type: TicketType | null;
  readonly subject: string | null;
  readonly rawSubject: string | null;
  readonly description: string;
  readonly priority: Priority | null;
  readonly status: Status;
  readonly recipient: string | null;
  readonly requesterId: number;
  readonly submitterId: number;
  readonly assigneeId: number | null;
  readonly organizationId: number | null;
  readonly groupId: number | null;
  readonly followerIds: readonly number[];
  readonly emailCcIds: readonly number[];
  readonly problemId: number | null;
  readonly isPublic: boolean;
  readonly dueAt: number | null;
  readonly tags: readonly string[];
  readonly customFields: ReadonlyMap<number, FieldValue>;
  readonly rating: TicketRating | null;
  readonly sharingAgreementIds: readonly number[];
  readonly customStatusId: number;
  readonly followupIds: readonly number[];
  readonly followupSourceId: number | null;
  readonly formId: number;
  readonly brandId: number;
  readonly attributeValueIds: readonly string[];
  readonly life: Life;
  readonly milestones: Milestones;
}
