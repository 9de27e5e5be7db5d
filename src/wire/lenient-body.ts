/**
 * Every value that a lenient server may take a body for: JSON by its JSON types, forms field by
 * field, text as any text (OAS 3.1.0, section 4.8.14).
 */
import type { MediaType, Operation } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { bodyFamily } from './body-family.ts';
import type { BodyFamily } from './body-family.ts';
import { jsonReadings } from './json-readings.ts';
import { pairWays, repeatedWays } from './lenient-pairs.ts';
import { textReadings } from './lenient-text.ts';
import { multipartWays } from './lenient-multipart.ts';
import { mostSpecificMatch } from './media-type.ts';
import { decodeFormText, decodeText } from './percent-encoding.ts';
import { claimedBeside, queryPairs } from './raw-pairs.ts';
import type { RawPair } from './raw-pairs.ts';
import { ABSENT, only, productOfMembers, union } from './readings-product.ts';
import type { Alternatives } from './readings-product.ts';
import type { RequestMessage } from './request-message.ts';
import { schemaShape } from './schema-shape.ts';
import { bytesAsText, utf8Text } from './body-text.ts';
import type { ValueShape } from './value-shape.ts';
import { formField } from './wire-field.ts';

/** @returns the readings of a request's body; incomplete where its media type leaves them open. */
export function bodyWays(
  { body, contentType = '' }: RequestMessage,
  operation: Operation,
  documents: Documents | undefined,
): Alternatives {
  if (body === undefined) return only(ABSENT);
  const declared = mostSpecificMatch(operation.requestBody?.content ?? [], contentType);
  const shape = schemaShape(declared?.schema, documents);
  const family = bodyFamily(contentType);
  const ways = READERS[family ?? 'text'](body, { contentType, declared, shape });
  const all = body.length === 0 ? union([only(ABSENT), ways]) : ways;
  return { ...all, complete: all.complete && family !== undefined };
}

/** What is known of the body from its message and its description. */
interface BodyToRead {
  readonly contentType: string;
  readonly declared: MediaType | undefined;
  readonly shape: ValueShape;
}

const READERS: Readonly<
  Record<BodyFamily, (body: Uint8Array, context: BodyToRead) => Alternatives>
> = {
  json: (body) => (body.length === 0 ? only(ABSENT) : jsonReadings(utf8Text(body))),
  form: formWays,
  multipart: (body, { contentType, shape }) => multipartWays(body, contentType, shape),
  text: (body, { shape }) => textReadings({ raw: bytesAsText(body), decodings: AS_IT_IS }, shape),
};

const AS_IT_IS = [(raw: string): string => raw] as const;

const FORM_DECODINGS = [decodeFormText, decodeText] as const;

/** Fields as they are named; or those with keys in their names as one field with structure. */
function formWays(body: Uint8Array, { declared, shape }: BodyToRead): Alternatives {
  const pairs = queryPairs(utf8Text(body));
  const asNamed = pairs.map(({ name }) => name);
  const asRooted = asNamed.map((name) => /^[^[.]+(?=[[.])/.exec(name)?.[0] ?? name);
  const readAs = (names: readonly string[]): Alternatives =>
    productOfMembers(
      [...new Set([...shape.memberNames, ...names])].map((name) => [
        name,
        fieldWays(name, pairs, { declared, shape }),
      ]),
      'form',
    );
  return union([
    readAs(asNamed.filter((name, index) => !isKeyOf(name, asRooted[index] ?? '', shape))),
    readAs(asRooted),
  ]);
}

/** Whether a name is a key of a declared member rather than a member of its own. */
function isKeyOf(name: string, root: string, { memberNames }: ValueShape): boolean {
  return name !== root && memberNames.includes(root) && !memberNames.includes(name);
}

function fieldWays(
  name: string,
  pairs: readonly RawPair[],
  { declared, shape }: Pick<BodyToRead, 'declared' | 'shape'>,
): Alternatives {
  const claimed = claimedBeside(name, shape.memberNames);
  const source = { pairs, decode: decodeFormText, decodings: FORM_DECODINGS, claimed };
  if (shape.memberNames.includes(name)) return pairWays(source, formField(name, declared, shape));
  const own = pairs.some((pair) => pair.name === name);
  const raws = pairs.flatMap((pair) => (pair.name === name ? [pair.raw] : []));
  return own
    ? repeatedWays(raws, source, shape.member(name))
    : pairWays(source, formField(name, declared, shape));
}
