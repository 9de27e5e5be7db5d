/**
 * Reads the text of `--auth`: `user:password`, or `bearer:TOKEN`. A message about it never repeats
 * it.
 */
import type { Credential } from './credential.ts';

/** The text is neither form. */
export class BadAuthOption extends Error {
  override readonly name = 'BadAuthOption';
  readonly code = 'BAD_AUTH_OPTION';
  readonly hint =
    'Write user:password for basic, bearer:TOKEN for a token; for anything else put a whole Authorization value into ASSAY_AUTH.';
}

/**
 * The credential that the text stands for. The user ends at the first colon (RFC 7617, 2), so a
 * password may hold colons and a user slashes.
 * @throws {BadAuthOption} there is no colon, or nothing before it, or no token after `bearer:`
 */
export function parseAuthOption(text: string): Credential {
  const colon = text.indexOf(':');
  if (colon < 1) throw new BadAuthOption('--auth needs a user, a colon and a password.');
  const user = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (user.toLowerCase() !== 'bearer') return { kind: 'basic', user, password: rest };
  if (rest.trim() === '') throw new BadAuthOption('--auth bearer: needs a token after the colon.');
  return { kind: 'bearer', token: rest.trim() };
}
