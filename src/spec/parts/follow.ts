/**
 * Follows Reference Objects outside schemas, and tells those that lead nowhere: one problem for each
 * target, however often it is referred to (OAS 3.1.0, section 4.8.23).
 */
import type { Resolved } from '../documents.ts';
import { type Place, placeBelow, splitPlace } from '../place.ts';
import { isObject, type Part } from './part.ts';
import type { Reading } from './reading.ts';
import { noteUse } from './unit.ts';

/**
 * Follows a part that is a Reference Object, and further ones it leads to, to the part that is meant.
 * @param consequence what is done when it leads nowhere: "the parameter is left out".
 * @returns undefined when it leads nowhere, which is reported.
 */
export function follow(reading: Reading, part: Part, consequence: string): Part | undefined {
  const seen = new Set<Place>([part.place]);
  let current = part;
  while (isObject(current.value) && Object.hasOwn(current.value, '$ref')) {
    const next = followOnce(reading, current, consequence);
    if (next === undefined) return undefined;
    if (seen.has(next.place)) {
      reading.report(next, {
        code: 'circular-reference',
        message: `this reference leads back to itself; ${consequence}`,
        key: `circle ${circleOf(seen, next.place)}`,
      });
      return undefined;
    }
    seen.add(next.place);
    current = next;
  }
  return current;
}

/** A name of the circle that does not depend on where it was entered. */
function circleOf(seen: ReadonlySet<Place>, back: Place): string {
  const trail = [...seen];
  return trail.slice(trail.indexOf(back)).sort().join(' ');
}

function followOnce(reading: Reading, part: Part, consequence: string): Part | undefined {
  const reference = (part.value as { readonly $ref: unknown }).$ref;
  if (typeof reference !== 'string') {
    const message = `$ref must be a string; ${consequence}`;
    reading.report(part, { code: 'wrong-part', message, place: placeBelow(part.place, '$ref') });
    return undefined;
  }
  const resolved = reading.documents.resolve(reference, part.place);
  if (resolved.kind === 'dangling') {
    reportDangling(reading, part, resolved, consequence);
    return undefined;
  }
  const unit = reading.unitAt(resolved.place);
  noteUse(part.unit, unit);
  return { value: resolved.value, place: resolved.place, unit };
}

/** Reports a `$ref` that leads nowhere: one problem for each target, or for each file without text. */
export function reportDangling(
  reading: Reading,
  part: Part,
  { target, cause, reason }: Extract<Resolved, { kind: 'dangling' }>,
  consequence: string,
  keyword = '$ref',
): void {
  const { file, pointer } = splitPlace(target);
  const place = placeBelow(part.place, keyword);
  if (cause === 'unreadable-file') {
    const message = `${file} cannot be used: ${reason}; ${consequence}`;
    reading.report(part, { code: 'unreadable-file', message, place, key: `unreadable ${file}` });
    return;
  }
  const shown = file === splitPlace(part.place).file ? `#${pointer}` : target;
  const message = `"${shown}" leads nowhere, since ${reason}; ${consequence}`;
  reading.report(part, { code: 'dangling-reference', message, place, key: `dangling ${target}` });
}
