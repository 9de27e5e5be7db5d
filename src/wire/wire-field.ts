/**
 * How one named value stands on the wire, wherever it stands: what its parameter, header or form
 * property declares, with the shape of its schema.
 */
import type { MediaType, Parameter, ParameterStyle } from '../spec/api.ts';
import type { Documents } from '../spec/documents.ts';
import { formProperty } from './form-property.ts';
import { schemaShape } from './schema-shape.ts';
import type { ValueShape } from './value-shape.ts';

export interface WireField {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly shape: ValueShape;
  /** The media type of its content, where it has no style. */
  readonly content: string | undefined;
  /** Whether an exploded object stands as members of its own name; else it is JSON in one text. */
  readonly spreads: boolean;
}

/** @returns how a parameter is declared. */
export function parameterField(parameter: Parameter, documents: Documents | undefined): WireField {
  const { name, style, explode, schema, content } = parameter;
  return {
    name,
    style,
    explode,
    shape: schemaShape(schema ?? content?.schema, documents),
    content: content?.type,
    spreads: true,
  };
}

/** @returns how a property of a form body is declared. */
export function formField(
  name: string,
  declared: MediaType | undefined,
  shape: ValueShape,
): WireField {
  const property = formProperty(declared, name);
  const field = { name, shape: shape.member(name) };
  if (property.kind === 'style')
    return { ...field, ...property, content: undefined, spreads: true };
  const content = property.isJson ? 'application/json' : undefined;
  return { ...field, style: 'form', explode: true, content, spreads: false };
}
