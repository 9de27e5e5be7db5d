/** Defects that show on probes: methods, media types, broken bodies and wishes that should be refused. */
import { headerOf, withHeader, type Reply, type Request } from '../http/message.ts';
import { JSON_TYPE } from '../operations/operation.ts';
import type { Seam } from '../seam.ts';
import { crash, header, spoilStatus } from './change-answer.ts';
import { repair } from './change-request.ts';
import { faultsOf, type Fault } from './fault.ts';
import { isValidMultipart } from './multipart-body.ts';
import { jsonBody } from './when.ts';

const shows = 'probe' as const;
const anyMethod = true as const;

/** Answers a method that is not declared as if it were one that is. */
function alsoBy(method: string, declared: string): Seam {
  return repair((request) =>
    request.method === method ? { ...request, method: declared, body: Buffer.alloc(0) } : request,
  );
}

function allow(change: (line: string) => string): Seam {
  return {
    after: (reply) => {
      const line = headerOf(reply, 'Allow');
      return line === undefined ? reply : header('Allow', change(line))(reply);
    },
  };
}

/** Reads a body of another media type as JSON. */
function alsoAs(...types: readonly string[]): Seam {
  return repair((request) => {
    const type = headerOf(request, 'Content-Type')?.split(';')[0]?.trim().toLowerCase();
    return type !== undefined && types.includes(type)
      ? withHeader(request, 'Content-Type', JSON_TYPE)
      : request;
  });
}

function isBrokenJson(request: Request): boolean {
  const isJson = headerOf(request, 'Content-Type')?.startsWith(JSON_TYPE) === true;
  return isJson && jsonBody(request) === undefined;
}

/** Takes a good body for one that can't be read. */
function whateverIsSent(good: string): Seam {
  return repair((request) => ({ ...request, body: Buffer.from(good) }), isBrokenJson);
}

function crashOn(isIt: (request: Request) => boolean): Seam {
  return {
    after: (reply: Reply, request: Request) =>
      reply.status === 400 && isIt(request) ? crash() : reply,
  };
}

const anyAccept: Seam = repair((request) => withHeader(request, 'Accept', undefined));

const BOOK = '{"medium":"audio","title":"?","author":"Nobody","genres":["crime"],"minutes":1}';

export const PROBE_FAULTS: readonly Fault[] = [
  ...faultsOf({ class: 'method', check: 'undeclared-method' }, [
    {
      name: 'hours-by-delete',
      operation: 'getHours',
      sentence: 'DELETE is answered as GET is.',
      shows,
      anyMethod,
      seam: alsoBy('DELETE', 'GET'),
    },
    {
      name: 'export-by-patch',
      operation: 'exportCatalogue',
      sentence: 'PATCH is answered as GET is.',
      shows,
      anyMethod,
      seam: alsoBy('PATCH', 'GET'),
    },
    {
      name: 'status-by-put',
      operation: 'getStatus',
      sentence: 'PUT is answered as GET is.',
      shows,
      anyMethod,
      seam: alsoBy('PUT', 'GET'),
    },
    {
      name: 'no-allow-for-hours',
      operation: 'getHours',
      sentence: 'A 405 has no Allow.',
      shows,
      anyMethod,
      mayAlso: ['allow-header'],
      seam: spoilStatus(405, header('Allow')),
    },
    {
      name: 'bad-request-for-method',
      operation: 'getStatus',
      sentence: 'A method that is not declared is a 400.',
      shows,
      anyMethod,
      seam: spoilStatus(405, (reply) => ({ ...header('Allow')(reply), status: 400 })),
    },
  ]),
  ...faultsOf({ class: 'allow-header', check: 'allow-header' }, [
    {
      name: 'allow-without-get',
      operation: 'getHours',
      sentence: 'Allow leaves out a method that is declared.',
      shows,
      anyMethod,
      seam: allow((line) => line.replace('GET, ', '')),
    },
    {
      name: 'allow-with-put',
      operation: 'getStatus',
      sentence: 'Allow names a method that is not declared.',
      shows,
      anyMethod,
      seam: allow((line) => `${line}, PUT`),
    },
    {
      name: 'allow-without-patch',
      operation: 'updateShelf',
      sentence: 'Allow leaves out PATCH.',
      shows,
      anyMethod,
      seam: allow((line) => line.replace('PATCH, ', '')),
    },
  ]),
  ...faultsOf({ class: 'media-type', check: 'undeclared-media-type' }, [
    {
      name: 'plain-text-as-shelf',
      operation: 'createShelf',
      sentence: 'text/plain is read as JSON.',
      shows,
      seam: alsoAs('text/plain'),
    },
    {
      name: 'xml-as-change',
      operation: 'updateShelf',
      sentence: 'application/xml is read as JSON.',
      shows,
      seam: alsoAs('application/xml', 'text/xml'),
    },
    {
      name: 'anything-as-loan',
      operation: 'createLoan',
      sentence: 'The media type of the body does not matter.',
      shows,
      seam: repair((request) => withHeader(request, 'Content-Type', JSON_TYPE)),
    },
    {
      name: 'bad-request-for-type',
      operation: 'renewLoan',
      sentence: 'A media type that is not declared is a 500.',
      shows,
      mayAlso: ['not-a-server-error'],
      seam: spoilStatus(415, () => crash()),
    },
  ]),
  ...faultsOf({ class: 'malformed-body', check: 'malformed-body' }, [
    {
      name: 'broken-json-as-book',
      operation: 'createBook',
      sentence: 'A body that is no JSON makes a book.',
      // No body at all is no JSON either.
      mayAlso: ['missing-required-accepted'],
      shows,
      seam: whateverIsSent(BOOK),
    },
    {
      name: 'broken-json-as-change',
      operation: 'updateShelf',
      sentence: 'A body that is no JSON changes nothing, and is taken.',
      // No body at all is no JSON either.
      mayAlso: ['missing-required-accepted'],
      shows,
      seam: whateverIsSent('{"note":null}'),
    },
    {
      name: 'crashes-on-broken-json',
      operation: 'createLoan',
      sentence: 'A body that is no JSON is a 500.',
      shows,
      mayAlso: ['not-a-server-error'],
      seam: crashOn(isBrokenJson),
    },
    {
      name: 'crashes-on-broken-parts',
      operation: 'uploadCover',
      sentence: 'A body without its boundary is a 500.',
      shows,
      mayAlso: ['not-a-server-error'],
      seam: crashOn((request) => !isValidMultipart(request)),
    },
  ]),
  ...faultsOf({ class: 'not-acceptable', check: 'not-acceptable' }, [
    {
      name: 'shelf-as-it-pleases',
      operation: 'getShelf',
      sentence: 'Accept is not read: JSON comes whatever is asked for.',
      shows,
      seam: anyAccept,
    },
    {
      name: 'search-as-it-pleases',
      operation: 'searchCatalogue',
      sentence: 'Accept is not read: JSON comes whatever is asked for.',
      shows,
      seam: anyAccept,
    },
    {
      name: 'crashes-on-wishes',
      operation: 'getLoan',
      sentence: 'What cannot be told as asked is a 500.',
      shows,
      mayAlso: ['not-a-server-error'],
      seam: spoilStatus(406, () => crash()),
    },
  ]),
];
