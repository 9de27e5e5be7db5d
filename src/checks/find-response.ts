/**
 * Which Response Object speaks for a status: the exact code, else its range, else `default`
 * (OAS 3.1.0, section 4.8.16).
 */
import type { Operation, ResponseObject } from '../spec/api.ts';

/** @returns the most specific declared response, or undefined where none covers the status. */
export function findResponse(operation: Operation, status: number): ResponseObject | undefined {
  const exact = String(status);
  let best: ResponseObject | undefined;
  for (const response of operation.responses) {
    if (response.status === exact) return response;
    if (isRangeOf(response, exact)) best = response;
    else if (response.status === 'default') best ??= response;
  }
  return best;
}

function isRangeOf({ status }: ResponseObject, exact: string): boolean {
  return status.charAt(0) === exact.charAt(0) && status.slice(1).toUpperCase() === 'XX';
}

/** @returns the declared statuses as written, in document order. */
export function declaredStatuses(operation: Operation): readonly string[] {
  return operation.responses.map((response) => response.status);
}

/** @returns whether the answer accepted the request: any 2xx, or a 3xx that the operation declares. */
export function isAccepted(operation: Operation, status: number): boolean {
  if (status >= 200 && status < 300) return true;
  return (
    status >= 300 &&
    status < 400 &&
    operation.responses.some(
      (response) => response.status === String(status) || isRangeOf(response, String(status)),
    )
  );
}
