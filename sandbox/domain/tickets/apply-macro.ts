// What a ticket would be after a macro: worked out, never written.
import type { Macro } from '../../desk/account-records.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import { defaultCustomStatus } from './status-step.ts';
import { withTags } from './tags.ts';

/** The ticket as the macro would leave it. */
export function previewMacro(desk: Desk, ticket: Ticket, macro: Macro): Ticket {
  const status = macro.status ?? ticket.status;
  return {
    ...ticket,
    status,
    customStatusId:
      status === ticket.status ? ticket.customStatusId : defaultCustomStatus(desk, status),
    priority: macro.priority ?? ticket.priority,
    tags: withTags(ticket.tags, macro.addedTags),
    customFields:
      macro.field === null
        ? ticket.customFields
        : new Map([...ticket.customFields, [macro.field.id, macro.field.value]]),
  };
}
