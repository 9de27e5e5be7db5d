/** Faults that spoil an answer on its way out: its status, a header, a member of its body. */
import { isList, isObject, writeJson, type Json, type JsonObject } from '../http/json.ts';
import { reply, withHeader, type HeaderField, type Reply } from '../http/message.ts';
import { readJson } from '../http/read-json.ts';
import type { Seam } from '../seam.ts';
import { always, type When } from './when.ts';

/** Changes the answers that grant what was asked for. */
export function spoil(change: (reply: Reply) => Reply, when: When = always): Seam {
  return {
    after: (answer, request, scene) =>
      answer.status < 400 && when(request, scene) ? change(answer) : answer,
  };
}

/** Changes the answers with a status. */
export function spoilStatus(status: number, change: (reply: Reply) => Reply): Seam {
  return { after: (answer) => (answer.status === status ? change(answer) : answer) };
}

/** Answers something else instead of what would have been granted. */
export function instead(answer: Reply, when: When = always): Seam {
  return spoil(() => answer, when);
}

/** @returns a change of status alone. */
export function status(code: number): (reply: Reply) => Reply {
  return (answer) => ({ ...answer, status: code });
}

/** @returns a change of one header; without a value it goes. */
export function header(name: string, value?: string): (reply: Reply) => Reply {
  return (answer) => withHeader(answer, name, value);
}

/** @returns a change of the JSON body. */
export function json(change: (body: Json) => Json): (reply: Reply) => Reply {
  return (answer) =>
    answer.body.length === 0
      ? answer
      : { ...answer, body: Buffer.from(writeJson(change(readJson(answer.body)))) };
}

/** @returns a change of one member of an object; undefined takes it away. */
export function member(
  name: string,
  change: (value: Json, object: JsonObject) => Json | undefined,
): (body: Json) => Json {
  return (body) => {
    if (!isObject(body)) return body;
    const value = change(body[name] ?? null, body);
    const members =
      name in body ? Object.entries(body) : [...Object.entries(body), [name, null] as const];
    return Object.fromEntries(
      members.flatMap(([other, old]) => {
        if (other !== name) return [[other, old] as const];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  };
}

/** @returns a change of each item of a list under a member. */
export function eachOf(
  name: string,
  change: (item: Json, index: number) => Json,
): (body: Json) => Json {
  return member(name, (value) => (isList(value) ? value.map(change) : value));
}

/** @returns a change of the bytes. */
export function bytes(change: (body: Buffer) => Buffer | string): (reply: Reply) => Reply {
  return (answer) => ({ ...answer, body: Buffer.from(change(answer.body)) });
}

/** @returns an error of the server's own. */
export function crash(code = 500, body = '{"title":"Something broke","status":500}'): Reply {
  const type: HeaderField = ['Content-Type', 'application/problem+json'];
  return reply(code, body === '' ? [] : [type], body);
}
