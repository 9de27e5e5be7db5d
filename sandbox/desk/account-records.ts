// The small records of an account that tickets point at: groups, organizations, brand, form, fields, statuses, rules.
import type { FieldValue, Priority, Status } from './ticket.ts';

export interface Group {
  readonly id: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly createdAt: number;
}

export interface Organization {
  readonly id: number;
  readonly name: string;
  readonly externalId: string | null;
  readonly createdAt: number;
}

export interface CustomStatus {
  readonly id: number;
  readonly category: Exclude<Status, 'closed'>;
  readonly label: string;
  readonly isDefault: boolean;
  readonly createdAt: number;
}

/** A field of the account's own, or one of the two system fields that error details name. */
export interface TicketField {
  readonly id: number;
  readonly type: 'text' | 'tagger' | 'description' | 'assignee';
  readonly title: string;
  readonly isRequired: boolean;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly createdAt: number;
}

/** What a macro does to the ticket it is applied to. */
export interface Macro {
  readonly id: number;
  readonly title: string;
  readonly isActive: boolean;
  readonly status: Status | null;
  readonly priority: Priority | null;
  readonly addedTags: readonly string[];
  readonly field: { readonly id: number; readonly value: FieldValue } | null;
  readonly comment: { readonly text: string; readonly isPublic: boolean } | null;
  readonly createdAt: number;
}

/** A saved list: every live ticket whose status is before `below`. */
export interface View {
  readonly id: number;
  readonly title: string;
  readonly isActive: boolean;
  readonly below: Status;
  readonly createdAt: number;
}

/** A skill that tickets may ask for, one value of a routing attribute. */
export interface AttributeValue {
  readonly id: string;
  readonly attributeId: string;
  readonly attributeName: string;
  readonly name: string;
  readonly createdAt: number;
}

/** An X account that the help desk watches. */
export interface XHandle {
  readonly id: number;
  readonly screenName: string;
}

export interface SatisfactionRating {
  readonly id: number;
  readonly ticketId: number;
  readonly requesterId: number;
  readonly assigneeId: number | null;
  readonly groupId: number | null;
  readonly score: 'good' | 'bad';
  readonly comment: string | null;
  readonly reason: string | null;
  readonly reasonId: number | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}
