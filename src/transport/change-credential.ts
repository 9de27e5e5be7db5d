/**
 * A credential made wrong in one way, for requests that a target must refuse. What is made up keeps
 * the scheme's syntax, so that it is refused for what it says and not for how it is written.
 */
import type { SecurityScheme } from '../spec/api.ts';
import type { Credential } from './credential.ts';

/** The changes of the very credential that an operation is asked with. */
export const OWN_CHANGES = ['none', 'wrong', 'other secret', 'other scheme'] as const;

export type OwnChange = (typeof OWN_CHANGES)[number];

const NOBODY = 'assay-nobody@example.invalid';
const MADE_UP = 'assay-never-given-9f2c7b1e';

/**
 * @returns the changed credential; `none` to send none; undefined where that change says nothing
 *   of this kind of credential
 */
export function changeCredential(
  credential: Credential,
  change: OwnChange,
): Credential | 'none' | undefined {
  switch (change) {
    case 'none':
      return 'none';
    case 'wrong':
      return wrong(credential);
    case 'other secret':
      return credential.kind === 'basic' ? { ...credential, password: MADE_UP } : undefined;
    case 'other scheme':
      return otherScheme(credential);
  }
}

/** @returns a credential of that scheme that nobody was given; undefined for a scheme that can't be written */
export function madeUpFor(scheme: SecurityScheme): Credential | undefined {
  switch (scheme.kind) {
    case 'http':
      if (scheme.scheme.toLowerCase() === 'basic') return wrong({ kind: 'basic', ...NO_ONE });
      return scheme.scheme.toLowerCase() === 'bearer'
        ? wrong({ kind: 'bearer', token: '' })
        : undefined;
    case 'apiKey':
      return { kind: 'apiKey', in: scheme.in, name: scheme.name, value: MADE_UP };
    case 'oauth2':
    case 'openIdConnect':
      return wrong({ kind: 'bearer', token: '' });
    case 'mutualTLS':
      return undefined;
  }
}

const NO_ONE = { user: NOBODY, password: MADE_UP } as const;

function wrong(credential: Credential): Credential {
  switch (credential.kind) {
    case 'basic':
      return { kind: 'basic', user: NOBODY, password: MADE_UP };
    case 'bearer':
      return { kind: 'bearer', token: MADE_UP };
    case 'authorization': {
      const [scheme = 'Bearer'] = credential.value.split(' ', 1);
      return { kind: 'authorization', value: `${scheme} ${MADE_UP}` };
    }
    case 'apiKey':
      return { ...credential, value: MADE_UP };
    default:
      return credential satisfies never;
  }
}

/** No server knows this scheme, so the secret under it is no credential (RFC 9110, section 11.1). */
function otherScheme(credential: Credential): Credential | undefined {
  switch (credential.kind) {
    case 'basic':
      return { kind: 'authorization', value: `AssayUnknown ${credential.password}` };
    case 'bearer':
      return { kind: 'authorization', value: `AssayUnknown ${credential.token}` };
    case 'authorization':
    case 'apiKey':
      return undefined;
    default:
      return credential satisfies never;
  }
}
