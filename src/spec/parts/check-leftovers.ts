/**
 * What reading the operations and components does not come across: references elsewhere in the root
 * file (callbacks, webhooks, path items) that lead nowhere, keys that stand twice, a version that is
 * no string.
 */
import type { ReadFile, SpecFile } from '../files/spec-file.ts';
import { placeBelow } from '../place.ts';
import { reportDangling } from './follow.ts';
import { member, type Part } from './part.ts';
import type { Reading } from './reading.ts';

/** Reports them; in files that the root refers to, only keys, as much of those may concern others. */
export function checkLeftovers(
  reading: Reading,
  root: Part,
  files: readonly [ReadFile, ...SpecFile[]],
): void {
  const version = member(root, 'openapi');
  if (typeof version?.value === 'number') {
    const message = `openapi must be a string; it is read as "${version.value.toFixed(1)}"`;
    reading.report(version, { code: 'wrong-part', message });
  }
  checkReferences(reading, root, files[0]);
  for (const file of files) if (file.kind === 'read') checkRepeatedKeys(reading, root, file);
}

function checkReferences(reading: Reading, root: Part, { name, outline }: ReadFile): void {
  for (const { pointer, reference } of outline.references) {
    const place = `${name}#${pointer}`;
    const resolved = reading.documents.resolve(reference, place);
    if (resolved.kind === 'found') continue;
    const unit = reading.unitAround(place) ?? root.unit;
    const part = { value: reading.documents.at(place), place, unit };
    reportDangling(reading, part, resolved, 'nothing that is tested depends on it');
  }
}

function checkRepeatedKeys(reading: Reading, root: Part, file: ReadFile): void {
  for (const tokens of file.repeatedKeys) {
    const place = placeBelow(`${file.name}#`, ...tokens);
    const unit = reading.unitAround(place) ?? root.unit;
    const message = `"${tokens.at(-1)}" stands twice in this object; the later one counts`;
    reading.report({ value: undefined, place, unit }, { code: 'wrong-part', message });
  }
}
