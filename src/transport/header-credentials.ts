/**
 * The credentials that a person gave as plain headers (`--header 'X-Api-Key: …'`): no identity
 * names them, yet they are as secret as any when a target repeats them in its answer.
 */
import type { HeaderField } from '../wire/request.ts';
import type { Credential } from './credential.ts';

/** One credential for each secret that the fields carry, to be given to the redactor. */
export function credentialsInHeaders(fields: readonly HeaderField[]): readonly Credential[] {
  return fields
    .filter(([name]) => carriesCredential(name))
    .flatMap(([name, value]): readonly Credential[] =>
      name.toLowerCase() === 'cookie'
        ? cookieCredentials(value)
        : [{ kind: 'authorization', value }],
    );
}

/** True for the names under which services take or hand out keys, tokens and sessions. */
export function carriesCredential(name: string): boolean {
  return CREDENTIAL_HEADER.test(name);
}

const CREDENTIAL_HEADER =
  /^(proxy-)?authorization$|^(set-)?cookie2?$|(api|access|auth|account|subscription|secret|private|shared)[-_]?key|(^|[-_])(token|secret|password|passwd|credentials?|signature|session([-_]?id)?)$|^x[-_]auth$/i;

function cookieCredentials(cookies: string): readonly Credential[] {
  return cookies.split(';').map((pair) => {
    const [name = '', ...value] = pair.trim().split('=');
    return { kind: 'apiKey', in: 'cookie', name, value: value.join('=') };
  });
}
