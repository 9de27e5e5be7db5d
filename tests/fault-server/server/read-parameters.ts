/** Reads an operation's parameters off path, query, headers and cookies, and holds them to its rules. */
import { readPairs, type Pair } from '../http/form.ts';
import type { Json, JsonObject } from '../http/json.ts';
import { headerLines, splitTarget, type Request } from '../http/message.ts';
import type { Operation, ParameterRule } from '../operations/operation.ts';
import { complain, type Complaint } from '../rules/rule.ts';
import { readTexts } from './read-values.ts';
import type { Route } from './router.ts';

interface ParametersRead {
  readonly given: JsonObject;
  readonly complaints: readonly Complaint[];
}

/** @returns what was given by name, and all that is wrong with it. */
export function readParameters(
  { parameters }: Operation,
  request: Request,
  { named }: Route,
): ParametersRead {
  const query = readPairs(splitTarget(request.target).query);
  if (query === undefined) return { given: {}, complaints: complain('query', 'is broken') };
  const given: Record<string, Json> = {};
  const complaints: Complaint[] = [];
  for (const parameter of parameters) {
    const at = `${parameter.in}:${parameter.name}`;
    if (parameter.reads === 'deepObject') {
      const value = deepObject(parameter.name, query);
      if (value !== undefined) given[parameter.name] = value;
      complaints.push(...(value === undefined ? [] : parameter.rule(value, at)));
      continue;
    }
    const texts = textsOf(parameter, { request, query, named });
    if (texts.length === 0) continue;
    const read = readTexts(parameter.reads, texts, at);
    if (read.kind === 'complaints') complaints.push(...read.complaints);
    else {
      given[parameter.name] = read.value;
      complaints.push(...parameter.rule(read.value, at));
    }
  }
  return { given, complaints };
}

interface Sources {
  readonly request: Request;
  readonly query: readonly Pair[];
  readonly named: ReadonlyMap<string, string>;
}

function textsOf(
  { name, in: location }: ParameterRule,
  { request, query, named }: Sources,
): readonly string[] {
  switch (location) {
    case 'path': {
      const text = named.get(name);
      return text === undefined ? [] : [text];
    }
    case 'query':
      return query.filter(([other]) => other === name).map(([, value]) => value);
    case 'header':
      return headerLines(request, name).map((line) => line.trim());
    case 'cookie':
      return headerLines(request, 'Cookie')
        .flatMap((line) => line.split(';'))
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1));
  }
}

/** `from` holds a text; what goes deeper, as `from][x` does, makes it an object. */
function membersOf(path: string, value: string): readonly [string, Json] {
  const [first = '', ...deeper] = path.split('][');
  return deeper.length === 0 ? [first, value] : [first, { [deeper.join('.')]: value }];
}

/** `due[from]=…&due[to]=…` (OAS 3.1.0, Style Values, deepObject). */
function deepObject(name: string, query: readonly Pair[]): JsonObject | undefined {
  const members = query.flatMap(([key, value]) =>
    key.startsWith(`${name}[`) && key.endsWith(']')
      ? [membersOf(key.slice(name.length + 1, -1), value)]
      : [],
  );
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
