// People as a ticket's body names them: by id, by address, by name and address, or as entries that put or delete.
import { email, INVALID, integer, isRecord, looseId, text, word, type Reader } from './reader.ts';

/** Somebody who may or may not be a user yet. */
export type PersonReference =
  | { readonly kind: 'id'; readonly id: number }
  | { readonly kind: 'email'; readonly email: string; readonly name: string | null }
  /** An entry that names nobody; it is passed over. */
  | { readonly kind: 'nobody' };

/** A carbon copy or follower to add or to take off. */
export interface PersonChange {
  readonly action: 'put' | 'delete';
  readonly person: PersonReference;
}

/** The person who asks, described in place. */
export interface InlineRequester {
  readonly name: string | null;
  readonly email: string | null;
  readonly localeId: number | null;
}

/** An item of `collaborators`: an id, an address, or an object with a name and an address. */
export const collaborator: Reader<PersonReference> = (value) => {
  if (typeof value === 'number') {
    const known = looseId(value);
    return known === INVALID ? INVALID : { kind: 'id', id: known };
  }
  if (typeof value === 'string') {
    const known = looseId(value);
    return known === INVALID ? byEmail(value, null) : { kind: 'id', id: known };
  }
  if (!isRecord(value)) return INVALID;
  const name = value['name'] === undefined ? null : text(value['name']);
  if (name === INVALID) return INVALID;
  return value['email'] === undefined ? { kind: 'nobody' } : byEmail(value['email'], name);
};

/** An item of `email_ccs` or `followers`. */
export const personChange: Reader<PersonChange> = (value) => {
  if (!isRecord(value)) return INVALID;
  const action = value['action'] === undefined ? 'put' : word(['put', 'delete'])(value['action']);
  const name = value['user_name'] === undefined ? null : text(value['user_name']);
  const person = personOf(value, name === INVALID ? null : name);
  return action === INVALID || name === INVALID || person === INVALID
    ? INVALID
    : { action, person };
};

/** The member `requester`. A name or address that is missing is a matter of the rules. */
export const inlineRequester: Reader<InlineRequester> = (value) => {
  if (!isRecord(value)) return INVALID;
  const name = value['name'] === undefined ? null : text(value['name']);
  const address = value['email'] === undefined ? null : email(value['email']);
  const localeId = value['locale_id'] === undefined ? null : integer(value['locale_id']);
  if (name === INVALID || address === INVALID || localeId === INVALID) return INVALID;
  return { name, email: address, localeId };
};

function personOf(
  value: Readonly<Record<string, unknown>>,
  name: string | null,
): PersonReference | typeof INVALID {
  if (value['user_id'] === undefined)
    return value['user_email'] === undefined
      ? { kind: 'nobody' }
      : byEmail(value['user_email'], name);
  const known = looseId(value['user_id']);
  return known === INVALID ? INVALID : { kind: 'id', id: known };
}

function byEmail(value: unknown, name: string | null): PersonReference | typeof INVALID {
  const address = email(value);
  return address === INVALID ? INVALID : { kind: 'email', email: address, name };
}
