/**
 * Every value that a lenient server may take a body for: JSON by its JSON types, forms field by
 * field, text as any text (OAS 3.1.0, section 4.8.14).
 */
import type { Operation } from '../spec/api.ts';
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
import { knownMembers, takenNames } from './strict-form.ts';
import type { DeclaredForm } from './strict-form.ts';
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
interface BodyToRead extends DeclaredForm {
  readonly contentType: string;
}

const READERS: Readonly<
  Record<BodyFamily, (body: Uint8Array, context: BodyToRead) => Alternatives>
> = {
  json: (body) => (body.length === 0 ? only(ABSENT) : jsonReadings(utf8Text(body))),
  form: (body, form) => formWays(utf8Text(body), form),
  multipart: (body, { contentType, ...form }) => multipartWays(body, contentType, form),
  text: (body, { shape }) => textReadings({ raw: bytesAsText(body), decodings: AS_IT_IS }, shape),
};

const AS_IT_IS = [(raw: string): string => raw] as const;

const FORM_DECODINGS = [decodeFormText, decodeText] as const;

/** Fields as they are named; or those with keys in their names as one field with structure. */
export function formWays(text: string, form: DeclaredForm): Alternatives {
  const pairs = queryPairs(text);
  const known = knownMembers(form);
  const asNamed = pairs.map(({ name }) => name);
  const asRooted = asNamed.map((name) => /^[^[.]+(?=[[.])/.exec(name)?.[0] ?? name);
  const readAs = (names: readonly string[]): Alternatives =>
    productOfMembers(
      [...new Set([...known, ...names])].map((name) => [
        name,
        fieldWays(name, pairs, { known, form }),
      ]),
      'form',
    );
  const own = asNamed.filter((name, index) => !isKeyOf(name, asRooted[index] ?? '', known));
  const taken = takenNames(pairs, known, form);
  const untaken = own.filter((name) => !taken.has(name) || known.includes(name));
  return union([
    ...(untaken.length < own.length ? [readAs(untaken)] : []),
    readAs(own),
    readAs(asRooted),
  ]);
}

/** Whether a name is a key of a known member rather than a member of its own. */
function isKeyOf(name: string, root: string, known: readonly string[]): boolean {
  return name !== root && known.includes(root) && !known.includes(name);
}

function fieldWays(
  name: string,
  pairs: readonly RawPair[],
  { known, form }: { readonly known: readonly string[]; readonly form: DeclaredForm },
): Alternatives {
  const { declared, shape } = form;
  const claimed = claimedBeside(name, known);
  const source = { pairs, decode: decodeFormText, decodings: FORM_DECODINGS, claimed };
  if (known.includes(name)) return pairWays(source, formField(name, declared, shape));
  const own = pairs.some((pair) => pair.name === name);
  const raws = pairs.flatMap((pair) => (pair.name === name ? [pair.raw] : []));
  return own
    ? repeatedWays(raws, source, shape.member(name))
    : pairWays(source, formField(name, declared, shape));
}
