/**
 * The forty-five operations one by one: their names, words, parameters, bodies and answers.
 */
import { describe, expect, test } from 'vitest';
import { loadDescription, type Operation } from './description.ts';

const { operations, root, follow } = loadDescription();

const OPERATION_IDS = [
  'BulkDeleteTickets',
  'CountAuditsForTicket',
  'CountTicketComments',
  'CountTickets',
  'CreateTicket',
  'CreateTicketFromTweet',
  'CreateTicketOrVoicemailTicket',
  'CreateTicketSatisfactionRating',
  'DeleteTagsTicket',
  'DeleteTicket',
  'GettingTwicketStatus',
  'IncrementalTicketExportCursor',
  'IncrementalTicketExportTime',
  'ListAuditsForTicket',
  'ListConversationLogForTicket',
  'ListResourceTags',
  'ListTicketAttributeValues',
  'ListTicketCollaborators',
  'ListTicketComments',
  'ListTicketEmailCCs',
  'ListTicketFollowers',
  'ListTicketIncidents',
  'ListTickets',
  'ListTicketsFromView',
  'MakeTicketCommentPrivate',
  'MakeTicketCommentPrivateFromAudits',
  'MarkManyTicketsAsSpam',
  'MarkTicketAsSpamAndSuspendRequester',
  'MergeTicketsIntoTargetTicket',
  'OpenTicketInAgentBrowser',
  'PutTagsTicket',
  'RedactCommentAttachment',
  'RedactStringInComment',
  'SetTagsTicket',
  'SetTicketAttributeValues',
  'ShowTicket',
  'ShowTicketAfterChanges',
  'ShowTicketAudit',
  'TicketBulkImport',
  'TicketImport',
  'TicketRelatedInformation',
  'TicketsCreateMany',
  'TicketsShowMany',
  'TicketsUpdateMany',
  'UpdateTicket',
];

/** Success statuses, which are all that differ by operation; one that creates by job answers 200. */
const SUCCESS: Readonly<Record<string, readonly string[]>> = {
  CreateTicket: ['201', '202'],
  CreateTicketFromTweet: ['201'],
  CreateTicketOrVoicemailTicket: ['201'],
  TicketImport: ['201'],
  SetTagsTicket: ['201'],
  DeleteTagsTicket: ['200', '204'],
  DeleteTicket: ['204'],
};

const WITH_BODY = new Set([
  'CreateTicket',
  'CreateTicketFromTweet',
  'CreateTicketOrVoicemailTicket',
  'CreateTicketSatisfactionRating',
  'DeleteTagsTicket',
  'MergeTicketsIntoTargetTicket',
  'PutTagsTicket',
  'RedactStringInComment',
  'SetTagsTicket',
  'SetTicketAttributeValues',
  'TicketBulkImport',
  'TicketImport',
  'TicketsCreateMany',
  'TicketsUpdateMany',
  'UpdateTicket',
]);

/** Errors beyond 401, 403 and 429, which every operation can answer. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  BulkDeleteTickets: ['400'],
  CountTickets: [],
  CreateTicket: ['400', '409', '413', '422'],
  CreateTicketOrVoicemailTicket: ['400', '404', '413', '422'],
  DeleteTicket: ['400', '404'],
  IncrementalTicketExportCursor: ['400', '422'],
  IncrementalTicketExportTime: ['400', '422'],
  ListTickets: ['400'],
  MergeTicketsIntoTargetTicket: ['400', '404', '413', '422'],
  SetTagsTicket: ['400', '404', '409', '413', '422'],
  ShowTicket: ['400', '404'],
  TicketImport: ['400', '409', '413', '422'],
  TicketsCreateMany: ['400', '413'],
  TicketsShowMany: ['400'],
  UpdateTicket: ['400', '404', '409', '413', '422'],
};

test('the operations are the forty-five of the published tickets file', () => {
  const ids = operations.map(({ id }) => id).sort();

  expect(ids).toEqual(OPERATION_IDS);
  expect(ids).toHaveLength(45);
});

test('each tag is declared and used', () => {
  const declared = (root['tags'] as readonly { name: string }[]).map(({ name }) => name);
  const used = new Set(operations.flatMap(({ tags }) => tags));

  expect([...used].sort()).toEqual([...declared].sort());
});

test.each(Object.entries(ERRORS))('%s declares the errors that it can answer', (id, errors) => {
  const operation = operations.find((each) => each.id === id);
  const declared = [...(operation?.responses.keys() ?? [])].filter((status) => status >= '400');

  expect(declared.sort()).toEqual([...errors, '401', '403', '429'].sort());
});

describe.each(operations.map((operation) => [operation.id, operation] as const))(
  '%s',
  (id, operation) => {
    test('has a summary, a description and a tag', () => {
      expect(operation.summary.length).toBeGreaterThan(8);
      expect(operation.description.length).toBeGreaterThan(30);
      expect(operation.tags).toHaveLength(1);
    });

    test('declares each status by itself, and 401, 403 and 429', () => {
      const statuses = [...operation.responses.keys()];

      expect(statuses.filter((status) => !/^[2-4]\d\d$/.test(status))).toEqual([]);
      expect(statuses).toEqual(expect.arrayContaining(['401', '403', '429']));
      expect(statuses.filter((status) => status.startsWith('2'))).toEqual(SUCCESS[id] ?? ['200']);
    });

    test('declares exactly the placeholders of its path, each as a number from 1', () => {
      const declared = operation.parameters.filter(({ value }) => value.in === 'path');
      const placeholders = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

      expect(declared.map(({ value }) => value.name).sort()).toEqual(placeholders.sort());
      expect(declared.map(({ value }) => value.required)).toEqual(declared.map(() => true));
      expect(declared.map(({ value }) => value.schema)).toEqual(
        declared.map(() => ({ $ref: '../schemas/requests/path-id.yaml' })),
      );
    });

    test('describes each parameter and gives it a schema of one type', () => {
      const untyped = operation.parameters.filter(
        ({ value, file }) =>
          typeof follow<{ type?: unknown }>({ value: value.schema, file }).value.type !== 'string',
      );

      expect(
        operation.parameters.filter(({ value }) => (value.description ?? '').length < 10),
      ).toEqual([]);
      expect(untyped).toEqual([]);
      expect(new Set(namesOf(operation)).size).toBe(namesOf(operation).length);
    });

    test('answers 304 exactly where it takes If-None-Match', () => {
      const conditional = namesOf(operation).includes('header If-None-Match');

      expect(operation.responses.has('304')).toBe(conditional);
      expect(conditional).toBe(operation.method === 'GET');
    });

    test('requires a body exactly where the service takes one', () => {
      expect(operation.requestBody !== undefined).toBe(WITH_BODY.has(id));
      expect(operation.requestBody?.required ?? true).toBe(true);
      expect(operation.responses.has('413')).toBe(WITH_BODY.has(id));
    });
  },
);

function namesOf(operation: Operation): readonly string[] {
  return operation.parameters.map(({ value }) => `${value.in} ${value.name}`);
}
