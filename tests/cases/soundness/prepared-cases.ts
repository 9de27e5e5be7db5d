/**
 * The cases of every phase that has valid and invalid data, for every operation of a description,
 * as the bytes that would be sent where no answer has shown an id yet.
 */
import { boundaryCases } from '../../../src/cases/boundaries.ts';
import { canBeCarried, staysValid } from '../../../src/cases/carried.ts';
import type { Accepted } from '../../../src/cases/request-parts.ts';
import type { Case } from '../../../src/cases/case.ts';
import { exampleCases } from '../../../src/cases/examples.ts';
import { fuzzSource } from '../../../src/cases/fuzz.ts';
import { plainTemplate } from '../../../src/cases/plain-template.ts';
import { prove } from '../../../src/cases/prove.ts';
import { withValueAt } from '../../../src/cases/values-at.ts';
import { createSchemas, type Schemas } from '../../../src/schema/schemas.ts';
import type { Api, Operation } from '../../../src/spec/api.ts';
import type { PreparedRequest, RequestValues } from '../../../src/wire/request.ts';
import { writeRequest } from '../../../src/wire/write-request.ts';

export interface PreparedCase {
  readonly case: Case;
  readonly request: PreparedRequest;
}

export interface Tally {
  /** Invalid cases that were dropped, since they could not be proven. */
  unproven: number;
  /** Cases whose values no message can carry. */
  unwritable: number;
}

/** @param drawn random cases an operation @yields what would be sent */
export function* preparedCases(
  api: Api,
  { drawn, seed, tally }: { readonly drawn: number; readonly seed: number; readonly tally: Tally },
): Iterable<PreparedCase> {
  const schemas = createSchemas(api.documents);
  for (const operation of api.operations) {
    for (const made of casesOf(operation, { schemas, drawn, seed })) {
      const prepared = prepare(made, { api, schemas, tally });
      if (prepared !== undefined) yield prepared;
    }
  }
}

function* casesOf(
  operation: Operation,
  input: { readonly schemas: Schemas; readonly drawn: number; readonly seed: number },
): Iterable<Case> {
  const { schemas, drawn, seed } = input;
  const planned = plainTemplate(operation, schemas);
  if (planned.kind === 'impossible') return;
  yield planned.first;
  yield* planned.others;
  yield* exampleCases(planned.first, schemas);
  const accepted: Accepted = { case: planned.first, values: bound(planned.first) };
  const boundaries = [...boundaryCases(accepted, schemas)];
  yield* boundaries;
  const source = fuzzSource(accepted, { schemas, seed, boundaries: () => boundaries });
  for (let index = 0; index < drawn; index += 1) {
    const one = source.draw(index);
    if (one !== undefined) yield one.case;
  }
}

function prepare(
  testCase: Case,
  { api, schemas, tally }: { readonly api: Api; readonly schemas: Schemas; readonly tally: Tally },
): PreparedCase | undefined {
  const { operation, intent } = testCase;
  const values = bound(testCase);
  if (!canBeCarried(operation, values)) {
    tally.unwritable += 1;
    return undefined;
  }
  const request = writeRequest(operation, values, api.documents);
  const context = { schemas, documents: api.documents };
  if (intent.kind === 'valid' && !staysValid({ operation, values }, request, context)) {
    tally.unwritable += 1;
    return undefined;
  }
  if (intent.kind === 'invalid') {
    const { violation } = intent;
    const proof = prove({ operation, request, violation, schemas, documents: api.documents });
    if (proof === undefined) {
      tally.unproven += 1;
      return undefined;
    }
  }
  return { case: testCase, request };
}

/** What stands in for an id is sent; an optional one that nothing stands in for is left out. */
function bound({ values, slots }: Case): RequestValues {
  return slots.reduce<RequestValues>(
    (all, slot) => withValueAt(all, slot, slot.fallback?.value),
    values,
  );
}
