/**
 * The proof of an invalid request, on its bytes: read back in every way a lenient server may, the
 * part that was made invalid has no valid reading. What cannot be proven is not sent.
 */
import type { Operation, Parameter } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { pointerTokens } from '../spec/place.ts';
import type { Schemas } from '../schema/schemas.ts';
import { mostSpecificMatch } from '../wire/media-type.ts';
import { readPartLeniently } from '../wire/read-leniently.ts';
import type { Reading } from '../wire/reading.ts';
import type { PreparedRequest } from '../wire/request.ts';
import type { Proof, RequestViolation } from './intent.ts';

/** @returns how many readings were tried, or undefined where one of them is valid or not all are known. */
export function prove(input: {
  readonly operation: Operation;
  /** As it will be sent, credentials included. */
  readonly request: PreparedRequest;
  readonly violation: RequestViolation;
  readonly schemas: Schemas;
  readonly documents: Documents;
}): Proof | undefined {
  const { operation, request, violation, schemas, documents } = input;
  const name = pointerTokens(violation.pointer)[0];
  const part =
    violation.in === 'body'
      ? 'body'
      : operation.parameters.find((one) => one.in === violation.in && one.name === name);
  const ways = part && readPartLeniently(operation, request, part, documents);
  if (part === undefined || ways?.complete !== true) return undefined;
  return proofOf(
    ways.readings,
    part === 'body' ? bodyVerdict(operation, request, schemas) : parameterVerdict(part, schemas),
  );
}

type IsValid = (reading: Reading) => boolean;

function proofOf(readings: readonly Reading[], isValid: IsValid): Proof | undefined {
  if (readings.length === 0 || readings.some(isValid)) return undefined;
  return { readings: readings.length };
}

function parameterVerdict(parameter: Parameter, schemas: Schemas): IsValid {
  const schema = parameter.schema ?? parameter.content?.schema;
  return (reading) => {
    if (reading.kind === 'absent') return !parameter.required;
    return schema === undefined || schemas.isValid(schema, 'request', reading.value);
  };
}

function bodyVerdict(operation: Operation, request: PreparedRequest, schemas: Schemas): IsValid {
  const { requestBody } = operation;
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const schema = mostSpecificMatch(requestBody?.content ?? [], type)?.schema;
  return (reading) => {
    if (reading.kind === 'absent') return requestBody?.required !== true;
    return schema === undefined || schemas.isValid(schema, 'request', reading.value);
  };
}
