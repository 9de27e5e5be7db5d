// What each of the 45 operations answers with when it succeeds, as scenarios read it.
import type {
  Attachment,
  AttributeValue,
  Audit,
  Comment,
  ConversationEntry,
  Count,
  JobStatus,
  SatisfactionRating,
  Ticket,
  User,
} from './records.ts';

/** The envelope of a page: `meta` and `links` under cursor paging, the other three under offset paging. */
export interface Page {
  readonly meta?: Meta;
  readonly links?: { readonly next: string | null; readonly prev: string | null };
  readonly next_page?: string | null;
  readonly previous_page?: string | null;
  readonly count?: number;
}

export interface Meta {
  readonly has_more: boolean;
  readonly after_cursor: string | null;
  readonly before_cursor: string | null;
}

interface Tickets extends Page {
  readonly tickets: readonly Ticket[];
  readonly users?: readonly User[];
}

interface Users extends Page {
  readonly users: readonly User[];
}

interface TicketBody {
  readonly ticket: Ticket;
}

interface WithAudit extends TicketBody {
  readonly audit: Audit;
}

interface Job {
  readonly job_status: JobStatus;
}

interface Tags {
  readonly tags: readonly string[];
}

interface Skills {
  readonly attribute_values: readonly AttributeValue[];
}

interface Counted {
  readonly count: Count;
}

/** Body by operation. */
export interface Answers {
  readonly CreateTicketFromTweet: unknown;
  readonly GettingTwicketStatus: { readonly statuses: readonly { readonly id: number }[] };
  readonly OpenTicketInAgentBrowser: unknown;
  readonly CreateTicketOrVoicemailTicket: TicketBody;
  readonly TicketImport: TicketBody;
  readonly TicketBulkImport: Job;
  readonly IncrementalTicketExportTime: {
    readonly tickets: readonly Ticket[];
    readonly count: number;
    readonly end_of_stream: boolean;
    readonly next_page: string | null;
    readonly end_time: number | null;
  };
  readonly IncrementalTicketExportCursor: {
    readonly tickets: readonly Ticket[];
    readonly after_url: string | null;
    readonly after_cursor: string | null;
    readonly end_of_stream: boolean;
  };
  readonly ListTicketAttributeValues: Skills;
  readonly SetTicketAttributeValues: Skills;
  readonly ListTickets: Tickets;
  readonly CreateTicket: WithAudit;
  readonly ShowTicket: TicketBody;
  readonly UpdateTicket: WithAudit;
  readonly DeleteTicket: unknown;
  readonly ListAuditsForTicket: Page & { readonly audits: readonly Audit[] };
  readonly ShowTicketAudit: { readonly audit: Audit };
  readonly MakeTicketCommentPrivateFromAudits: unknown;
  readonly CountAuditsForTicket: Counted;
  readonly ListTicketCollaborators: Users;
  readonly ListTicketComments: Page & {
    readonly comments: readonly Comment[];
    readonly users?: readonly User[];
  };
  readonly RedactCommentAttachment: { readonly attachment: Attachment };
  readonly MakeTicketCommentPrivate: unknown;
  readonly RedactStringInComment: { readonly comment: Comment };
  readonly CountTicketComments: Counted;
  readonly ListConversationLogForTicket: Page & { readonly events: readonly ConversationEntry[] };
  readonly ListTicketEmailCCs: Users;
  readonly ListTicketFollowers: Users;
  readonly ListTicketIncidents: Tickets;
  readonly ShowTicketAfterChanges: {
    readonly result: {
      readonly ticket: Partial<Ticket> & { readonly comment?: { readonly body?: string } };
    };
  };
  readonly MarkTicketAsSpamAndSuspendRequester: unknown;
  readonly MergeTicketsIntoTargetTicket: Job;
  readonly TicketRelatedInformation: {
    readonly ticket_related: {
      readonly incidents: number;
      readonly from_archive: boolean;
      readonly followup_source_ids: readonly string[];
    };
  };
  readonly CreateTicketSatisfactionRating: {
    readonly satisfaction_rating: SatisfactionRating | readonly SatisfactionRating[];
  };
  readonly ListResourceTags: Tags;
  readonly SetTagsTicket: Tags;
  readonly PutTagsTicket: Tags;
  /** Nothing, where the service answers with 204. */
  readonly DeleteTagsTicket: Tags | null;
  readonly CountTickets: Counted;
  readonly TicketsCreateMany: Job;
  readonly BulkDeleteTickets: Job;
  readonly MarkManyTicketsAsSpam: Job;
  readonly TicketsShowMany: Tickets;
  readonly TicketsUpdateMany: Job;
  readonly ListTicketsFromView: Tickets;
}

export type OperationId = keyof Answers;

/** What a refusal says, in any of the four envelopes. */
export interface Problem {
  readonly error?: string | { readonly title: string; readonly message: string };
  readonly description?: string;
  readonly details?: Readonly<
    Record<string, readonly { readonly description: string; readonly error?: string | null }[]>
  >;
  readonly errors?: readonly { readonly code: string; readonly title: string }[];
  readonly max_count?: number;
}
