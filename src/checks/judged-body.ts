/**
 * What the answer's schema says of its body, worked out once for the checks that ask. Only values
 * that can be read are judged: JSON, and plain text where the schema speaks of a text or of what one
 * spells. YAML, XML and other structures are never taken for strings.
 */
import type { MediaType, ResponseObject, SchemaAt } from '../spec/api.ts';
import type { SchemaError, Schemas } from '../schema/schemas.ts';
import type { Answer, Exchange } from '../transport/exchange.ts';
import { bodyFamily } from '../wire/body-family.ts';
import { mostSpecificMatch, parseMediaType, isJson } from '../wire/media-type.ts';
import type { AnswerBody } from './answer-body.ts';
import type { JudgeContext } from './check.ts';
import { headerLines, isSameLines } from './header-lines.ts';
import { judgedResponse } from './judged-response.ts';
import { mayHaveContent } from './may-have-content.ts';

export type JudgedBody =
  | {
      readonly kind: 'judged';
      readonly schema: SchemaAt;
      readonly value: unknown;
      /** None where it is valid. */
      readonly errors: readonly SchemaError[];
    }
  | { readonly kind: 'unparsable'; readonly mediaType: MediaType; readonly why: string }
  /** Nothing reads bodies of this media type. */
  | { readonly kind: 'no-codec'; readonly mediaType: string }
  | { readonly kind: 'not-judged'; readonly why: string };

/** All that the judgement rests on besides the body. */
interface Basis {
  readonly response: ResponseObject | undefined;
  readonly method: string;
  readonly status: number;
  readonly types: readonly string[];
  readonly schemas: Schemas;
}

interface Known extends Basis {
  readonly judged: JudgedBody;
}

/** By the body as it was read, which many answers may share; the last judgement of each. */
const known = new WeakMap<AnswerBody, Known>();

/** @returns the same each time for one exchange, and for others that came to the same. */
export function judgedBody(answer: Answer, exchange: Exchange, context: JudgeContext): JudgedBody {
  const basis: Basis = {
    response: judgedResponse(answer, exchange, context),
    method: exchange.request.method,
    status: answer.status,
    types: headerLines(answer, 'content-type'),
    schemas: context.schemas,
  };
  const before = known.get(context.body);
  if (before !== undefined && isSame(before, basis)) return before.judged;
  const judged = judge(answer, basis, context);
  known.set(context.body, { ...basis, judged });
  return judged;
}

function isSame(one: Basis, other: Basis): boolean {
  return (
    one.response === other.response &&
    one.schemas === other.schemas &&
    one.status === other.status &&
    one.method === other.method &&
    isSameLines(one.types, other.types)
  );
}

const PARTIAL_CONTENT = 206;

function judge(answer: Answer, basis: Basis, context: JudgeContext): JudgedBody {
  const { response, status, types } = basis;
  if (response === undefined) return notJudged('the response is not declared');
  if (!mayHaveContent(basis, status)) return notJudged('no body');
  if (status === PARTIAL_CONTENT) return notJudged('it is a part of a body');
  const mediaType = declaredMediaType(response.content, types, answer);
  if (mediaType === undefined) return notJudged('no declared media type matches');
  const { body } = context;
  if (body.kind === 'unparsable') return { kind: 'unparsable', mediaType, why: body.why };
  if (mediaType.schema === undefined) return notJudged('the media type declares no schema');
  switch (body.kind) {
    case 'json':
      return judgedValue(mediaType.schema, body.value, context);
    case 'text':
      return judgedText(mediaType.schema, body.text, types, context);
    case 'none':
      return judgedNothing(mediaType, mediaType.schema, context);
    case 'bytes':
      return notJudged('bytes are not read');
    default:
      return body satisfies never;
  }
}

/** An empty body carries no Content-Type to go by: the only declared one speaks for it. */
function declaredMediaType(
  content: readonly MediaType[],
  lines: readonly string[],
  answer: Answer,
): MediaType | undefined {
  for (const line of lines) {
    const found = mostSpecificMatch(content, line);
    if (found !== undefined) return found;
  }
  const isUntyped = lines.length === 0 && answer.body.byteLength === 0;
  return isUntyped && content.length === 1 ? content[0] : undefined;
}

function judgedValue(
  schema: SchemaAt,
  value: unknown,
  { schemas }: JudgeContext,
): Extract<JudgedBody, { kind: 'judged' }> {
  return { kind: 'judged', schema, value, errors: schemas.validator(schema, 'response')(value) };
}

const STRUCTURED_TEXT = /(?:^|\+|-)(?:xml|yaml|csv|event-stream)$/;
/** Those in which a text can be written as something else: `<a>yes</a>`, or `yes` and a line's end. */
const SPELLS_TEXTS = /(?:^|\+|-)(?:xml|yaml)$/;
const SCALARS: ReadonlySet<unknown> = new Set(['integer', 'number', 'boolean', 'null']);

function judgedText(
  schema: SchemaAt,
  text: string,
  [type = '']: readonly string[],
  context: JudgeContext,
): JudgedBody {
  const given = parseMediaType(type);
  const subtype = given?.subtype ?? '';
  if (STRUCTURED_TEXT.test(subtype)) {
    const asText = judgedValue(schema, text, context);
    const isOther = asText.errors.length > 0 && SPELLS_TEXTS.test(subtype);
    if (isOther && bodyFamily(type) === undefined) return { kind: 'no-codec', mediaType: type };
    return isOther || asText.errors.some(isTypeOfWhole)
      ? notJudged('its schema speaks of what the text stands for, which is not read')
      : asText;
  }
  if (given?.type !== 'text') {
    return notJudged('the media type is not one whose values are read');
  }
  return judgedSpelling(schema, text, context);
}

/** The text itself, or the number, boolean or null that it spells. */
function judgedSpelling(schema: SchemaAt, text: string, context: JudgeContext): JudgedBody {
  const asText = judgedValue(schema, text, context);
  if (asText.errors.length === 0) return asText;
  const spelt = spelling(text);
  if (spelt !== undefined && context.schemas.isValid(schema, 'response', spelt.value)) {
    return { kind: 'judged', schema, value: spelt.value, errors: [] };
  }
  const wrongType = asText.errors.find(isTypeOfWhole);
  const isOfScalars =
    wrongType !== undefined && [wrongType.expected].flat().every((type) => SCALARS.has(type));
  if (wrongType === undefined || isOfScalars) return asText;
  return notJudged('its schema speaks of no text');
}

function isTypeOfWhole({ keyword, at }: SchemaError): boolean {
  return (keyword === 'type' || keyword === 'oneOf' || keyword === 'anyOf') && at === '';
}

/** The value whose JSON the text is, such as the number of `5`. */
function spelling(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function judgedNothing(
  mediaType: MediaType,
  schema: SchemaAt,
  { schemas }: JudgeContext,
): JudgedBody {
  // A schema that an empty text satisfies does not ask for a body.
  if (schemas.isValid(schema, 'response', '')) {
    return { kind: 'judged', schema, value: '', errors: [] };
  }
  if (!isJson(mediaType.type)) return notJudged('no body');
  return { kind: 'unparsable', mediaType, why: 'the body is empty' };
}

function notJudged(why: string): JudgedBody {
  return { kind: 'not-judged', why };
}
