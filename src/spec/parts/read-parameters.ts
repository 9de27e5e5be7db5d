/**
 * The parameters of one operation: its own, those of its path item, and what the path template needs
 * and nothing declares (OAS 3.1.0, sections 4.8.9 and 4.8.10).
 */
import type { Parameter } from '../api.ts';
import { member, items, type Part } from './part.ts';
import type { OperationEntry } from './operation-entries.ts';
import { readParameter, undeclaredParameter } from './read-parameter.ts';
import { follow } from './follow.ts';
import type { Reading } from './reading.ts';

/** @returns the operation's own parameters last, as they override the path item's. */
export function readParameters(reading: Reading, entry: OperationEntry): readonly Parameter[] {
  const shared = readList(reading, entry, entry.sharedParameters);
  const own = readList(reading, entry, member(entry.part, 'parameters'));
  const overridden = new Set(own.parameters.map(identity));
  const declared = [
    ...shared.parameters.filter((parameter) => !overridden.has(identity(parameter))),
    ...own.parameters,
  ].filter((parameter) => !isIgnored(parameter));
  const missing = placeholders(entry.path).filter(
    (name) => !declared.some((parameter) => parameter.in === 'path' && parameter.name === name),
  );
  reportUndeclared(reading, entry, unexplained(missing, [...shared.dangling, ...own.dangling]));
  return [...declared, ...missing.map((name) => undeclaredParameter(name, entry.part.place))];
}

interface ParameterList {
  readonly parameters: readonly Parameter[];
  /** What the references that lead nowhere call their targets. */
  readonly dangling: readonly string[];
}

function readList(reading: Reading, entry: OperationEntry, list: Part | undefined): ParameterList {
  if (list !== undefined && !Array.isArray(list.value)) {
    const message = 'parameters must be a list; it is left out';
    reading.report(list, { code: 'wrong-part', message });
  }
  const found = new Map<string, Parameter>();
  const dangling: string[] = [];
  for (const item of items(list)) {
    const part = follow(reading, item, 'the parameter is left out');
    if (part === undefined) {
      dangling.push(referenceName(item));
      continue;
    }
    const parameter = readParameter(reading, part);
    if (parameter === undefined || !isInTemplate(reading, entry, parameter, item)) continue;
    if (found.has(identity(parameter))) {
      const message = `parameter "${parameter.name}" in ${parameter.in} is declared twice; the first counts`;
      reading.report(item, { code: 'wrong-part', message });
      continue;
    }
    found.set(identity(parameter), parameter);
  }
  return { parameters: [...found.values()], dangling };
}

function isInTemplate(
  reading: Reading,
  entry: OperationEntry,
  { name, in: location }: Parameter,
  item: Part,
): boolean {
  if (location !== 'path' || placeholders(entry.path).includes(name)) return true;
  const message = `path parameter "${name}" is not in the template ${entry.path}; it is left out`;
  reading.report(item, { code: 'unused-path-parameter', message });
  return false;
}

function reportUndeclared(reading: Reading, entry: OperationEntry, names: readonly string[]): void {
  for (const name of names) {
    reading.report(entry.part, {
      code: 'undeclared-path-parameter',
      message: `no parameter declares {${name}} of ${entry.path}; any text is taken as valid there`,
      place: entry.pathPlace,
    });
  }
}

/**
 * A parameter that dangles is a problem already, so the placeholder it was meant for is none: found by
 * name (`CommentId` for `comment_id`), and where names do not tell, by number.
 */
function unexplained(missing: readonly string[], dangling: readonly string[]): readonly string[] {
  const targets = dangling.map(plainName);
  const unmatched = missing.filter((name) => !targets.includes(plainName(name)));
  const spare = dangling.length - (missing.length - unmatched.length);
  return unmatched.slice(Math.max(spare, 0));
}

function referenceName(item: Part): string {
  const reference = member(item, '$ref')?.value;
  return typeof reference === 'string' ? (reference.split('/').at(-1) ?? '') : '';
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The names in a path template, in order; OAS 3.1.0, section 4.8.8.2. */
function placeholders(path: string): readonly string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name))];
}

/** OAS tells the content type, what is accepted and credentials by other means. */
function isIgnored({ in: location, name }: Parameter): boolean {
  return location === 'header' && /^(accept|content-type|authorization)$/i.test(name);
}

function identity({ in: location, name }: Parameter): string {
  return `${location}:${location === 'header' ? name.toLowerCase() : name}`;
}
