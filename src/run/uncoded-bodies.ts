/**
 * Bodies and parameters of media types that there is no codec for, such as XML. The rest of their operations is
 * tested; of what was not tested it is told which, and why.
 */
import type { MediaType, Operation } from '../spec/api.ts';
import { hasCodec } from '../wire/body-family.ts';
import { isWritable } from '../wire/parameter-content.ts';
import { noted, type RunState } from './run-state.ts';

/** Tells which of an operation's declared bodies and parameters are left out of what is sent. */
export function leaveOutUncoded(run: RunState, operation: Operation): void {
  for (const { what, type } of uncodedRequests(operation)) {
    run.emit({
      kind: 'unsent',
      operation: operation.id,
      phase: 'template',
      case: `${operation.id}:template:${type}`,
      deviation: `${what} as ${type}`,
      why: { reason: 'no codec', detail: type },
    });
  }
}

/** Emits a note that names the media types and counts the operations, where there are any. */
export function noteUncoded(run: RunState): void {
  const sent = run.operations.filter((operation) => !noted(run.ledgers, operation).isWithheld);
  const requests = sent.filter((operation) => uncodedRequests(operation).length > 0);
  const answers = sent.filter((operation) => uncodedAnswers(operation).length > 0);
  const types = [...requests.flatMap(uncodedRequests), ...answers.flatMap(uncodedAnswers)].map(
    ({ type }) => type,
  );
  if (types.length === 0) return;
  const told = [
    ...(requests.length === 0 ? [] : [`written for ${many(requests)}`]),
    ...(answers.length === 0 ? [] : [`read in the answers of ${many(answers)}`]),
  ];
  const message = `no codec for ${[...new Set(types)].join(', ')}: such values are not ${told.join(' nor ')}`;
  run.emit({ kind: 'note', message });
}

interface Uncoded {
  readonly what: string;
  readonly type: string;
}

function uncodedRequests({ requestBody, parameters }: Operation): readonly Uncoded[] {
  const bodies = (requestBody?.content ?? []).filter((mediaType) => !hasCodec(mediaType));
  return [
    ...bodies.map(({ type }) => ({ what: 'the body', type })),
    ...parameters
      .filter((parameter) => !isWritable(parameter))
      .map(({ in: location, name, content }) => {
        return { what: `the ${location} parameter ${name}`, type: content?.type ?? '' };
      }),
  ];
}

/** Where a schema speaks of them. */
function uncodedAnswers({ responses }: Operation): readonly MediaType[] {
  return responses
    .flatMap(({ content }) => content)
    .filter((mediaType) => mediaType.schema !== undefined && !hasCodec(mediaType));
}

function many({ length }: readonly Operation[]): string {
  return `${String(length)} ${length === 1 ? 'operation' : 'operations'}`;
}
