// The outermost object of a body: one member holds what the request is about.
import { invalidAttribute } from '../refusals/catalogue.ts';
import { whereOf } from '../http/arguments.ts';
import type { Call } from '../http/call.ts';
import { isRecord } from './reader.ts';

/** The object under a name of the body, such as `ticket`. @throws {Refusal} 400 when it is not there or no object */
export function objectOf(call: Call, name: string): Readonly<Record<string, unknown>> {
  const value = bodyMember(call, name);
  if (!isRecord(value)) throw invalidAttribute(name, 'must be an object', whereOf(call));
  return value;
}

/** The array under a name of the body. @throws {Refusal} 400 when it is not there or no array */
export function arrayUnder(call: Call, name: string): readonly unknown[] {
  const value = bodyMember(call, name);
  if (!Array.isArray(value)) throw invalidAttribute(name, 'must be an array', whereOf(call));
  return value as readonly unknown[];
}

/** A member of the body; undefined when the body is no object or has none. */
export function bodyMember({ body }: Call, name: string): unknown {
  return isRecord(body) && Object.hasOwn(body, name) ? body[name] : undefined;
}

/** Members of the body beside the named ones. */
export function otherMembers({ body }: Call, known: readonly string[]): readonly string[] {
  return isRecord(body) ? Object.keys(body).filter((name) => !known.includes(name)) : [];
}
