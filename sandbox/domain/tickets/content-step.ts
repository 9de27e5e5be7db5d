// What it is about: subject, kind, urgency, due date, the problem it belongs to, and where it is filed.
import type { Ticket } from '../../desk/ticket.ts';
import type { Change, Step } from './change.ts';

/** Sets subject, priority, outside id, recipient, skills and sharing. */
export const textStep: Step = ({ desk, input }, ticket) => {
  const subject = input.subject ?? input.raw_subject;
  return {
    ...(subject === undefined || subject === null ? {} : { subject, rawSubject: subject }),
    externalId: input.external_id === undefined ? ticket.externalId : input.external_id,
    // A priority once set is never cleared.
    priority: input.priority ?? ticket.priority,
    recipient: input.recipient ?? ticket.recipient,
    sharingAgreementIds: ticket.sharingAgreementIds,
    attributeValueIds: (input.attribute_value_ids ?? ticket.attributeValueIds)
      .map(String)
      .filter(
        (id, index, all) => desk.attributeValues.get(id) !== undefined && all.indexOf(id) === index,
      ),
  };
};

/** Sets type, and what only some types have: a due date (tasks) and a problem (incidents). */
export const typeStep: Step = (change, ticket) => {
  const { input } = change;
  const type = input.type === undefined ? ticket.type : input.type;
  const dueAt = input.due_at === undefined ? ticket.dueAt : input.due_at;
  return {
    type,
    dueAt: type === 'task' ? dueAt : null,
    problemId: type === 'incident' ? problemOf(change, ticket) : null,
  };
};

/** Sets brand and form. */
export const filingStep: Step = ({ desk, input, problems }, ticket) => {
  const brandId = input.brand_id ?? ticket.brandId;
  const formId = input.ticket_form_id ?? ticket.formId;
  if (brandId !== desk.defaults.brandId) problems.addInvalid('brand');
  if (formId !== desk.defaults.formId) problems.addInvalid('ticket_form');
  return { brandId, formId };
};

function problemOf({ desk, input, problems }: Change, ticket: Ticket): number | null {
  if (input.problem_id === undefined) return ticket.problemId;
  if (input.problem_id === null) return null;
  const problem = desk.tickets.get(input.problem_id);
  const isProblem =
    problem?.type === 'problem' && problem.life.kind !== 'deleted' && problem.id !== ticket.id;
  if (!isProblem) problems.addInvalid('problem');
  return input.problem_id;
}
