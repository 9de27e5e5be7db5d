/** Security schemes and what operations ask of them (OAS 3.1.0, sections 4.8.27 and 4.8.30). */
import type { SecurityRequirement, SecurityScheme } from '../api.ts';
import { isObject, items, member, members, type Part, textMember } from './part.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';
import { noteUse } from './unit.ts';

/** @returns the schemes that are declared well enough to be used, by name. */
export function readSecuritySchemes(
  reading: Reading,
  part: Part | undefined,
): Readonly<Record<string, SecurityScheme>> {
  return Object.fromEntries(
    members(part).flatMap(([name, entry]) => {
      // A unit of its own, so that a fault in it touches the operations that ask for it.
      const own = { ...entry, unit: reading.unitAt(entry.place) };
      const target = follow(reading, own, 'the security scheme is left out');
      const scheme = target && readScheme(reading, name, target);
      return scheme === undefined ? [] : [[name, scheme] as const];
    }),
  );
}

/**
 * @returns alternatives, each naming what is needed together; a scheme that nothing declares stays in,
 * as the operation is not open because of it.
 */
export function readSecurity(
  reading: Reading,
  part: Part | undefined,
  schemes: Part | undefined,
): readonly SecurityRequirement[] {
  if (part !== undefined && !Array.isArray(part.value)) {
    const message = 'security must be a list; it is left out';
    reading.report(part, { code: 'wrong-part', message });
  }
  return items(part).flatMap((requirement) => {
    if (!isObject(requirement.value)) {
      const message = 'a security requirement must be an object; it is left out';
      reading.report(requirement, { code: 'wrong-part', message });
      return [];
    }
    return [
      Object.fromEntries(
        members(requirement).map(([name, scopes]) => {
          useScheme(reading, name, scopes, schemes);
          return [
            name,
            items(scopes).flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
          ];
        }),
      ),
    ];
  });
}

function useScheme(reading: Reading, name: string, use: Part, schemes: Part | undefined): void {
  const scheme = schemes && member(schemes, name);
  if (scheme !== undefined) {
    noteUse(use.unit, reading.unitAt(scheme.place));
    return;
  }
  const message = `no security scheme is called "${name}"; how to meet it is unknown`;
  reading.report(use, { code: 'dangling-reference', message, key: `security scheme ${name}` });
}

function readScheme(reading: Reading, name: string, part: Part): SecurityScheme | undefined {
  const { place } = part;
  const type = textMember(part, 'type');
  switch (type) {
    case 'http': {
      const scheme = textMember(part, 'scheme');
      return scheme ? { kind: 'http', scheme, place } : leaveOut(reading, part, name, 'a scheme');
    }
    case 'apiKey': {
      const location = textMember(part, 'in');
      const key = textMember(part, 'name');
      if (key === undefined) return leaveOut(reading, part, name, 'a name');
      return location === 'query' || location === 'header' || location === 'cookie'
        ? { kind: 'apiKey', in: location, name: key, place }
        : leaveOut(reading, part, name, 'an "in" of query, header or cookie');
    }
    case 'oauth2':
    case 'openIdConnect':
    case 'mutualTLS':
      return { kind: type, place };
    default:
      return leaveOut(reading, part, name, 'a type of OpenAPI');
  }
}

function leaveOut(reading: Reading, part: Part, name: string, need: string): undefined {
  const message = `security scheme "${name}" needs ${need}; it is left out`;
  reading.report(part, { code: 'wrong-part', message });
  return undefined;
}
