/**
 * Tightness, proven on every answer example: whatever leaf gets another type and whatever member
 * goes missing, the description refuses it. What it lets pass is listed, each with its reason.
 */
import { expect, test } from 'vitest';
import { loadDescription, nameOf, type JsonObject } from './description.ts';
import { mutantsOf } from './mutants.ts';

const { operations, follow, errorsOf } = loadDescription();

interface Exception {
  readonly responses: RegExp;
  readonly kind: 'type' | 'drop';
  readonly at: RegExp;
  readonly why: string;
}

const EXCEPTIONS: readonly Exception[] = [
  {
    responses: /./,
    kind: 'drop',
    at: /\/metadata\/system\/(client|ip_address|location|latitude|longitude)$/,
    why: 'eleven recorded audits have none of the five and four have three of them',
  },
  {
    responses: /./,
    kind: 'drop',
    at: /\/job_status\/job_type$/,
    why: 'absent in every recording of 2023',
  },
  {
    responses: /^update-job-queued$/,
    kind: 'drop',
    at: /\/results\/\*\/(index|id|details)$/,
    why: 'no failing ticket job was recorded, so a failure needs its error alone',
  },
  {
    responses: /^update-job-queued$/,
    kind: 'type',
    at: /\/results\/\*\/details$/,
    why: 'the details of a failing ticket job are known as text by analogy only',
  },
  {
    responses: /^(comments-listed|voice-ticket-created)$/,
    kind: 'drop',
    at: /\/via\/source\/(from|to)\/\w+$/,
    why: 'the members of either end depend on the channel, and are all missing for the API',
  },
  {
    responses: /^(tickets-listed|ticket-after-macro)$/,
    kind: 'type',
    at: /\/(custom_fields|fields)\/\*\/value$/,
    why: "a custom field's value is text, a number, a boolean, a list or null, by the field",
  },
  {
    responses: /^ticket-updated$/,
    kind: 'drop',
    at: /^\/audit$/,
    why: 'an update that changes nothing may come without an audit',
  },
  {
    responses: /^(voice-ticket-created|ticket-imported)$/,
    kind: 'drop',
    at: /^\/(audit|ticket\/fields)$/,
    why: 'neither route was recorded; only what is on every recorded ticket is required',
  },
  {
    responses: /^voice-ticket-created$/,
    kind: 'drop',
    at: /^\/audit\/events\/\*\/(author_id|body|html_body|public|data|data\/\w+|formatted_from|formatted_to|trusted|transcription_visible|attachments)$/,
    why: 'a spoken comment was never recorded; its members are documented, their presence is not',
  },
  {
    responses: /^incidents-listed$/,
    kind: 'drop',
    at: /^\/(next_page|previous_page|count|tickets\/\*\/fields)$/,
    why: 'never recorded; the published schema is a free object',
  },
  {
    responses: /^(collaborators|followers)-listed$/,
    kind: 'drop',
    at: /^\/(next_page|previous_page|count)$/,
    why: 'never recorded; the published schema is a free object',
  },
  {
    responses: /^collaborators-listed$/,
    kind: 'drop',
    at: /^\/users\/\*\/\w+$/,
    why: 'users beside tickets were never recorded; number and name are all that samples show',
  },
  {
    responses: /^collaborators-listed$/,
    kind: 'type',
    at: /^\/users\/\*\/(shared_phone_number|two_factor_auth_enabled)$/,
    why: 'the example has null where a boolean is as good',
  },
  {
    responses: /^ticket-after-macro$/,
    kind: 'drop',
    at: /^\/result\/ticket\/\w+(\/\w+)?$/,
    why: 'never recorded, and the published description requires nothing below `ticket`',
  },
  {
    responses: /^ticket-rated$/,
    kind: 'drop',
    at: /\/(url|id|created_at|updated_at|comment|reason|reason_id)$/,
    why: 'never recorded; the published description requires the other five',
  },
  {
    responses: /^ticket-skills-(listed|set)$/,
    kind: 'drop',
    at: /\/(created_at|updated_at)$/,
    why: 'never recorded; the published description requires nothing',
  },
  {
    responses: /^twicket-statuses$/,
    kind: 'drop',
    at: /\/(favorited|retweeted|user_followed)$/,
    why: 'never recorded; the published description requires nothing',
  },
  {
    responses: /^conversation-log-listed$/,
    kind: 'drop',
    at: /^\/events\/\*\/(author\/zen:support:user_id|content\/body|metadata\/public)$/,
    why: 'the vendor promises the eight members of an entry and nothing below them',
  },
  {
    responses: /^related-information$/,
    kind: 'drop',
    at: /\/url$/,
    why: 'whether the address is always there is an open question',
  },
  {
    responses: /^(unprocessable|call-unprocessable)$/,
    kind: 'drop',
    at: /^\/details\/\w+\/\*\/(error|ticket_field_id|ticket_field_type)$/,
    why: 'older reports have the sentence alone',
  },
  {
    responses: /^unauthenticated$/,
    kind: 'drop',
    at: /^\/error_description$/,
    why: 'comes with OAuth tokens only',
  },
  {
    responses: /^too-large$/,
    kind: 'drop',
    at: /^\/(error|description)$/,
    why: 'clients look for either of two members; the body is not known',
  },
  {
    responses: /^too-large$/,
    kind: 'type',
    at: /^\/error$/,
    why: 'both envelopes of an error are possible',
  },
];

interface Answer {
  readonly response: string;
  readonly schema: JsonObject;
  readonly file: string;
  readonly examples: readonly unknown[];
}

const answers = new Map<string, Answer>();
for (const { responses } of operations) {
  for (const { value: response, file } of responses.values()) {
    for (const [type, { schema, examples = {} }] of Object.entries(response.content ?? {})) {
      if (schema === undefined) continue;
      const values = Object.values(examples).map(
        (value) => follow<{ value: unknown }>({ value, file }).value.value,
      );
      const name = nameOf(file).replace(/^responses\/|\.yaml$/g, '');
      answers.set(`${name} ${type}`, { response: name, schema, file, examples: values });
    }
  }
}

interface Survivor {
  readonly response: string;
  readonly kind: 'type' | 'drop';
  readonly at: string;
  readonly into: string;
}

function survivorsOf({ response, schema, file, examples }: Answer): readonly Survivor[] {
  return examples
    .flatMap((example) => mutantsOf(example))
    .filter(({ value }) => errorsOf(schema, file, value).length === 0)
    .map(({ kind, at, into }) => ({ response, kind, at, into }));
}

function isExcepted({ response, kind, at }: Survivor, exception: Exception): boolean {
  return exception.kind === kind && exception.responses.test(response) && exception.at.test(at);
}

test('there are thousands of mutants, of every answer with a schema', () => {
  const counts = [...answers.values()].map(({ examples }) =>
    examples.reduce<number>((sum, example) => sum + mutantsOf(example).length, 0),
  );

  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(8_000);
});

test.each([...answers])('no mutant of %s passes but those excepted', (_, answer) => {
  const unexplained = survivorsOf(answer).filter(
    (survivor) => !EXCEPTIONS.some((exception) => isExcepted(survivor, exception)),
  );

  expect(unexplained).toEqual([]);
});

test('every exception is needed', () => {
  const survivors = [...answers.values()].flatMap(survivorsOf);
  const idle = EXCEPTIONS.filter(
    (exception) => !survivors.some((survivor) => isExcepted(survivor, exception)),
  );

  expect(idle).toEqual([]);
});

test('a value is spoiled at each leaf and each member', () => {
  const mutants = mutantsOf({ id: 1, tags: ['a'] }).map(({ kind, at, into }) => [kind, at, into]);

  expect(mutants).toEqual([
    ['drop', '/id', ''],
    ['type', '/id', 'string'],
    ['type', '/id', 'number'],
    ['type', '/id', 'boolean'],
    ['type', '/id', 'object'],
    ['type', '/id', 'array'],
    ['drop', '/tags', ''],
    ['type', '/tags/*', 'number'],
    ['type', '/tags/*', 'boolean'],
    ['type', '/tags/*', 'object'],
    ['type', '/tags/*', 'array'],
  ]);
});
