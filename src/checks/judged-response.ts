/**
 * Which declared response an answer is held to. A refusal of a probe, and what the server's HTTP
 * layer refuses before an operation is reached, are held to one only where that very status is
 * declared: `default` was not written with them in mind.
 */
import type { Operation, ResponseObject } from '../spec/api.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import type { JudgeContext } from './check.ts';
import { findResponse } from './find-response.ts';
import { refusesProbe } from './refusal-statuses.ts';

/** Request Timeout, Content Too Large, URI Too Long, Request Header Fields Too Large (RFC 9110; RFC 6585). */
const HTTP_LAYER: ReadonlySet<number> = new Set([408, 413, 414, 431]);

/** @returns whether the status is one that servers answer before the operation is reached. */
export function isOfHttpLayer(status: number): boolean {
  return HTTP_LAYER.has(status);
}

/** @returns the response to judge by; undefined where none is declared, or nothing is known of it. */
export function judgedResponse(
  { status }: Answer,
  { case: { operation, intent } }: Exchange,
  { refusals }: Pick<JudgeContext, 'refusals'>,
): ResponseObject | undefined {
  const mustBeNamed =
    isOfHttpLayer(status) || refusesProbe(intent, { status, operation, refusals });
  const found = mustBeNamed ? named(operation, status) : findResponse(operation, status);
  return found?.known === true ? found : undefined;
}

function named(operation: Operation, status: number): ResponseObject | undefined {
  const found = findResponse(operation, status);
  if (found === undefined || found.status === 'default') return undefined;
  return isOfHttpLayer(status) && found.status !== String(status) ? undefined : found;
}
