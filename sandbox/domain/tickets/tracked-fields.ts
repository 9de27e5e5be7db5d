// Which members of a ticket leave a trace in its audits, and how their values look there: ids are texts of digits, tags a
// list, everything else text or null.
import type { EventDraft, EventValue } from '../../desk/audit.ts';
import { isoOrNull } from '../../desk/instant.ts';
import type { FieldValue, Ticket } from '../../desk/ticket.ts';
import { sameList } from './tags.ts';

type Tracked = readonly [field: string, valueOf: (ticket: Ticket) => EventValue];

const idText = (id: number | null): string | null => (id === null ? null : String(id));

/** In the order of a creation's events; the first five are written also when they are null. */
const ALWAYS: readonly Tracked[] = [
  ['subject', (ticket) => ticket.subject],
  ['requester_id', (ticket) => idText(ticket.requesterId)],
  ['priority', (ticket) => ticket.priority],
  ['type', (ticket) => ticket.type],
  ['status', (ticket) => ticket.status],
];

const WHEN_SET: readonly Tracked[] = [
  ['assignee_id', (ticket) => idText(ticket.assigneeId)],
  ['group_id', (ticket) => idText(ticket.groupId)],
  ['tags', (ticket) => (ticket.tags.length === 0 ? null : ticket.tags)],
  ['external_id', (ticket) => ticket.externalId],
  ['due_at', (ticket) => isoOrNull(ticket.dueAt)],
  ['problem_id', (ticket) => idText(ticket.problemId)],
  ['recipient', (ticket) => ticket.recipient],
  ['organization_id', (ticket) => idText(ticket.organizationId)],
  ['brand_id', (ticket) => idText(ticket.brandId)],
  ['ticket_form_id', (ticket) => idText(ticket.formId)],
  ['custom_status_id', (ticket) => idText(ticket.customStatusId)],
];

const TRACKED = [...ALWAYS, ...WHEN_SET];

/** The events of a new ticket. */
export function creationEvents(ticket: Ticket): readonly EventDraft[] {
  const always = ALWAYS.map(([field, valueOf]) => created(field, valueOf(ticket)));
  const set = WHEN_SET.flatMap(([field, valueOf]) => {
    const value = valueOf(ticket);
    return value === null ? [] : [created(field, value)];
  });
  const custom = [...ticket.customFields].flatMap(([id, value]) =>
    value === null ? [] : [created(String(id), eventValue(value))],
  );
  return [...always, ...set, ...custom];
}

/** The events of what became of a ticket. */
export function changeEvents(before: Ticket, after: Ticket): readonly EventDraft[] {
  const plain = TRACKED.flatMap(([field, valueOf]) =>
    changed(field, valueOf(before), valueOf(after), field === 'tags' ? [] : null),
  );
  return [...plain, ...customFieldEvents(before, after), ...peopleEvents(before, after)];
}

function customFieldEvents(before: Ticket, after: Ticket): readonly EventDraft[] {
  if (before.customFields === after.customFields) return [];
  return [...after.customFields].flatMap(([id, value]) =>
    changed(String(id), eventValue(before.customFields.get(id) ?? null), eventValue(value), null),
  );
}

function peopleEvents(before: Ticket, after: Ticket): readonly EventDraft[] {
  return [
    ...peopleEvent('FollowerChange', 'followers', before.followerIds, after.followerIds),
    ...peopleEvent('EmailCcChange', 'email_ccs', before.emailCcIds, after.emailCcIds),
  ];
}

/** The events by which people joined a new ticket. */
export function joiningEvents(ticket: Ticket): readonly EventDraft[] {
  return [
    ...peopleEvent('FollowerChange', 'followers', [], ticket.followerIds),
    ...peopleEvent('EmailCcChange', 'email_ccs', [], ticket.emailCcIds),
  ];
}

// Newcomers are told by a Cc event too, the older spelling that clients know.
function peopleEvent(
  type: string,
  members: string,
  before: readonly number[],
  after: readonly number[],
): readonly EventDraft[] {
  if (sameList(before, after)) return [];
  const change: EventDraft = {
    kind: 'other',
    type,
    members: { [`previous_${members}`]: before, [`current_${members}`]: after },
  };
  const recipients = after.filter((id) => !before.includes(id));
  return recipients.length === 0
    ? [change]
    : [change, { kind: 'other', type: 'Cc', members: { recipients } }];
}

function created(field: string, value: EventValue): EventDraft {
  return { kind: 'create', field, value };
}

function changed(
  field: string,
  previous: EventValue,
  value: EventValue,
  nothing: EventValue,
): readonly EventDraft[] {
  const isSame =
    Array.isArray(previous) && Array.isArray(value)
      ? sameList(previous, value)
      : previous === value;
  return isSame
    ? []
    : [{ kind: 'change', field, value: value ?? nothing, previous: previous ?? nothing }];
}

function eventValue(value: FieldValue): EventValue {
  return value === null || Array.isArray(value) ? (value as EventValue) : String(value);
}
