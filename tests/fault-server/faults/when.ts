/** When a fault shows: conditions on the request, by what it says in query, headers or body. */
import { readPairs } from '../http/form.ts';
import { isObject, type Json } from '../http/json.ts';
import { headerOf, splitTarget, type Request } from '../http/message.ts';
import { readJson } from '../http/read-json.ts';
import type { Scene } from '../seam.ts';

export type When = (request: Request, scene: Scene) => boolean;

export const always: When = () => true;

/** From the nth request to the operation on. */
export function fromThe(nth: number): When {
  return (_request, scene) => scene.nth >= nth;
}

/** @returns the JSON body; undefined for what is none. */
export function jsonBody({ body }: Request): Json | undefined {
  try {
    return readJson(body);
  } catch {
    return undefined;
  }
}

/** @returns what stands at a path of member names in the JSON body. */
export function memberOf(request: Request, path: string): Json | undefined {
  let value: Json | undefined = jsonBody(request);
  for (const name of path.split('.')) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** The JSON body has the member, and it is so. */
export function bodySays(path: string, isSo: (value: Json) => boolean): When {
  return (request) => {
    const value = memberOf(request, path);
    return value !== undefined && isSo(value);
  };
}

/** @returns the decoded values of a query parameter or form field. */
function pairsOf(text: string, name: string): readonly string[] {
  return (readPairs(text) ?? []).filter(([other]) => other === name).map(([, value]) => value);
}

/** The query has the parameter, and one of its values is so. */
export function querySays(name: string, isSo: (value: string) => boolean): When {
  return ({ target }) => pairsOf(splitTarget(target).query, name).some(isSo);
}

/** The form body has the field, and one of its values is so. */
export function formSays(name: string, isSo: (value: string) => boolean): When {
  return ({ body }) => pairsOf(body.toString('latin1'), name).some(isSo);
}

/** The multipart body has the text part, and it is so. */
export function partSays(name: string, isSo: (value: string) => boolean): When {
  return ({ body }) => {
    const part = new RegExp(`name="${name}"[^]*?\\r\\n\\r\\n([^]*?)\\r\\n--`);
    const value = part.exec(body.toString('utf8'))?.[1];
    return value !== undefined && isSo(value);
  };
}

/** The request has the header, and it is so. */
export function headerSays(name: string, isSo: (value: string) => boolean): When {
  return (request) => {
    const value = headerOf(request, name);
    return value !== undefined && isSo(value);
  };
}

/** Both at once. */
export function both(first: When, second: When): When {
  return (request, scene) => first(request, scene) && second(request, scene);
}

/** @returns whether a value is a text for which it is so. */
export function isText(isSo: (text: string) => boolean): (value: Json) => boolean {
  return (value) => typeof value === 'string' && isSo(value);
}

/** @returns how many characters a text has. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
