/**
 * Finds schemas that apply themselves to the same value without end, such as `A: { allOf: [A] }`:
 * no value can be judged by them (JSON Schema 2020-12 core, section 9.4.1). Recursion that goes into
 * a member or an item ends with the value, and is no problem.
 */
import { type Place, placeBelow } from '../place.ts';
import { member, type Part } from './part.ts';
import type { Reading } from './reading.ts';

/** Reports each circle once, at the `$ref` that closes it. */
export function checkCircles(reading: Reading): void {
  const finished = new Set<Place>();
  for (const start of reading.inPlace.keys()) searchFrom(reading, start, finished);
}

interface Step {
  readonly place: Place;
  readonly rest: Iterator<Place>;
}

/** Depth first, on a stack of our own; a target that is still on the trail closes a circle. */
function searchFrom(reading: Reading, start: Place, finished: Set<Place>): void {
  const trail: Step[] = [];
  const onTrail = new Map<Place, number>();
  const enter = (place: Place): void => {
    onTrail.set(place, trail.length);
    trail.push({ place, rest: targetsOf(reading, place) });
  };
  if (!finished.has(start)) enter(start);
  for (let step = trail.at(-1); step !== undefined; step = trail.at(-1)) {
    const next = step.rest.next();
    if (next.done === true) {
      trail.pop();
      onTrail.delete(step.place);
      finished.add(step.place);
      continue;
    }
    const since = onTrail.get(next.value);
    if (since !== undefined) reportCircle(reading, trail.slice(since));
    else if (!finished.has(next.value)) enter(next.value);
  }
}

function targetsOf(reading: Reading, place: Place): Iterator<Place> {
  return (reading.inPlace.get(place)?.targets ?? new Set<Place>()).values();
}

function reportCircle(reading: Reading, circle: readonly Step[]): void {
  const parts = circle.flatMap(({ place }): readonly Part[] => {
    const noted = reading.inPlace.get(place);
    return noted === undefined ? [] : [noted.part];
  });
  // Only a reference can lead back, so there is one in every circle.
  const part = parts.findLast((candidate) => member(candidate, '$ref') !== undefined);
  if (part === undefined) return;
  reading.report(part, {
    code: 'circular-reference',
    message:
      'this reference leads back to itself for the same value; no value can be judged by it, and none is',
    place: placeBelow(part.place, '$ref'),
    key: `circle ${circle
      .map(({ place }) => place)
      .sort()
      .join(' ')}`,
  });
}
