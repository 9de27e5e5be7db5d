// The route table: every path the sandbox knows, with what it asks of its caller and what serves it.
import { countAudits, listAudits, showAudit } from './audits.ts';
import { createManyTickets } from './bulk-create.ts';
import { countComments, listComments } from './comments.ts';
import type { Bucket, Route } from './route.ts';
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

const TICKET = '/tickets/:ticket_id';

const perMinute = (name: string, total: number): Bucket => ({
  name,
  total,
  windowSeconds: 60,
  per: 'account',
});

const PER_TICKET: Bucket = {
  name: 'per-ticket-updates',
  total: 30,
  windowSeconds: 600,
  per: 'user-and-ticket',
};

const TICKETS = 'api/v2/tickets';
const AUDITS = 'api/v2/audits';
const COMMENTS = 'api/v2/ticket_comments';
const TAGS = 'api/v2/tags';

const TICKET_ROUTES: readonly Route[] = [
  {
    operation: 'ListTickets',
    method: 'GET',
    path: '/tickets',
    who: 'agent',
    body: 'none',
    controller: TICKETS,
    action: 'index',
    bucket: perMinute('tickets-index', 100),
    handle: listTickets,
  },
  {
    operation: 'CreateTicket',
    method: 'POST',
    path: '/tickets',
    who: 'agent',
    body: 'json',
    controller: TICKETS,
    action: 'create',
    bucket: perMinute('ticket-request-create-by-user-and-ip', 300),
    handle: createOneTicket,
  },
  {
    operation: 'CountTickets',
    method: 'GET',
    path: '/tickets/count',
    who: 'agent',
    body: 'none',
    controller: TICKETS,
    action: 'count',
    handle: countTickets,
  },
  {
    operation: 'TicketsCreateMany',
    method: 'POST',
    path: '/tickets/create_many',
    who: 'agent',
    body: 'json',
    controller: TICKETS,
    action: 'create_many',
    handle: createManyTickets,
  },
  {
    operation: 'TicketsShowMany',
    method: 'GET',
    path: '/tickets/show_many',
    who: 'agent',
    body: 'none',
    controller: TICKETS,
    action: 'show_many',
    handle: showManyTickets,
  },
  {
    operation: 'ShowTicket',
    method: 'GET',
    path: TICKET,
    who: 'agent',
    body: 'none',
    controller: TICKETS,
    action: 'show',
    handle: showTicket,
  },
  {
    operation: 'UpdateTicket',
    method: 'PUT',
    path: TICKET,
    who: 'agent',
    body: 'json',
    controller: TICKETS,
    action: 'update',
    bucket: PER_TICKET,
    handle: updateOneTicket,
  },
  {
    operation: 'DeleteTicket',
    method: 'DELETE',
    path: TICKET,
    who: 'deleter',
    body: 'none',
    controller: TICKETS,
    action: 'destroy',
    bucket: perMinute('tickets-destroy', 400),
    handle: deleteOneTicket,
  },
  {
    operation: 'ListAuditsForTicket',
    method: 'GET',
    path: `${TICKET}/audits`,
    who: 'agent',
    body: 'none',
    controller: AUDITS,
    action: 'index',
    handle: listAudits,
  },
  {
    operation: 'CountAuditsForTicket',
    method: 'GET',
    path: `${TICKET}/audits/count`,
    who: 'agent',
    body: 'none',
    controller: AUDITS,
    action: 'count',
    handle: countAudits,
  },
  {
    operation: 'ShowTicketAudit',
    method: 'GET',
    path: `${TICKET}/audits/:ticket_audit_id`,
    who: 'agent',
    body: 'none',
    controller: AUDITS,
    action: 'show',
    handle: showAudit,
  },
  {
    operation: 'ListTicketComments',
    method: 'GET',
    path: `${TICKET}/comments`,
    who: 'agent',
    body: 'none',
    controller: COMMENTS,
    action: 'index',
    handle: listComments,
  },
  {
    operation: 'CountTicketComments',
    method: 'GET',
    path: `${TICKET}/comments/count`,
    who: 'agent',
    body: 'none',
    controller: COMMENTS,
    action: 'count',
    handle: countComments,
  },
  {
    operation: 'ListResourceTags',
    method: 'GET',
    path: `${TICKET}/tags`,
    who: 'agent',
    body: 'none',
    controller: TAGS,
    action: 'index',
    bucket: perMinute('tags-index', 100),
    handle: listTags,
  },
  {
    operation: 'SetTagsTicket',
    method: 'POST',
    path: `${TICKET}/tags`,
    who: 'agent',
    body: 'json',
    controller: TAGS,
    action: 'create',
    handle: setTags,
  },
  {
    operation: 'PutTagsTicket',
    method: 'PUT',
    path: `${TICKET}/tags`,
    who: 'agent',
    body: 'json',
    controller: TAGS,
    action: 'update',
    handle: addTags,
  },
  {
    operation: 'DeleteTagsTicket',
    method: 'DELETE',
    path: `${TICKET}/tags`,
    who: 'agent',
    body: 'json',
    controller: TAGS,
    action: 'destroy',
    handle: removeTags,
  },
];

/** Every route. */
export const ROUTES: readonly Route[] = [...TICKET_ROUTES];
