/**
 * A form's members read back from its pairs, each as its Encoding Object wrote it (OAS 3.1.0, section
 * 4.8.15). What no member is read from is a member of its own.
 */
import type { MediaType } from '../spec/api.ts';
import type { RawPair } from './raw-pairs.ts';
import { claimedBeside } from './raw-pairs.ts';
import { namesTaken } from './spread-members.ts';
import { strictPairs } from './strict-pairs.ts';
import type { ValueShape } from './value-shape.ts';
import { formField } from './wire-field.ts';

/** What the description says of a form. */
export interface DeclaredForm {
  readonly declared: MediaType | undefined;
  readonly shape: ValueShape;
}

interface FormPairs {
  readonly pairs: readonly RawPair[];
  readonly decode: (raw: string) => string;
}

/** @returns the members that a form is known to have: those of its schema, then those that only have an encoding. */
export function knownMembers({ declared, shape }: DeclaredForm): readonly string[] {
  return [...new Set([...shape.memberNames, ...Object.keys(declared?.encoding ?? {})])];
}

/** @returns the object of the pairs. */
export function strictForm(
  source: FormPairs,
  form: DeclaredForm,
): Readonly<Record<string, unknown>> {
  const names = source.pairs.map(({ name }) => name);
  const known = knownMembers(form);
  const taken = takenNames(source.pairs, known, form);
  const others = names.filter((name) => !taken.has(name));
  const found = [...new Set([...known, ...others])].map(
    (name) =>
      [
        name,
        strictPairs(
          { ...source, claimed: claimedBeside(name, known) },
          formField(name, form.declared, form.shape),
        ),
      ] as const,
  );
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

/** @returns the names of the pairs that the members are read from. */
export function takenNames(
  pairs: readonly RawPair[],
  members: readonly string[],
  { declared, shape }: DeclaredForm,
): ReadonlySet<string> {
  return new Set(
    members.flatMap((name) =>
      namesTaken(
        { pairs, claimed: claimedBeside(name, members) },
        formField(name, declared, shape),
      ),
    ),
  );
}
