/** One operation, its parts read one level deep (OAS 3.1.0, section 4.8.10). */
import type { Operation } from '../api.ts';
import type { OperationEntry } from './operation-entries.ts';
import { items, member, type Part, textMember } from './part.ts';
import { readFlag } from './read-flag.ts';
import type { LinkTargets } from './read-links.ts';
import { readParameters } from './read-parameters.ts';
import { readRequestBody } from './read-request-body.ts';
import { readResponses } from './read-responses.ts';
import { readSecurity } from './read-security.ts';
import { readServers } from './read-servers.ts';
import type { Reading } from './reading.ts';

/** What operations inherit from the document. */
export interface OperationSurroundings {
  readonly targets: LinkTargets;
  readonly security: Part | undefined;
  readonly securitySchemes: Part | undefined;
}

/** @returns the operation; whatever is wrong with a part of it is reported, and that part lost. */
export function readOperation(
  reading: Reading,
  entry: OperationEntry,
  { targets, security, securitySchemes }: OperationSurroundings,
): Operation {
  const { id, method, path, part } = entry;
  const inherited = security && { ...security, unit: part.unit };
  const servers = member(part, 'servers') ?? entry.sharedServers;
  return {
    id,
    method,
    path,
    summary: textMember(part, 'summary'),
    tags: items(member(part, 'tags')).flatMap(({ value }) =>
      typeof value === 'string' ? [value] : [],
    ),
    deprecated: readFlag(reading, part, 'deprecated', false),
    parameters: readParameters(reading, entry),
    requestBody: readRequestBody(reading, member(part, 'requestBody')),
    responses: readResponses(reading, part, targets),
    security: readSecurity(reading, member(part, 'security') ?? inherited, securitySchemes),
    ...(servers === undefined ? {} : { servers: readServers(reading, servers) }),
    place: part.place,
  };
}
