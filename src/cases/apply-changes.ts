/** Puts a probe's changes into the prepared message; what they do not name stays as it was written. */
import type { HeaderField, PreparedRequest } from '../wire/request.ts';
import type { Changes } from './case.ts';

/** @returns the request with its method, target, body and headers changed; its credential is transport's. */
export function applyChanges(request: PreparedRequest, changes: Changes): PreparedRequest {
  let headers = request.headers;
  if (changes.contentType !== undefined) {
    headers = withField(headers, 'Content-Type', changes.contentType);
  }
  if (changes.accept !== undefined) headers = withField(headers, 'Accept', changes.accept);
  for (const [name, value] of changes.headers ?? []) headers = withField(headers, name, value);
  return {
    ...request,
    method: changes.method ?? request.method,
    target: changes.target ?? request.target,
    headers,
    body: changes.body === undefined ? request.body : (changes.body ?? undefined),
  };
}

function withField(
  headers: readonly HeaderField[],
  name: string,
  value: string | null,
): readonly HeaderField[] {
  const others = headers.filter(([field]) => field.toLowerCase() !== name.toLowerCase());
  return value === null ? others : [...others, [name, value]];
}
