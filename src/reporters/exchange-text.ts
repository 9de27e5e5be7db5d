/**
 * A request and its answer as lines of text, shortened, for reports that people read. Escaping is
 * left to each format.
 */
import type { BodyRecord, OutcomeRecord, RequestRecord } from '../run/events.ts';
import type { HeaderField } from '../wire/request.ts';

interface ExchangeTextOptions {
  /** Which headers are shown. */
  readonly showsHeader: (name: string) => boolean;
  /** Longest part of a body that is shown. */
  readonly bodyLength: number;
}

/** @returns the request line, headers and body. */
export function requestLines(
  { method, url, headers, body }: RequestRecord,
  options: ExchangeTextOptions,
): readonly string[] {
  return [`${method} ${url}`, ...headerLines(headers, options), ...bodyLines(body, options)];
}

/** @returns the status, headers and body, or what came instead of an answer. */
export function outcomeLines(
  outcome: OutcomeRecord,
  options: ExchangeTextOptions,
): readonly string[] {
  switch (outcome.kind) {
    case 'answer':
      return [
        String(outcome.status),
        ...headerLines(outcome.headers, options),
        ...bodyLines(outcome.body, options),
      ];
    case 'fault':
      return [`no answer (${outcome.fault}): ${outcome.message}`];
    case 'held-back':
      return [`${String(outcome.status)} (${outcome.why})`];
  }
}

/** The text, cut where it is longer, with its whole length said. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length)}… (${String(text.length)} characters)`;
}

/** @returns a value as JSON on one line, shortened; `nothing` for undefined. */
export function valueText(value: unknown, length: number): string {
  // JSON has no text for undefined, which events leave out.
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? 'nothing' : shortened(text, length);
}

function headerLines(
  headers: readonly HeaderField[],
  { showsHeader }: ExchangeTextOptions,
): readonly string[] {
  return headers.filter(([name]) => showsHeader(name)).map(([name, value]) => `${name}: ${value}`);
}

function bodyLines(
  body: BodyRecord | null,
  { bodyLength }: ExchangeTextOptions,
): readonly string[] {
  if (body === null || body.bytes === 0) return [];
  if (body.encoding === 'base64')
    return [`(${String(body.bytes)} bytes, base64) ${shortened(body.content, bodyLength)}`];
  const isCut = body.content.length > bodyLength || body.sha256 !== undefined;
  const text = body.content.slice(0, bodyLength);
  return (isCut ? `${text}… (${String(body.bytes)} bytes)` : text).split(/\r?\n/);
}
