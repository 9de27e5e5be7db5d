/**
 * What proves to a target who is asking, and how a request is made to carry it: the schemes `http`
 * and `apiKey` of a Security Scheme Object (OAS 3.1.0, 4.8.27), or a whole Authorization value.
 */
import type { HeaderField, PreparedRequest } from '../wire/request.ts';

export type Credential =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  /** A whole value of the Authorization header. */
  | { readonly kind: 'authorization'; readonly value: string }
  | {
      readonly kind: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly value: string;
    };

/** The request carrying the credential in place of any it had there. */
export function authorize(request: PreparedRequest, credential: Credential): PreparedRequest {
  if (credential.kind !== 'apiKey')
    return withHeader(request, 'Authorization', authorizationValue(credential));
  const { name, value } = credential;
  switch (credential.in) {
    case 'header':
      return withHeader(request, name, value);
    case 'query':
      return withQuery(request, name, value);
    case 'cookie':
      return withCookie(request, name, value);
  }
}

/** The value of the Authorization header that the credential makes. @see RFC 7617, RFC 6750 */
export function authorizationValue(credential: Exclude<Credential, { kind: 'apiKey' }>): string {
  switch (credential.kind) {
    case 'basic':
      return `Basic ${basicToken(credential.user, credential.password)}`;
    case 'bearer':
      return `Bearer ${credential.token}`;
    case 'authorization':
      return credential.value;
  }
}

/** User and password are put into UTF-8, as RFC 7617, 2.1 has it and servers mostly expect. */
export function basicToken(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
}

function withHeader(request: PreparedRequest, name: string, value: string): PreparedRequest {
  const lowerName = name.toLowerCase();
  const others = request.headers.filter(([other]) => other.toLowerCase() !== lowerName);
  return { ...request, headers: [...others, [name, value]] };
}

function withQuery(request: PreparedRequest, name: string, value: string): PreparedRequest {
  const [path = '', ...rest] = request.target.split('?');
  const others = rest
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && queryName(pair) !== name);
  const own = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return { ...request, target: `${path}?${[...others, own].join('&')}` };
}

function queryName(pair: string): string {
  const [name = ''] = pair.split('=', 1);
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/** One Cookie header holds all pairs (RFC 6265, 5.4). */
function withCookie(request: PreparedRequest, name: string, value: string): PreparedRequest {
  const isCookie = ([header]: HeaderField): boolean => header.toLowerCase() === 'cookie';
  const others = request.headers
    .filter(isCookie)
    .flatMap(([, cookies]) => cookies.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && pair.split('=', 1)[0] !== name);
  const cookies = [...others, `${name}=${value}`].join('; ');
  const rest = request.headers.filter((field) => !isCookie(field));
  return { ...request, headers: [...rest, ['Cookie', cookies]] };
}
