// Custom fields and tags. Fields merge by id; the option of a dropdown is a tag too, which comes and goes with it.
import type { TicketField } from '../../desk/account-records.ts';
import type { FieldValue, Ticket } from '../../desk/ticket.ts';
import type { FieldSetting } from '../../input/custom-fields.ts';
import type { Change, Step } from './change.ts';
import { normaliseTags, sameList, withoutTags, withTags } from './tags.ts';

/** Characters of all tags of a ticket together. */
export const MAX_TAGS_CHARACTERS = 5_096;

/** Sets custom fields, and tags by list, by addition and removal, and by dropdown. */
export const fieldsAndTagsStep: Step = (change, ticket) => {
  const { input, problems } = change;
  const customFields = fieldsAfter(change, ticket);
  const written = input.tags === undefined ? ticket.tags : normaliseTags(input.tags);
  const added = withTags(written, normaliseTags(input.additional_tags ?? []));
  const removed = withoutTags(added, normaliseTags(input.remove_tags ?? []));
  const tags = followDropdowns(change, ticket, customFields, removed);
  if (tags.join(' ').length > MAX_TAGS_CHARACTERS) problems.addInvalid('tags', 'is too long');
  return { customFields, tags: sameList(ticket.tags, tags) ? ticket.tags : tags };
};

function fieldsAfter(change: Change, ticket: Ticket): ReadonlyMap<number, FieldValue> {
  const settings = [...(change.input.fields ?? []), ...(change.input.custom_fields ?? [])];
  if (settings.length === 0) return ticket.customFields;
  const result = new Map(ticket.customFields);
  for (const setting of settings) {
    const field = change.desk.fields.get(setting.id);
    // A field that the account does not have is passed over.
    if (field === undefined || (field.type !== 'text' && field.type !== 'tagger')) continue;
    if (accepts(field, setting)) result.set(field.id, setting.value);
    else change.problems.add('base', refusedValue(field, setting));
  }
  return result;
}

function accepts(field: TicketField, { value }: FieldSetting): boolean {
  if (value === null || value === '') return true;
  if (field.type === 'text') return !Array.isArray(value);
  return field.options.some((option) => option.value === value);
}

function refusedValue(
  field: TicketField,
  { value }: FieldSetting,
): Parameters<Change['problems']['add']>[1] {
  return {
    description: `${field.title}: ${JSON.stringify(value)} is not valid`,
    error: 'InvalidValue',
    ticket_field_id: field.id,
    ticket_field_type: field.type === 'tagger' ? 'FieldTagger' : 'FieldText',
  };
}

function followDropdowns(
  { desk }: Change,
  ticket: Ticket,
  after: ReadonlyMap<number, FieldValue>,
  tags: readonly string[],
): readonly string[] {
  let result = tags;
  for (const [id, value] of after) {
    const before = ticket.customFields.get(id) ?? null;
    if (desk.fields.get(id)?.type !== 'tagger' || before === value) continue;
    if (typeof before === 'string') result = withoutTags(result, [before]);
    if (typeof value === 'string' && value !== '') result = withTags(result, [value]);
  }
  return result;
}
