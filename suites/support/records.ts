// The records as scenarios read them: what is in them is held to spec/ before, so here stands only what a scenario asks for.

export interface Ticket {
  readonly id: number;
  readonly url: string;
  readonly external_id: string | null;
  readonly via: Via;
  readonly created_at: string;
  readonly updated_at: string;
  readonly generated_timestamp?: number;
  readonly type: string | null;
  readonly subject: string | null;
  readonly description: string;
  readonly priority: string | null;
  readonly status: string;
  readonly requester_id: number;
  readonly submitter_id: number;
  readonly assignee_id: number | null;
  readonly organization_id: number | null;
  readonly group_id: number | null;
  readonly collaborator_ids: readonly number[];
  readonly follower_ids: readonly number[];
  readonly email_cc_ids: readonly number[];
  readonly problem_id: number | null;
  readonly has_incidents: boolean;
  readonly is_public: boolean;
  readonly due_at: string | null;
  readonly tags: readonly string[];
  readonly custom_fields: readonly { readonly id: number; readonly value: unknown }[];
  readonly fields?: readonly unknown[];
  readonly satisfaction_rating: { readonly score: string; readonly comment?: string } | null;
  readonly custom_status_id: number | null;
  readonly followup_ids: readonly number[];
  readonly ticket_form_id: number | null;
  readonly brand_id: number;
}

export interface Via {
  readonly channel: string | number;
  readonly source: {
    readonly from: Readonly<Record<string, unknown>>;
    readonly rel: string | null;
  };
}

export interface Comment {
  readonly id: number;
  readonly type: string;
  readonly author_id: number;
  readonly body: string;
  readonly html_body: string;
  readonly plain_body: string;
  readonly public: boolean;
  readonly attachments: readonly Attachment[];
  readonly audit_id: number;
  readonly created_at: string;
}

export interface Attachment {
  readonly id: number;
  readonly file_name: string;
  readonly content_type: string;
  readonly content_url: string;
  readonly size: number;
  readonly inline: boolean;
}

export interface Audit {
  readonly id: number;
  readonly ticket_id: number;
  readonly created_at: string;
  readonly author_id: number;
  readonly metadata: { readonly custom: Readonly<Record<string, unknown>> };
  readonly events: readonly AuditEvent[];
  readonly via: Via;
}

/** An open union on `type`; the other members are those of the types that scenarios look at. */
export interface AuditEvent {
  readonly id: number;
  readonly type: string;
  readonly field_name?: string;
  readonly value?: unknown;
  readonly previous_value?: unknown;
  readonly body?: string;
  readonly public?: boolean;
  readonly comment_id?: number;
  readonly attachment_id?: number;
  readonly attachments?: readonly Attachment[];
  readonly score?: string;
  readonly recipients?: readonly number[];
}

export interface User {
  readonly id: number | string;
  readonly name: string;
  readonly email?: string | null;
  readonly role?: string;
  readonly suspended?: boolean;
}

export interface JobStatus {
  readonly id: string;
  readonly url: string;
  readonly total: number | null;
  readonly progress: number | null;
  readonly status: string;
  readonly message: string | null;
  readonly results: readonly JobResult[] | { readonly success: boolean } | null;
}

export interface JobResult {
  readonly index?: number;
  readonly id?: number;
  readonly action?: string;
  readonly status?: string;
  readonly success?: boolean;
  readonly error?: string;
  readonly details?: string;
}

export interface Count {
  readonly value: number;
  readonly refreshed_at: string | null;
}

export interface SatisfactionRating {
  readonly id: number;
  readonly ticket_id: number;
  readonly requester_id: number;
  readonly score: string;
  readonly comment: string | null;
}

export interface AttributeValue {
  readonly id: string;
  readonly name: string;
}

export interface ConversationEntry {
  readonly id: string;
  readonly type: string;
  readonly reference: string;
  readonly content: { readonly body?: string };
}
