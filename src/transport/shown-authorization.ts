/**
 * How the Authorization header of a request stands in a command line: as what the shell puts there
 * in the place of the secret, or, where it is made up and nobody's, written out. A line with the
 * right credential would not show that a wrong one is served.
 */
import type { CredentialChange } from '../cases/credential-change.ts';
import { authorizationValue, type Credential } from './credential.ts';

/** What stands between double quotes of a POSIX shell after `Authorization: `. */
export type ShownAuthorization = string;

const OWN = '$ASSAY_AUTH';
/** What follows the scheme. */
const OWN_TOKEN = '${ASSAY_AUTH#* }';
const OWN_PASSWORD = `$(printf %s "${OWN_TOKEN}" | base64 -d | cut -d: -f2-)`;

/**
 * @param sent the credential that goes out
 * @param own what the operation is asked with when nothing is changed
 * @returns undefined where no Authorization header goes out
 */
export function shownAuthorization(
  sent: Credential | undefined,
  own: Credential | undefined,
  change: CredentialChange | undefined,
): ShownAuthorization | undefined {
  if (sent === undefined || sent.kind === 'apiKey') return undefined;
  switch (change) {
    case undefined:
    case 'none':
      return OWN;
    case 'other scheme':
      return `AssayUnknown ${own?.kind === 'basic' ? OWN_PASSWORD : OWN_TOKEN}`;
    case 'other identity':
      return '$ASSAY_OTHER_AUTH';
    default:
      return expands(authorizationValue(sent)) ? OWN : authorizationValue(sent);
  }
}

/** A scheme may be written with marks that a shell reads (RFC 9110, section 5.6.2). */
function expands(value: string): boolean {
  return /["$`\\!]/.test(value);
}
