/** The root document as an Api: finds the operations, then reads each, then tells the problems. */
import type { Api, Dialect } from '../api.ts';
import type { Documents } from '../documents.ts';
import type { ReadFile, SpecFile } from '../files/spec-file.ts';
import { checkCircles } from './check-circles.ts';
import { checkComponents } from './check-components.ts';
import { checkLeftovers } from './check-leftovers.ts';
import { operationEntries } from './operation-entries.ts';
import { member, type Part, textMember } from './part.ts';
import { readOperation } from './read-operation.ts';
import { readSecuritySchemes } from './read-security.ts';
import { readServers } from './read-servers.ts';
import { newReading } from './reading.ts';
import { newUnit } from './unit.ts';

export interface RootDocument {
  readonly documents: Documents;
  readonly dialect: Dialect;
  readonly source: string;
  readonly files: readonly [ReadFile, ...SpecFile[]];
}

/** @returns the Api that a root document describes, with every problem found on the way. */
export function readDocument({ documents, dialect, source, files }: RootDocument): Api {
  const reading = newReading(documents, dialect);
  const [{ name }] = files;
  const place = `${name}#`;
  const root: Part = { value: documents.at(place), place, unit: newUnit(place) };
  const info = member(root, 'info');
  const components = member(root, 'components');
  const schemes = components && member(components, 'securitySchemes');
  const entries = operationEntries(reading, member(root, 'paths'));
  const surroundings = {
    targets: {
      ids: new Set(entries.map(({ id }) => id)),
      idAt: new Map(entries.map(({ id, part }) => [part.place, id])),
    },
    security: member(root, 'security'),
    securitySchemes: schemes,
  };
  const operations = entries.map((entry) => readOperation(reading, entry, surroundings));
  const servers = readServers(reading, member(root, 'servers'));
  const securitySchemes = readSecuritySchemes(reading, schemes);
  checkComponents(reading, components, surroundings.targets);
  checkCircles(reading);
  checkLeftovers(reading, root, files);
  return {
    title: (info && textMember(info, 'title')) ?? '',
    version: (info && textMember(info, 'version')) ?? '',
    dialect,
    source,
    servers,
    operations,
    securitySchemes,
    problems: reading.problems(entries.map(({ id, part }) => ({ id, unit: part.unit }))),
    documents,
  };
}
