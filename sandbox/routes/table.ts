// The route table: every path the sandbox knows, first the 45 operations of the description, then those beside them.
import { countAudits, listAudits, showAudit } from './audits.ts';
import { destroyManyTickets, spamManyTickets, updateManyTickets } from './bulk-change.ts';
import { createManyTickets } from './bulk-create.ts';
import {
  createTicketFromTweet,
  createVoiceTicket,
  displayTicket,
  listTweetStatuses,
} from './channels.ts';
import {
  makeAuditPrivate,
  makeCommentPrivate,
  redactComment,
  redactCommentAttachment,
} from './comment-changes.ts';
import { countComments, listComments } from './comments.ts';
import { listConversation } from './conversation-log.ts';
import { exportByCursor, exportByTime } from './exports.ts';
import { importManyTickets, importOneTicket } from './imports.ts';
import { line, PER_TICKET, perMinute } from './line.ts';
import { mergeTickets } from './merge.ts';
import { listCollaborators, listEmailCcs, listFollowers } from './people.ts';
import { rateOneTicket } from './ratings.ts';
import type { Route } from './route.ts';
import { SIDE_ROUTES } from './side-table.ts';
import { listSkills, setTicketSkills } from './skills.ts';
import { applyMacro, listIncidents, markTicketAsSpam, showRelated } from './ticket-relations.ts';
import { addTags, listTags, removeTags, setTags } from './ticket-tags.ts';
import {
  countTickets,
  createOneTicket,
  deleteOneTicket,
  listTickets,
  showManyTickets,
  showTicket,
  updateOneTicket,
} from './tickets.ts';
import { listViewTickets } from './views.ts';

const EXPORTS = perMinute('incremental-exports', 10);
const UPDATES = perMinute('tickets-update', 100);
const CREATES = perMinute('ticket-request-create-by-user-and-ip', 300);
const T = '/tickets/:ticket_id';

/** The 45 operations, in the order of the description. */
export const OPERATIONS: readonly Route[] = [
  line(
    'CreateTicketFromTweet',
    'POST /channels/twitter/tickets',
    'channels/twitter/tickets#create',
    createTicketFromTweet,
  ),
  line(
    'GettingTwicketStatus',
    'GET /channels/twitter/tickets/:comment_id/statuses',
    'channels/twitter/tickets#statuses',
    listTweetStatuses,
  ),
  line(
    'OpenTicketInAgentBrowser',
    'POST /channels/voice/agents/:agent_id/tickets/:ticket_id/display',
    'channels/voice/tickets#display',
    displayTicket,
    { body: 'none' },
  ),
  line(
    'CreateTicketOrVoicemailTicket',
    'POST /channels/voice/tickets',
    'channels/voice/tickets#create',
    createVoiceTicket,
  ),
  line('TicketImport', 'POST /imports/tickets', 'imports/tickets#create', importOneTicket, {
    who: 'admin',
  }),
  line(
    'TicketBulkImport',
    'POST /imports/tickets/create_many',
    'imports/tickets#create_many',
    importManyTickets,
    { who: 'admin' },
  ),
  line(
    'IncrementalTicketExportTime',
    'GET /incremental/tickets',
    'incremental#tickets',
    exportByTime,
    { who: 'admin', buckets: [EXPORTS] },
  ),
  line(
    'IncrementalTicketExportCursor',
    'GET /incremental/tickets/cursor',
    'incremental#cursor',
    exportByCursor,
    { who: 'admin', buckets: [EXPORTS] },
  ),
  line(
    'ListTicketAttributeValues',
    'GET /routing/tickets/:ticket_id/instance_values',
    'routing/tickets#index',
    listSkills,
  ),
  line(
    'SetTicketAttributeValues',
    'POST /routing/tickets/:ticket_id/instance_values',
    'routing/tickets#create',
    setTicketSkills,
    { who: 'admin' },
  ),
  line('ListTickets', 'GET /tickets', 'tickets#index', listTickets, {
    buckets: [perMinute('tickets-index', 100)],
  }),
  line('CreateTicket', 'POST /tickets', 'tickets#create', createOneTicket, { buckets: [CREATES] }),
  line('ShowTicket', `GET ${T}`, 'tickets#show', showTicket),
  line('UpdateTicket', `PUT ${T}`, 'tickets#update', updateOneTicket, {
    buckets: [UPDATES, PER_TICKET],
  }),
  line('DeleteTicket', `DELETE ${T}`, 'tickets#destroy', deleteOneTicket, {
    who: 'deleter',
    buckets: [perMinute('tickets-destroy', 400)],
  }),
  line('ListAuditsForTicket', `GET ${T}/audits`, 'audits#index', listAudits),
  line('ShowTicketAudit', `GET ${T}/audits/:ticket_audit_id`, 'audits#show', showAudit),
  line(
    'MakeTicketCommentPrivateFromAudits',
    `PUT ${T}/audits/:ticket_audit_id/make_private`,
    'audits#make_private',
    makeAuditPrivate,
    { body: 'none' },
  ),
  line('CountAuditsForTicket', `GET ${T}/audits/count`, 'audits#count', countAudits),
  line(
    'ListTicketCollaborators',
    `GET ${T}/collaborators`,
    'collaborators#index',
    listCollaborators,
  ),
  line('ListTicketComments', `GET ${T}/comments`, 'ticket_comments#index', listComments),
  line(
    'RedactCommentAttachment',
    `PUT ${T}/comments/:comment_id/attachments/:attachment_id/redact`,
    'attachments#redact',
    redactCommentAttachment,
    { who: 'deleter', body: 'none', buckets: [PER_TICKET] },
  ),
  line(
    'MakeTicketCommentPrivate',
    `PUT ${T}/comments/:ticket_comment_id/make_private`,
    'ticket_comments#make_private',
    makeCommentPrivate,
    { body: 'none' },
  ),
  line(
    'RedactStringInComment',
    `PUT ${T}/comments/:ticket_comment_id/redact`,
    'ticket_comments#redact',
    redactComment,
    { who: 'deleter' },
  ),
  line('CountTicketComments', `GET ${T}/comments/count`, 'ticket_comments#count', countComments),
  line(
    'ListConversationLogForTicket',
    `GET ${T}/conversation_log`,
    'conversation_log#index',
    listConversation,
  ),
  line('ListTicketEmailCCs', `GET ${T}/email_ccs`, 'email_ccs#index', listEmailCcs),
  line('ListTicketFollowers', `GET ${T}/followers`, 'followers#index', listFollowers),
  line('ListTicketIncidents', `GET ${T}/incidents`, 'tickets#incidents', listIncidents),
  line('ShowTicketAfterChanges', `GET ${T}/macros/:macro_id/apply`, 'macros#apply', applyMacro),
  line(
    'MarkTicketAsSpamAndSuspendRequester',
    `PUT ${T}/mark_as_spam`,
    'tickets#mark_as_spam',
    markTicketAsSpam,
    { who: 'deleter', body: 'none' },
  ),
  line('MergeTicketsIntoTargetTicket', `POST ${T}/merge`, 'tickets#merge', mergeTickets),
  line('TicketRelatedInformation', `GET ${T}/related`, 'tickets#related', showRelated),
  line(
    'CreateTicketSatisfactionRating',
    `POST ${T}/satisfaction_rating`,
    'satisfaction_ratings#create',
    rateOneTicket,
    { who: 'user' },
  ),
  line('ListResourceTags', `GET ${T}/tags`, 'tags#index', listTags, {
    buckets: [perMinute('tags-index', 100)],
  }),
  line('SetTagsTicket', `POST ${T}/tags`, 'tags#create', setTags),
  line('PutTagsTicket', `PUT ${T}/tags`, 'tags#update', addTags),
  line('DeleteTagsTicket', `DELETE ${T}/tags`, 'tags#destroy', removeTags, { body: 'json' }),
  line('CountTickets', 'GET /tickets/count', 'tickets#count', countTickets),
  line('TicketsCreateMany', 'POST /tickets/create_many', 'tickets#create_many', createManyTickets),
  line(
    'BulkDeleteTickets',
    'DELETE /tickets/destroy_many',
    'tickets#destroy_many',
    destroyManyTickets,
    { who: 'deleter' },
  ),
  line(
    'MarkManyTicketsAsSpam',
    'PUT /tickets/mark_many_as_spam',
    'tickets#mark_many_as_spam',
    spamManyTickets,
    { who: 'deleter', body: 'none' },
  ),
  line('TicketsShowMany', 'GET /tickets/show_many', 'tickets#show_many', showManyTickets),
  line('TicketsUpdateMany', 'PUT /tickets/update_many', 'tickets#update_many', updateManyTickets, {
    buckets: [perMinute('tickets-update-many', 100)],
  }),
  line('ListTicketsFromView', 'GET /views/:view_id/tickets', 'views#tickets', listViewTickets),
];

/** Every route. */
export const ROUTES: readonly Route[] = [...OPERATIONS, ...SIDE_ROUTES];
