/**
 * The texts that must never be shown, taken out of credentials: passwords, tokens, keys, and what
 * Basic authentication packs them into.
 */
import { basicToken, type Credential } from './credential.ts';

export interface Secret {
  readonly text: string;
  /** Base64 may come with the letters of its URL form and without its padding (RFC 4648, 5). */
  readonly isBase64: boolean;
}

/** Every secret in the credentials, and the base64 of each. */
export function secretsOf(
  credentials: readonly Credential[],
  extraSecrets: readonly string[],
): readonly Secret[] {
  return [...credentials.flatMap(ofCredential), ...extraSecrets.flatMap(ofText)];
}

function ofCredential(credential: Credential): readonly Secret[] {
  switch (credential.kind) {
    case 'basic':
      return ofBasic(credential.user, credential.password);
    case 'bearer':
      return ofText(credential.token);
    case 'authorization':
      return ofAuthorization(credential.value);
    case 'apiKey':
      return ofText(credential.value);
  }
}

function ofBasic(user: string, password: string): readonly Secret[] {
  const packed = { text: basicToken(user, password), isBase64: true };
  return [packed, ...ofText(password), ...(isKey(user, password) ? ofText(user) : inBase64(user))];
}

/** Where the password is a mere filler, or the user has the looks of one, the user is the key. */
function isKey(user: string, password: string): boolean {
  return password.length < SHORTEST_SECRET || /^[\w-]{20,}$/.test(user);
}

/** Below this length a text would be found, and masked, in half of all that is printed. */
export const SHORTEST_SECRET = 4;

function ofAuthorization(value: string): readonly Secret[] {
  const [, scheme = '', parameters = ''] = /^\s*(\S+)\s+(.*?)\s*$/s.exec(value) ?? [];
  if (scheme.toLowerCase() !== 'basic') return ofText(parameters === '' ? value : parameters);
  const [user = '', ...password] = Buffer.from(parameters, 'base64').toString('utf8').split(':');
  return [{ text: parameters, isBase64: true }, ...ofBasic(user, password.join(':'))];
}

function ofText(text: string): readonly Secret[] {
  return [{ text, isBase64: false }, ...inBase64(text)];
}

/** By itself, and within a longer text, where it takes one of three forms (RFC 4648, 4). */
function inBase64(text: string): readonly Secret[] {
  // Encoding must not make a text long enough to count as a secret when it wasn't before.
  if (text.length < SHORTEST_SECRET) return [];
  const whole = Buffer.from(text, 'utf8').toString('base64');
  return [whole, ...[0, 1, 2].map((before) => insideBase64(text, before))].map((encoded) => ({
    text: encoded,
    isBase64: true,
  }));
}

/** Without the letters at both ends, which hold bits of what stands around the text. */
function insideBase64(text: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
  const letters = bytes.toString('base64').replace(/=+$/, '');
  return letters.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === 0 ? undefined : -1);
}
