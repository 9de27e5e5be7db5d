/** Oddities of conduct: more lenient, more careful or more forgetful than expected, and within the description. */
import {
  headerLines,
  headerOf,
  reply,
  splitTarget,
  withHeader,
  type Reply,
  type Request,
} from '../http/message.ts';
import { asText, isList, isObject } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import { readPairs } from '../http/form.ts';
import { repair, withJson } from '../faults/change-request.ts';
import { json, member, spoil } from '../faults/change-answer.ts';
import { jsonBody } from '../faults/when.ts';
import type { Seam } from '../seam.ts';
import type { Oddity } from './oddity.ts';

/** The library opens with this many shelves. */
const SEEDED_SHELVES = 12;

/** Longest If-None-Match that the description allows. */
const MAX_TAGS = 200;

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...['1', 'yes', 'on', 'TRUE', 'True'].map((word) => [word, 'true'] as const),
  ...['0', 'no', 'off', 'FALSE', 'False'].map((word) => [word, 'false'] as const),
]);

/** Reads a boolean of the query in all its spellings. */
function lenient(name: string): Seam {
  return repair((request) => {
    const { path, query } = splitTarget(request.target);
    const pairs = (readPairs(query) ?? []).map(
      ([other, value]) =>
        [other, other === name ? (SPELLINGS.get(value) ?? value) : value] as const,
    );
    const isTold = pairs.some(([other]) => other === name);
    const written = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
    return isTold ? { ...request, target: `${path}?${written}` } : request;
  });
}

/** Hides what was made from the first that looks at it. */
const eventual: Seam = {
  after: (answer, request, { memory }) => {
    const path = splitTarget(request.target).path;
    const id = Number(path.split('/').at(-1));
    if (answer.status !== 200 || id <= SEEDED_SHELVES || memory.has(path)) return answer;
    memory.set(path, true);
    return problem(404);
  },
};

function unprocessable(answer: Reply, request: Request): Reply {
  return isJsonRequest(request) ? reply(422) : answer;
}

function isJsonRequest(request: Request): boolean {
  return headerOf(request, 'Content-Type')?.includes('json') === true;
}

function isGuarded(request: Request): boolean {
  return !/^\/(hours|status)\b/.test(request.target);
}

function isKnownWrong(request: Request): boolean {
  return (
    [...headerLines(request, 'Authorization'), ...headerLines(request, 'X-Desk-Key')].length > 0
  );
}

const oneBehind: Seam = {
  after: (answer, _request, scene) => {
    const before = Number(scene.memory.get('newest') ?? SEEDED_SHELVES);
    scene.memory.set('newest', Math.max(0, ...scene.library.shelves.keys()));
    if (answer.status !== 200) return answer;
    return json(
      member('shelves', (shelves) =>
        isList(shelves)
          ? shelves.filter((one) => isObject(one) && Number(one['id']) <= before)
          : shelves,
      ),
    )(answer);
  },
};

const WHO_AND_HOW = ['Authorization', 'X-Desk-Key', 'Accept', 'Content-Type'] as const;

/** The same body, from the same, wished for in the same way. */
function sameness(request: Request): string {
  const said = WHO_AND_HOW.map((name) => headerOf(request, name) ?? '');
  return [...said, request.body.toString('latin1')].join('\n');
}

const onceOnly: Seam = {
  // Nothing but answers is put in by the function below.
  before: (request, { memory }) => (memory.get(sameness(request)) as Reply | undefined) ?? request,
  after: (answer, request, { memory }) => {
    if (answer.status === 201) memory.set(sameness(request), answer);
    return answer;
  },
};

export const BEHAVIOUR_ODDITIES: readonly Oddity[] = [
  {
    name: 'lenient-priced',
    operation: 'listBooks',
    sentence:
      'priced may be 1, yes or TRUE: how a boolean is spelt in a query is nowhere declared.',
    seam: lenient('priced'),
  },
  {
    name: 'lenient-numbered',
    operation: 'getExcerpt',
    sentence: 'numbered may be 0, no or off.',
    seam: lenient('numbered'),
  },
  {
    name: 'gone-is-fine',
    operation: 'deleteShelf',
    sentence: 'To take down what is not there is a 204: it is gone (RFC 9110, 9.2.2).',
    seam: { after: (answer) => (answer.status === 404 ? reply(204) : answer) },
  },
  {
    name: 'eventual-shelves',
    operation: 'getShelf',
    sentence: 'A shelf put up just now is a 404 to the first who looks, and there from then on.',
    seam: eventual,
  },
  {
    name: 'eventual-list',
    operation: 'listShelves',
    sentence: 'The list does not yet know of what was put up since it was last asked for.',
    seam: oneBehind,
  },
  {
    name: 'smaller-pages',
    operation: 'listLoans',
    sentence: 'A page never has more than three loans: the limit is not enforced, and says so.',
    seam: spoil(json(member('loans', (loans) => (isList(loans) ? loans.slice(0, 3) : loans)))),
  },
  {
    name: 'trims-labels',
    operation: 'createShelf',
    sentence: 'Space around a label is dropped where something is left.',
    seam: spoil(json(member('label', (label) => asText(label).trim() || label))),
  },
  {
    name: 'sorts-tags',
    operation: 'createShelf',
    sentence: 'Tags come back sorted.',
    seam: spoil(json(member('tags', (tags) => (isList(tags) ? [...tags].sort() : tags)))),
  },
  {
    name: 'folds-mail',
    operation: 'createLoan',
    sentence: 'Addresses of mail come back in small letters.',
    seam: spoil(json(member('reader', (reader) => asText(reader).toLowerCase()))),
  },
  {
    name: 'same-loan-again',
    operation: 'createLoan',
    sentence: 'The same loan twice is one loan, and a 201 both times.',
    seam: onceOnly,
  },
  {
    name: 'forbids-strangers',
    sentence: 'Credentials that are wrong are a 403; only their absence is a 401.',
    seam: {
      after: (answer, request) =>
        answer.status === 401 && isKnownWrong(request)
          ? {
              ...reply(403, [['Content-Type', 'application/problem+json']]),
              body:
                request.method === 'HEAD'
                  ? answer.body
                  : Buffer.from('{"title":"No","status":403}'),
            }
          : answer,
    },
  },
  {
    name: 'forbids-methods',
    sentence: 'On what is guarded a method that is not declared is a 403.',
    seam: {
      after: (answer, request) =>
        answer.status === 405 && isGuarded(request)
          ? reply(
              403,
              [['Content-Type', 'application/problem+json']],
              '{"title":"No","status":403}',
            )
          : answer,
    },
  },
  {
    name: 'strangers-are-sent-to-sign-in',
    sentence: 'Who is not known is redirected to a page where to sign in.',
    seam: {
      after: (answer) =>
        answer.status === 401 ? reply(302, [['Location', 'https://sign-in.example/']]) : answer,
    },
  },
  {
    name: 'strangers-find-nothing',
    sentence: 'What is guarded is a 404 to strangers: not even that it exists is told.',
    seam: {
      after: (answer) => (answer.status === 401 ? problem(404) : answer),
    },
  },
  {
    name: 'broken-bodies-are-unprocessable',
    sentence: 'A body that is no JSON is a 422, which nobody declared (RFC 9110, 15.5.21).',
    seam: {
      after: (answer, request) =>
        answer.status === 400 && request.body.length > 0 && jsonBody(request) === undefined
          ? unprocessable(answer, request)
          : answer,
    },
  },
  {
    name: 'strange-bodies-are-bad-requests',
    sentence: 'A body of a media type that is not read is a 400.',
    seam: { after: (answer) => (answer.status === 415 ? problem(400) : answer) },
  },
  {
    name: 'squeezes-labels',
    operation: 'updateShelf',
    sentence: 'Labels come back in their composed Unicode form (UAX 15).',
    seam: spoil(json(member('label', (label) => asText(label).normalize('NFC')))),
  },
  {
    name: 'trace-is-not-found',
    sentence: 'TRACE, which no operation declares, is a 404: the router does not know it.',
    seam: {
      after: (answer, { method }) => (method === 'TRACE' ? problem(404) : answer),
    },
  },
  {
    name: 'trace-is-not-implemented',
    sentence: 'TRACE is a 501, as HTTP has it for a method not implemented (RFC 9110, 9.1).',
    seam: {
      after: (answer, { method }) => (method === 'TRACE' ? reply(501) : answer),
    },
  },
  {
    name: 'preflight-for-browsers',
    sentence: 'OPTIONS is answered for browsers, without Allow.',
    seam: {
      after: (answer, { method }) =>
        method === 'OPTIONS'
          ? reply(200, [
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Allow-Methods', 'GET, POST'],
            ])
          : answer,
    },
  },
  {
    name: 'forgives-unknown-tags',
    operation: 'getShelf',
    sentence: 'If-None-Match is not looked at: a 304 is never owed (RFC 9110, 13.2.1).',
    seam: repair(
      (request) => withHeader(request, 'If-None-Match', undefined),
      // One that is too long is still refused.
      (request) => (headerOf(request, 'If-None-Match') ?? '').length <= MAX_TAGS,
    ),
  },
  {
    name: 'drops-empty-notes',
    operation: 'updateShelf',
    sentence: 'An empty note is kept as null.',
    seam: repair((request) => {
      const body = jsonBody(request);
      return isObject(body) && body['note'] === ''
        ? withJson(request, { ...body, note: null })
        : request;
    }),
  },
];
