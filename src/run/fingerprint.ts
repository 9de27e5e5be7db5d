/**
 * Names the cause of a finding, so that the same cause has the same name in every run: the check,
 * the place in the description, the keyword, and the shape of the answer; never the request. What a
 * check calls a way of the whole target is one cause at whichever place.
 */
import { createHash } from 'node:crypto';
import type { Check } from '../checks/check.ts';
import { textOf } from '../checks/text-of.ts';
import { undeclaredMethod } from '../checks/undeclared-method.ts';
import type { Finding } from '../checks/verdict.ts';
import type { AnswerBody } from '../checks/answer-body.ts';
import type { Exchange } from '../transport/exchange.ts';

/** @returns the parts in plain words, joined; {@link shortId} makes a handle of it. */
export function fingerprintOf(
  check: Check,
  finding: Finding,
  exchange: Exchange,
  body: AnswerBody,
): string {
  if (finding.cause !== undefined) return [finding.cause, finding.place].join('|');
  if (finding.scope === 'target') {
    return [check.code, finding.keyword, ...(finding.about ?? [])].join('|');
  }
  if (finding.scope === 'place') return [check.code, finding.place, finding.keyword].join('|');
  const about = finding.about?.join(' ') ?? finding.place;
  if (finding.scope === 'words') {
    return [check.code, about, finding.keyword, wordsOf(exchange, body)].join('|');
  }
  // A path that looks at no method is one cause, by however many methods it shows.
  const keyword = check.name === undeclaredMethod.name ? 'method' : finding.keyword;
  return [check.code, finding.place, keyword, shapeOf(finding, exchange, body)].join('|');
}

/** Of the value that is wrong, where one is meant; else of the whole answer. */
function shapeOf(finding: Finding, exchange: Exchange, body: AnswerBody): string {
  const { at, keyword, scope, expected, actual } = finding;
  // What does not parse is broken in the same way, whatever it would have said.
  if (keyword === 'parse') return exchange.outcome.kind;
  const isOfValue = scope === 'value' || (keyword !== '' && at !== '');
  if (!isOfValue) return answerShape(exchange, body);
  // What else the object has differs from answer to answer; what it lacks is the cause.
  return keyword === 'required' ? `without ${String(expected)}` : jsonType(actual);
}

/** @returns eight hex digits of the fingerprint. */
export function shortId(fingerprint: string): string {
  return createHash('sha256').update(fingerprint).digest('hex').slice(0, 8);
}

function answerShape({ outcome }: Exchange, body: AnswerBody): string {
  if (outcome.kind !== 'answer') return outcome.kind === 'fault' ? outcome.fault : outcome.why;
  const status = String(outcome.status);
  // What a success says differs from record to record.
  if (outcome.status < 400) return status;
  switch (body.kind) {
    case 'json':
      return `${status} ${jsonShape(body.value)}`;
    case 'text':
    case 'unparsable':
      return `${status} ${textShape(body.text)}`;
    case 'none':
    case 'bytes':
      return `${status} ${body.kind}`;
    default:
      return body satisfies never;
  }
}

/** Member names, and the values of those that name a kind of error. */
function jsonShape(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return jsonType(value);
  return Object.entries(value)
    .map(([name, member]) =>
      /^(error|code|type|title|name|exception)$/i.test(name) && isWord(member)
        ? `${name}=${String(member)}`
        : name,
    )
    .sort()
    .join(',');
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' && /^[\w.:\- ]{1,60}$/.test(value) && !/\d/.test(value);
}

/** What the answer says, without what may differ from request to request. */
export function wordsOf({ outcome }: Exchange, body: AnswerBody): string {
  const status = outcome.kind === 'answer' ? String(outcome.status) : outcome.kind;
  const words = textOf(body)
    .split(/\s+/)
    .filter((word) => /^[A-Za-z]+[.,:;]?$/.test(word))
    .slice(0, 40);
  return [status, ...words].join(' ');
}

/** The first words, without what differs from request to request. */
function textShape(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line
    .replaceAll(/["'`].*?["'`]/g, '')
    .replaceAll(/[^A-Za-z ]+/g, ' ')
    .trim()
    .split(/\s+/)
    .slice(0, 4)
    .join(' ');
}

function jsonType(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
