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

/**
 * @returns known credentials of a scheme that the operation does not list; none where its own are
 *   not known either, or some scheme of it is not understood
 */
export function strangersTo(
  operation: Pick<Operation, 'security'>,
  schemes: Api['securitySchemes'],
  known: readonly Credential[],
): readonly Credential[] {
  const names = namesOf(operation);
  const listed = names.flatMap((name) => schemes[name] ?? []);
  if (listed.length < names.length || listed.some(({ kind }) => kind === 'mutualTLS')) return [];
  const meetsAny = (credential: Credential): boolean =>
    listed.some((scheme) => meets(credential, scheme) || sharesHeader(credential, scheme));
  return known.some(meetsAny) ? known.filter((credential) => !meetsAny(credential)) : [];
}

/** An apiKey in Authorization may be what a token is sent as. */
function sharesHeader({ kind }: Credential, scheme: SecurityScheme): boolean {
  const isThere = scheme.kind === 'apiKey' && scheme.name.toLowerCase() === 'authorization';
  return isThere && kind !== 'apiKey';
}

/**
 * @param own what the operation is asked with
 * @returns the schemes of its other alternatives that stand alone, by name
 */
export function otherWays(
  operation: Pick<Operation, 'security'>,
  schemes: Api['securitySchemes'],
  own: readonly Credential[],
): readonly string[] {
  const alone = operation.security.flatMap((needed) => {
    const [name, ...others] = Object.keys(needed);
    return name === undefined || others.length > 0 ? [] : [name];
  });
  return alone.filter((name) => {
    const scheme = schemes[name];
    return scheme !== undefined && !own.some((credential) => meets(credential, scheme));
  });
}

function namesOf({ security }: Pick<Operation, 'security'>): readonly string[] {
  return security.flatMap((needed) => Object.keys(needed));
}
