/**
 * XML has no codec yet: where it is all that a required body may be, the operation is untested and
 * says why; everywhere else the operation is tested, and what was left out is told.
 */
import path from 'node:path';
import { expect, test } from 'vitest';
import { assay, folderWith } from '../cli/run-assay.ts';
import { eventsOf, readEvents } from './run-reports.ts';
import { json, serve } from './recording-server.ts';

const API = `openapi: 3.1.0
info: { title: Notes, version: '1' }
paths:
  /only:
    post:
      operationId: OnlyXml
      requestBody:
        required: true
        content: { application/xml: { schema: { type: object }, examples: { one: { value: <a/> } } } }
      responses: { '201': { description: D } }
  /either:
    post:
      operationId: Either
      requestBody:
        required: true
        content:
          text/xml: { schema: { type: object } }
          application/json: { schema: { type: object, required: [n], properties: { n: { type: integer } } } }
      responses: { '201': { description: D }, '400': { description: D } }
  /optional:
    post:
      operationId: Optional
      requestBody: { content: { application/atom+xml: { schema: { type: object } } } }
      responses: { '201': { description: D } }
  /answer:
    get:
      operationId: Answers
      parameters:
        - { name: filter, in: query, content: { text/xml: { schema: { type: object } } } }
      responses:
        '200':
          description: D
          content: { application/xml: { schema: { type: object } } }
`;

async function ran() {
  const server = await serve(({ path: target, body }, response) => {
    if (target === '/answer') {
      response.writeHead(200, { 'Content-Type': 'application/xml' }).end('<a><b>1</b></a>');
    } else json(response, target === '/either' && !/"n":\d/.test(body) ? 400 : 201, {});
  });
  const folder = folderWith({ 'api.yaml': API });
  const args = ['run', 'api.yaml', '--base-url', server.url, '--seed', '1', '--max-cases', '3'];
  const { stdout } = await assay(args, { folder });
  return { server, stdout, events: readEvents(path.join(folder, 'reports')) };
}

test('what has no codec is told as not tested, and all else is tested', async () => {
  const { server, stdout, events } = await ran();

  const ledgers = new Map(
    eventsOf(events, 'operation-finished').map(({ operation, ledger }) => [operation, ledger]),
  );
  expect(ledgers.get('OnlyXml')).toMatchObject({
    sent: 0,
    untested: { reason: 'no codec', detail: 'its body is application/xml' },
  });
  for (const operation of ['Either', 'Optional', 'Answers'])
    expect(ledgers.get(operation)?.accepted).toBeGreaterThan(0);
  expect(ledgers.get('Answers')?.checks['response-schema']).toMatchObject({ pass: 0, fail: 0 });
  expect(ledgers.get('Answers')?.checks['response-schema']?.notReached).toBeGreaterThan(0);
  expect(
    eventsOf(events, 'unsent')
      .filter(({ why }) => why.reason === 'no codec')
      .map(({ operation, deviation }) => [operation, deviation]),
  ).toEqual([
    ['Either', 'the body as text/xml'],
    ['Optional', 'the body as application/atom+xml'],
    ['Answers', 'the query parameter filter as text/xml'],
  ]);
  expect(stdout).toContain('no codec: its body is application/xml');
  expect(stdout).toContain(
    'note: no codec for application/xml, text/xml, application/atom+xml: such values are not written for 4 operations nor read in the answers of 1 operation',
  );
  expect(server.received.filter(({ path: target }) => target === '/only')).toEqual([]);
  const types = server.received.map(({ headers }) => headers['content-type'] ?? '');
  // The one probe that calls JSON by the name of a type that is not declared.
  expect(types.filter((type) => type.includes('xml'))).toEqual(['application/xml']);
});
