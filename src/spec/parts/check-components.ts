/**
 * Looks at components for their own sake (OAS 3.1.0, section 4.8.7). What an operation uses has been
 * seen by then; what is wrong with the rest is a problem too, though one that touches no operation.
 */
import { checkSchema } from './check-schema.ts';
import { follow } from './follow.ts';
import { member, members, type Part } from './part.ts';
import { readHeader } from './read-headers.ts';
import type { LinkTargets } from './read-links.ts';
import { readParameter } from './read-parameter.ts';
import { readRequestBody } from './read-request-body.ts';
import { readResponse } from './read-responses.ts';
import type { Reading } from './reading.ts';

/** Reports what is wrong with components that nothing refers to. */
export function checkComponents(
  reading: Reading,
  components: Part | undefined,
  targets: LinkTargets,
): void {
  const named = (kind: string): readonly (readonly [string, Part])[] =>
    members(components && member(components, kind)).map(([name, part]) => {
      return [name, { ...part, unit: reading.unitAt(part.place) }];
    });
  for (const [, part] of named('schemas')) {
    if (reading.enterSchema(part.unit)) checkSchema(reading, part);
  }
  for (const [, entry] of named('parameters')) {
    const part = follow(reading, entry, 'the parameter is left out');
    if (part) readParameter(reading, part);
  }
  for (const [, part] of named('requestBodies')) readRequestBody(reading, part);
  for (const [, part] of named('responses')) readResponse(reading, 'default', part, targets);
  for (const [name, part] of named('headers')) readHeader(reading, name, part);
}
