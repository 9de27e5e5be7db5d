/**
 * Faults that look away: what a rule should have refused is made good before the server sees it, so
 * that the request is accepted and the answer is what a good request would have brought.
 */
import { readPairs, type Pair } from '../http/form.ts';
import { isObject, writeJson, type Json } from '../http/json.ts';
import { headerLines, splitTarget, withHeader, type Request } from '../http/message.ts';
import { problem } from '../http/problem.ts';
import type { Seam } from '../seam.ts';
import { jsonBody, type When } from './when.ts';

/** Changes requests of which it is so. */
export function repair(change: (request: Request) => Request, when: When = () => true): Seam {
  return {
    before: (request, scene) => (when(request, scene) ? change(request) : request),
  };
}

/**
 * Makes a member of the JSON body good where it is wrong.
 * @param path names joined by dots; a list's items are looked at one by one
 * @param good undefined takes the member away
 */
export function overlook(path: string, isWrong: (value: Json) => boolean, good?: Json): Seam {
  return repair((request) => {
    const body = jsonBody(request);
    return body === undefined
      ? request
      : withJson(request, mended(body, path.split('.'), isWrong, good));
  });
}

function mended(
  body: Json,
  [name = '', ...rest]: readonly string[],
  isWrong: (value: Json) => boolean,
  good: Json | undefined,
): Json {
  if (!isObject(body) || !(name in body)) return body;
  return Object.fromEntries(
    Object.entries(body).flatMap(([other, value]) => {
      if (other !== name) return [[other, value] as const];
      if (rest.length > 0) return [[name, mended(value, rest, isWrong, good)] as const];
      if (!isWrong(value)) return [[name, value] as const];
      return good === undefined ? [] : [[name, good] as const];
    }),
  );
}

/** Fills in a member of the JSON body that is missing. */
export function fillIn(name: string, good: Json, when: (body: Json) => boolean = () => true): Seam {
  return repair((request) => {
    const body = jsonBody(request);
    if (!isObject(body) || name in body || !when(body)) return request;
    return withJson(request, { ...body, [name]: good });
  });
}

/** @returns the request with another JSON body. */
export function withJson(request: Request, body: Json): Request {
  return { ...request, body: Buffer.from(writeJson(body)) };
}

/** Drops a query parameter where it is wrong. */
export function overlookQuery(name: string, isWrong: (value: string) => boolean): Seam {
  return repair((request) => {
    const { path, query } = splitTarget(request.target);
    const pairs = readPairs(query) ?? [];
    const kept = pairs.filter(([other, value]) => other !== name || !isWrong(value));
    return kept.length === pairs.length
      ? request
      : { ...request, target: `${path}?${written(kept)}` };
  });
}

/** Drops a field of the form body where it is wrong. */
export function overlookField(name: string, isWrong: (value: string) => boolean): Seam {
  return repair((request) => {
    const pairs = readPairs(request.body.toString('latin1')) ?? [];
    const kept = pairs.filter(([other, value]) => other !== name || !isWrong(value));
    return kept.length === pairs.length
      ? request
      : { ...request, body: Buffer.from(written(kept)) };
  });
}

function written(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
}

/** Puts another text in a part of the multipart body where it is wrong. */
export function overlookPart(
  name: string,
  isWrong: (value: string) => boolean,
  good: string,
): Seam {
  return repair((request) => {
    const text = request.body.toString('latin1');
    const part = new RegExp(`(name="${name}"[^]*?\\r\\n\\r\\n)([^]*?)(\\r\\n--)`);
    const changed = text.replace(part, (whole, head: string, value: string, tail: string) =>
      isWrong(value) ? `${head}${good}${tail}` : whole,
    );
    return changed === text ? request : { ...request, body: Buffer.from(changed, 'latin1') };
  });
}

/** Drops a header where it is wrong. */
export function overlookHeader(name: string, isWrong: (value: string) => boolean): Seam {
  return repair((request) =>
    headerLines(request, name).some(isWrong) ? withHeader(request, name, undefined) : request,
  );
}

/** Refuses what should be accepted. */
export function refuse(when: When, message = 'is not liked'): Seam {
  return {
    before: (request, scene) =>
      when(request, scene) && scene.serve(request).status < 400
        ? problem(400, { complaints: [{ at: 'body', message }] })
        : request,
  };
}
