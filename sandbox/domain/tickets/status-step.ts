// How far it is: the life cycle. Solving needs somebody who solved it; a ticket that left `new` never comes back to it.
import type { CustomStatus } from '../../desk/account-records.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Status, Ticket } from '../../desk/ticket.ts';
import { activeUser } from '../users/user-directory.ts';
import type { Change, Step } from './change.ts';

/** Sets status and custom status, and the assignee where solving brings one. */
export const statusStep: Step = (change, ticket) => {
  const custom = askedCustomStatus(change);
  const asked = custom?.category ?? change.input.status ?? null;
  const status = nextStatus(change, ticket, asked);
  const assigneeId = solverOf(change, ticket, status);
  if (status === 'solved' && change.before?.status !== 'solved')
    checkSolvable(change, { ...ticket, assigneeId });
  return { status, assigneeId, customStatusId: customStatusAfter(change, ticket, status, custom) };
};

/** The default custom status of a status; closed tickets keep that of solved ones. */
export function defaultCustomStatus(desk: Desk, status: Status): number {
  const category = status === 'closed' ? 'solved' : status;
  for (const custom of desk.customStatuses.values()) {
    if (custom.category === category && custom.isDefault) return custom.id;
  }
  return 0;
}

function nextStatus({ before }: Change, ticket: Ticket, asked: Status | null): Status {
  const left = before?.status ?? 'new';
  const wanted = asked === 'new' && left !== 'new' ? left : (asked ?? ticket.status);
  return wanted === 'new' && ticket.assigneeId !== null ? 'open' : wanted;
}

function askedCustomStatus({ desk, input, problems }: Change): CustomStatus | null {
  const id = input.custom_status_id;
  if (id === undefined || id === null) return null;
  const custom = desk.customStatuses.get(id);
  if (custom === undefined) problems.addInvalid('custom_status');
  return custom ?? null;
}

function customStatusAfter(
  { desk, before }: Change,
  ticket: Ticket,
  status: Status,
  asked: CustomStatus | null,
): number {
  if (asked !== null && asked.category === status) return asked.id;
  const isKept = before !== null && (before.status === status || status === 'closed');
  return isKept ? ticket.customStatusId : defaultCustomStatus(desk, status);
}

function solverOf({ desk, actor }: Change, ticket: Ticket, status: Status): number | null {
  if (status !== 'solved' || ticket.assigneeId !== null) return ticket.assigneeId;
  return desk.settings.get('settings')?.autoAssignOnSolve === true ? actor.id : null;
}

function checkSolvable({ desk, problems, isImport }: Change, ticket: Ticket): void {
  if (isImport) return;
  for (const field of desk.fields.values()) {
    const isMissing =
      field.type === 'assignee'
        ? ticket.assigneeId === null || activeUser(desk, ticket.assigneeId) === null
        : field.isRequired && isEmpty(ticket.customFields.get(field.id));
    if (!isMissing) continue;
    problems.add('base', {
      description: `${field.title}: is required when solving a ticket`,
      error: null,
      ticket_field_id: field.id,
      ticket_field_type: FIELD_TYPES[field.type],
    });
  }
}

const FIELD_TYPES = {
  text: 'FieldText',
  tagger: 'FieldTagger',
  assignee: 'FieldAssignee',
  description: 'FieldDescription',
} as const;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === false;
}
