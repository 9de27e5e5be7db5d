/**
 * The values that an answer's header may stand for: a header is text, so where its schema allows
 * several types it is read as each of them, and judged valid when any reading is (OAS 3.1.0,
 * sections 4.8.21 and 4.8.12.2; RFC 9110, sections 5.3 and 5.6.1).
 */
import type { HeaderObject } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { strictHeader } from './header-field.ts';
import type { DeclaredField } from './header-field.ts';
import { jsonTypeOf } from './json-type.ts';
import type { JsonType } from './json-type.ts';
import { distinct } from './readings-product.ts';
import type { Reading } from './reading.ts';
import { schemaShape } from './schema-shape.ts';
import { strictText } from './strict-text.ts';
import type { ValueShape } from './value-shape.ts';

/**
 * Reads the field lines of one header, in the order received.
 * @param documents resolves the schema's references; without it, what stands behind them may be anything
 * @returns the reading that the schema's types ask for first; none when there are no lines
 */
export function headerReadings(
  header: HeaderObject,
  lines: readonly string[],
  documents?: Documents,
): readonly Reading[] {
  if (lines.length === 0) return [];
  const field = headerField(header, documents);
  const { shape } = field;
  const declared = reading(strictHeader(lines, field), 'as declared');
  if (field.content !== undefined) return [declared];
  const byType = [...shape.types].flatMap((type) => readingsAs(type, lines, field));
  return distinct([declared, ...byType, ...jsonReading(lines, shape)]).readings;
}

/** @returns what the lines are as declared, which is nearly always all that need be known. */
export function declaredReading(
  header: HeaderObject,
  lines: readonly string[],
  documents?: Documents,
): unknown {
  return strictHeader(lines, headerField(header, documents));
}

/** @returns how a header is declared. */
export function headerField(header: HeaderObject, documents: Documents | undefined): DeclaredField {
  const shape = schemaShape(header.schema ?? header.content?.schema, documents);
  return { explode: header.explode, shape, content: header.content?.type };
}

/** What the lines are when they are taken to be of one type. */
function readingsAs(
  type: JsonType,
  lines: readonly string[],
  field: DeclaredField,
): readonly Reading[] {
  const text = lines.join(', ').trim();
  switch (type) {
    case 'string':
      return [reading(text, 'text')];
    case 'null':
      return /^(?:null)?$/i.test(text) ? [reading(null, 'null')] : [];
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? [reading(/^t/i.test(text), 'boolean')] : [];
    case 'array':
      return listReadings(lines, field.shape);
    case 'number':
    case 'object': {
      const read = strictHeader(lines, {
        ...field,
        shape: { ...field.shape, types: new Set([type]) },
      });
      return jsonTypeOf(read) === type ? [reading(read, type)] : [];
    }
  }
}

/** A list or an object written as JSON, as many servers do without saying so by `content`. */
function jsonReading(lines: readonly string[], { types }: ValueShape): readonly Reading[] {
  const text = lines.join(', ').trim();
  const type = text.startsWith('{') ? 'object' : 'array';
  if (!/^[[{]/.test(text) || !types.has(type)) return [];
  try {
    return [reading(JSON.parse(text), 'JSON')];
  } catch {
    return [];
  }
}

/** Items between commas, empty ones left out as RFC 9110 asks of recipients; or one item a line. */
function listReadings(lines: readonly string[], shape: ValueShape): readonly Reading[] {
  const list = (texts: readonly string[], how: string): Reading =>
    reading(
      texts.map((text, index) => strictText(text.trim(), shape.item(index))),
      how,
    );
  const items = lines.join(',').split(',');
  return [
    list(
      items.filter((item) => item.trim() !== ''),
      'comma split',
    ),
    list(items, 'comma split, empty ones kept'),
    list(lines, 'one item a line'),
  ];
}

function reading(value: unknown, how: string): Reading {
  return { kind: 'value', value, how };
}
