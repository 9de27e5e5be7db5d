/**
 * Which credentials a request of an operation carries: those that its security asks for, where
 * there are some of that kind, else the default one (OAS 3.1.0, section 4.8.30).
 */
import type { Api, Operation, SecurityScheme } from '../spec/api.ts';
import type { Credential } from './credential.ts';

/**
 * @param known credentials in order of preference, the default first
 * @returns those of the first alternative that can be met whole; the default where none can
 */
export function chooseCredentials(
  { security }: Pick<Operation, 'security'>,
  schemes: Api['securitySchemes'],
  known: readonly Credential[],
): readonly Credential[] {
  for (const needed of security) {
    const found = Object.keys(needed).map((name) => {
      const scheme = schemes[name];
      return scheme && known.find((credential) => meets(credential, scheme));
    });
    const whole = found.filter((credential) => credential !== undefined);
    if (whole.length > 0 && whole.length === found.length) return whole;
  }
  return known.slice(0, 1);
}

function meets(credential: Credential, scheme: SecurityScheme): boolean {
  switch (scheme.kind) {
    case 'http':
      return speaks(credential, scheme.scheme);
    case 'apiKey':
      return (
        credential.kind === 'apiKey' &&
        credential.in === scheme.in &&
        credential.name.toLowerCase() === scheme.name.toLowerCase()
      );
    case 'oauth2':
    case 'openIdConnect':
      return speaks(credential, 'bearer');
    case 'mutualTLS':
      return false;
    default:
      return scheme satisfies never;
  }
}

function speaks(credential: Credential, scheme: string): boolean {
  const wanted = scheme.toLowerCase();
  return credential.kind === 'authorization'
    ? credential.value.toLowerCase().startsWith(`${wanted} `)
    : credential.kind === wanted;
}
