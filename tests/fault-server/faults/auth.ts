/** Defects of credentials: who should be stopped is let in, or is not told how to come in. */
import { headerOf, withHeader, type Request } from '../http/message.ts';
import { CREDENTIALS, DESK_HEADER } from '../server/credentials.ts';
import { repair } from './change-request.ts';
import { header, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';
import type { When } from './when.ts';

const has =
  (name: string): When =>
  (request) =>
    headerOf(request, name) !== undefined;
const isAnonymous: When = (request, scene) =>
  !has('Authorization')(request, scene) && !has(DESK_HEADER)(request, scene);

function admit(when: When) {
  return repair(admitted, when);
}

function admitted(request: Request): Request {
  const reader = withHeader(request, 'Authorization', `Bearer ${CREDENTIALS.readerToken}`);
  return withHeader(reader, DESK_HEADER, CREDENTIALS.deskKey);
}

const shows = 'probe' as const;

export const AUTH_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'auth', check: 'auth-not-enforced' }, [
    {
      name: 'shelves-for-anyone',
      operation: 'listShelves',
      sentence: 'Without credentials the shelves are listed.',
      shows,
      seam: admit(isAnonymous),
    },
    {
      name: 'head-for-anyone',
      operation: 'headShelf',
      sentence: 'Without credentials HEAD tells of the shelf.',
      shows,
      seam: admit(isAnonymous),
    },
    {
      name: 'any-token-for-loans',
      operation: 'listLoans',
      sentence: 'Any bearer token will do.',
      shows,
      seam: admit((request) => /^bearer \S/i.test(headerOf(request, 'Authorization') ?? '')),
    },
    {
      name: 'any-key-for-export',
      operation: 'exportCatalogue',
      sentence: 'Any key of the desk will do.',
      shows,
      seam: admit((request) => (headerOf(request, DESK_HEADER) ?? '') !== ''),
    },
    {
      name: 'reader-takes-shelf-down',
      operation: 'deleteShelf',
      sentence: "A reader's token will do where the desk's key is asked for.",
      shows,
      seam: admit(
        (request) => headerOf(request, 'Authorization') === `Bearer ${CREDENTIALS.readerToken}`,
      ),
    },
    {
      name: 'desk-borrows',
      operation: 'createLoan',
      sentence: "The desk's key will do where a reader's token is asked for.",
      shows,
      seam: admit((request) => headerOf(request, DESK_HEADER) === CREDENTIALS.deskKey),
    },
    {
      name: 'excerpt-for-anyone',
      operation: 'getExcerpt',
      sentence: 'The excerpt does not ask who is asking.',
      shows,
      seam: admit(() => true),
    },
    {
      name: 'basic-for-book',
      operation: 'createBook',
      sentence: 'Any Authorization will do, of whatever scheme.',
      shows,
      seam: admit(has('Authorization')),
    },
  ]),
  ...faultsOf({ class: 'www-authenticate', check: 'www-authenticate' }, [
    {
      name: 'no-challenge-for-loan',
      operation: 'getLoan',
      sentence: 'A 401 has no WWW-Authenticate.',
      shows,
      mayAlso: ['response-headers'],
      seam: spoilStatus(401, header('WWW-Authenticate')),
    },
    {
      name: 'no-challenge-for-cover',
      operation: 'getCover',
      sentence: 'A 401 has no WWW-Authenticate.',
      shows,
      mayAlso: ['response-headers'],
      seam: spoilStatus(401, header('WWW-Authenticate')),
    },
    {
      name: 'empty-challenge-for-change',
      operation: 'updateShelf',
      sentence: 'The WWW-Authenticate of a 401 is empty.',
      shows,
      mayAlso: ['response-headers'],
      seam: spoilStatus(401, header('WWW-Authenticate', '')),
    },
  ]),
];
