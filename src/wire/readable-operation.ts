/**
 * An operation made ready for reading its requests back, once: its path as expressions, its
 * parameters as fields with shapes.
 */
import type { Operation, Parameter } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { pathMatcher } from './path-match.ts';
import type { PathMatcher } from './path-match.ts';
import { parameterField } from './wire-field.ts';
import type { WireField } from './wire-field.ts';

interface ReadableOperation {
  readonly documents: Documents | undefined;
  readonly matchPath: PathMatcher;
  readonly parameters: readonly ReadableParameter[];
}

export interface ReadableParameter {
  readonly parameter: Parameter;
  readonly field: WireField;
  /** Names of the other parameters of its location, which an exploded object does not take. */
  readonly claimed: ReadonlySet<string>;
}

/** @returns the operation, ready for reading; made when first asked. */
export function readableOperation(
  operation: Operation,
  documents: Documents | undefined,
): ReadableOperation {
  const known = READABLE.get(operation);
  if (known !== undefined && known.documents === documents) return known;
  const made: ReadableOperation = {
    documents,
    matchPath: pathMatcher(operation.path),
    parameters: operation.parameters.map((parameter) => ({
      parameter,
      field: parameterField(parameter, documents),
      claimed: new Set(
        operation.parameters
          .filter((other) => other !== parameter && other.in === parameter.in)
          .map(({ name }) => name),
      ),
    })),
  };
  READABLE.set(operation, made);
  return made;
}

/** Derived from the operation alone, and gone with it. */
const READABLE = new WeakMap<Operation, ReadableOperation>();
