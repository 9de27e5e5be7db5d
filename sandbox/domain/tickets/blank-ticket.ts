// What a ticket is before anything is said of it: the account's defaults, asked and submitted by the caller.
import type { Desk } from '../../desk/desk.ts';
import type { Ticket } from '../../desk/ticket.ts';
import type { User } from '../../desk/user.ts';
import type { Via } from '../../desk/via.ts';
import { firstMilestones } from './milestones.ts';

/** A ticket with nothing in it and no id yet. */
export function blankTicket(desk: Desk, actor: User, via: Via): Ticket {
  const now = desk.clock.now();
  return {
    id: 0,
    externalId: null,
    via,
    createdAt: now,
    updatedAt: now,
    generatedAt: now,
    type: null,
    subject: null,
    rawSubject: null,
    description: '',
    priority: null,
    status: 'new',
    recipient: null,
    requesterId: actor.id,
    submitterId: actor.id,
    assigneeId: null,
    organizationId: actor.organizationId,
    groupId: null,
    followerIds: [],
    emailCcIds: [],
    problemId: null,
    isPublic: true,
    dueAt: null,
    tags: [],
    customFields: new Map(),
    rating: null,
    sharingAgreementIds: [],
    customStatusId: 0,
    followupIds: [],
    followupSourceId: null,
    formId: desk.defaults.formId,
    brandId: desk.defaults.brandId,
    attributeValueIds: [],
    life: { kind: 'live' },
    milestones: firstMilestones(now),
  };
}
