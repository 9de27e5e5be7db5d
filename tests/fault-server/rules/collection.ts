/** Rules for arrays and objects, built of rules for what they hold. */
import { isList, isObject, writeJson, type Json, type JsonObject } from '../http/json.ts';
import { complain, NO_COMPLAINTS, type Complaint, type Rule } from './rule.ts';

/** @returns a rule for an array of like items. */
export function list(
  item: Rule,
  {
    min = 0,
    max = Infinity,
    unique = false,
  }: { min?: number; max?: number; unique?: boolean } = {},
): Rule {
  return (value, at) => {
    if (!isList(value)) return complain(at, 'must be a list');
    if (value.length < min) return complain(at, `must hold ${String(min)} or more`);
    if (value.length > max) return complain(at, `must hold ${String(max)} or fewer`);
    if (unique && new Set(value.map(canonical)).size < value.length)
      return complain(at, 'must not hold the same twice');
    return value.flatMap((one, index) => item(one, `${at}/${String(index)}`));
  };
}

export interface RecordShape {
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, Rule>>;
  /** What other members must be; without it anything may stand beside. `none` forbids them. */
  readonly others?: Rule | 'none';
  readonly min?: number;
  readonly max?: number;
  /** A member that asks for another: name to name. */
  readonly needs?: Readonly<Record<string, string>>;
}

/** @returns a rule for an object. */
export function record(shape: RecordShape): Rule {
  const { required = [], members, min = 0, max = Infinity, needs = {} } = shape;
  return (value, at) => {
    if (!isObject(value)) return complain(at, 'must be an object');
    const names = Object.keys(value);
    const complaints: Complaint[] = [];
    if (names.length < min) complaints.push({ at, message: 'must not be empty' });
    if (names.length > max) complaints.push({ at, message: 'holds too many members' });
    for (const name of required) {
      if (!names.includes(name)) complaints.push({ at: `${at}/${name}`, message: 'must be given' });
    }
    for (const [name, other] of Object.entries(needs)) {
      if (names.includes(name) && !names.includes(other))
        complaints.push({ at: `${at}/${other}`, message: `must be given with ${name}` });
    }
    for (const [name, member] of Object.entries(value)) {
      complaints.push(...memberRule(shape, members, name)(member, `${at}/${name}`));
    }
    return complaints;
  };
}

function memberRule({ others }: RecordShape, members: RecordShape['members'], name: string): Rule {
  const own = Object.hasOwn(members, name) ? members[name] : undefined;
  if (own !== undefined) return own;
  if (others === 'none') return (_value, at) => complain(at, 'is not known');
  return others ?? (() => NO_COMPLAINTS);
}

/** @returns the object with those members only that have a rule. */
export function known(value: Json, ...shapes: readonly RecordShape[]): JsonObject {
  if (!isObject(value)) return {};
  const names = new Set(shapes.flatMap(({ members }) => Object.keys(members)));
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.has(name)));
}

/** Objects compare whatever the order of their members, numbers by their value. */
function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return writeJson(value);
  const members = Object.entries(value).map(
    ([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`,
  );
  return `{${members.sort().join(',')}}`;
}
