// The smallest valid request of each operation for one ticket, for scenarios about who may send it at all.
import type { OperationId } from './answers.ts';
import type { Request } from './client.ts';

export interface Place {
  readonly ticketId: number;
  readonly commentId: number;
  readonly auditId: number;
  readonly attachmentId: number;
  readonly userId: number;
  readonly macroId: number;
  readonly viewId: number;
  readonly twitterHandleId: number;
}

const NEW = { subject: '[assay] Not to be made', comment: { body: 'Not to be made.' } };

/** What it takes to ask for each operation, the rating apart: that one is for end users. */
export function minimalCalls(place: Place): Readonly<Partial<Record<OperationId, Request>>> {
  const { ticketId: ticket_id, commentId, auditId, userId } = place;
  const ids = { query: { ids: ticket_id } };
  const ofTicket = { ticket_id };
  const comment = { ...ofTicket, comment_id: commentId, ticket_comment_id: commentId };
  const audit = { ...ofTicket, ticket_audit_id: auditId };
  const tags = { ...ofTicket, body: { tags: ['not_to_be_there'] } };
  return {
    CreateTicketFromTweet: {
      body: {
        ticket: {
          twitter_status_message_id: 1,
          monitored_twitter_handle_id: place.twitterHandleId,
        },
      },
    },
    GettingTwicketStatus: comment,
    OpenTicketInAgentBrowser: { ...ofTicket, agent_id: userId },
    CreateTicketOrVoicemailTicket: { body: { ticket: { ...NEW, via_id: 45 } } },
    TicketImport: { body: { ticket: NEW } },
    TicketBulkImport: { body: { tickets: [NEW] } },
    IncrementalTicketExportTime: { query: { start_time: 1 } },
    IncrementalTicketExportCursor: { query: { start_time: 1 } },
    ListTicketAttributeValues: ofTicket,
    SetTicketAttributeValues: { ...ofTicket, body: { attribute_value_ids: [] } },
    ListTickets: {},
    CreateTicket: { body: { ticket: NEW } },
    ShowTicket: ofTicket,
    UpdateTicket: { ...ofTicket, body: { ticket: { priority: 'urgent' } } },
    DeleteTicket: ofTicket,
    ListAuditsForTicket: ofTicket,
    ShowTicketAudit: audit,
    MakeTicketCommentPrivateFromAudits: { ...audit, body: {} },
    CountAuditsForTicket: ofTicket,
    ListTicketCollaborators: ofTicket,
    ListTicketComments: ofTicket,
    RedactCommentAttachment: { ...comment, attachment_id: place.attachmentId, body: {} },
    MakeTicketCommentPrivate: { ...comment, body: {} },
    RedactStringInComment: { ...comment, body: { text: 'look' } },
    CountTicketComments: ofTicket,
    ListConversationLogForTicket: ofTicket,
    ListTicketEmailCCs: ofTicket,
    ListTicketFollowers: ofTicket,
    ListTicketIncidents: ofTicket,
    ShowTicketAfterChanges: { ...ofTicket, macro_id: place.macroId },
    MarkTicketAsSpamAndSuspendRequester: { ...ofTicket, body: {} },
    MergeTicketsIntoTargetTicket: { ...ofTicket, body: { ids: [ticket_id] } },
    TicketRelatedInformation: ofTicket,
    ListResourceTags: ofTicket,
    SetTagsTicket: tags,
    PutTagsTicket: tags,
    DeleteTagsTicket: tags,
    CountTickets: {},
    TicketsCreateMany: { body: { tickets: [NEW] } },
    BulkDeleteTickets: ids,
    MarkManyTicketsAsSpam: { ...ids, body: {} },
    TicketsShowMany: ids,
    TicketsUpdateMany: { ...ids, body: { ticket: { priority: 'urgent' } } },
    ListTicketsFromView: { view_id: place.viewId },
  };
}
