/** Links: which operation an answer leads to, and with what values (OAS 3.1.0, section 4.8.20). */
import type { Link } from '../api.ts';
import type { Place } from '../place.ts';
import { isObject, member, members, type Part } from './part.ts';
import { follow, reportDangling } from './follow.ts';
import type { Reading } from './reading.ts';

/** How operations are found that links name. */
export interface LinkTargets {
  readonly ids: ReadonlySet<string>;
  readonly idAt: ReadonlyMap<Place, string>;
}

/** @returns the links that name an operation of the description. */
export function readLinks(
  reading: Reading,
  part: Part | undefined,
  targets: LinkTargets,
): readonly Link[] {
  return members(part).flatMap(([name, entry]) => {
    const link = follow(reading, entry, 'the link is left out');
    const operationId = link && readTarget(reading, link, targets);
    if (link === undefined || operationId === undefined) return [];
    const parameters = member(link, 'parameters')?.value;
    return [
      {
        name,
        operationId,
        parameters: isObject(parameters) ? parameters : {},
        requestBody: member(link, 'requestBody')?.value,
        place: link.place,
      },
    ];
  });
}

function readTarget(reading: Reading, link: Part, targets: LinkTargets): string | undefined {
  const id = member(link, 'operationId');
  const reference = member(link, 'operationRef');
  if (typeof id?.value === 'string') {
    if (targets.ids.has(id.value)) return id.value;
    const message = `no operation is called "${id.value}"; the link is left out`;
    reading.report(id, { code: 'dangling-reference', message, key: `operation ${id.value}` });
    return undefined;
  }
  if (typeof reference?.value === 'string')
    return readReference(reading, link, reference.value, targets);
  const message = 'a link must name an operation by operationId or operationRef; it is left out';
  reading.report(link, { code: 'missing-part', message });
  return undefined;
}

function readReference(
  reading: Reading,
  link: Part,
  reference: string,
  targets: LinkTargets,
): string | undefined {
  const resolved = reading.documents.resolve(reference, link.place);
  if (resolved.kind === 'dangling') {
    reportDangling(reading, link, resolved, 'the link is left out', 'operationRef');
    return undefined;
  }
  const id = targets.idAt.get(resolved.place);
  if (id === undefined) {
    const message = `operationRef "${reference}" leads to no operation; the link is left out`;
    reading.report(link, { code: 'wrong-part', message });
  }
  return id;
}
