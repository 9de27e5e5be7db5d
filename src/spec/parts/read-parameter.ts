/** One Parameter Object (OAS 3.1.0, section 4.8.12), its defaults filled in. */
import type { MediaType, Parameter, ParameterLocation, ParameterStyle } from '../api.ts';
import { isObject, member, type Part, textMember } from './part.ts';
import { readExamples } from './read-examples.ts';
import { readFlag } from './read-flag.ts';
import { readMediaTypes } from './read-media-types.ts';
import { readSchema } from './read-schema.ts';
import type { Reading } from './reading.ts';
import { isLocation, stylesOf } from './styles.ts';

/** @returns the parameter, or undefined when it cannot be sent at all, which is reported. */
export function readParameter(reading: Reading, part: Part): Parameter | undefined {
  const name = textMember(part, 'name');
  const location = textMember(part, 'in');
  if (!isObject(part.value) || name === undefined || name === '') {
    const message = 'a parameter must be an object with a name; it is left out';
    reading.report(part, { code: 'wrong-part', message });
    return undefined;
  }
  if (!isLocation(location)) {
    const message = `parameter "${name}" must be in path, query, header or cookie; it is left out`;
    reading.report(member(part, 'in') ?? part, { code: 'wrong-part', message });
    return undefined;
  }
  const style = readStyle(reading, part, location);
  return {
    name,
    in: location,
    required: readRequired(reading, part, location),
    style,
    explode: readFlag(reading, part, 'explode', style === 'form'),
    allowReserved: readFlag(reading, part, 'allowReserved', false),
    ...readContents(reading, part, name),
    examples: readExamples(reading, part),
    enforced: readFlag(reading, part, 'x-enforced', true),
    declared: true,
    place: part.place,
  };
}

/** @returns the parameter that a placeholder stands for which nothing declares. */
export function undeclaredParameter(name: string, place: string): Parameter {
  return {
    name,
    in: 'path',
    required: true,
    style: 'simple',
    explode: false,
    allowReserved: false,
    schema: undefined,
    content: undefined,
    examples: [],
    enforced: true,
    declared: false,
    place,
  };
}

function readStyle(reading: Reading, part: Part, location: ParameterLocation): ParameterStyle {
  const [fallback, ...others] = stylesOf(location);
  const style = member(part, 'style');
  if (style === undefined) return fallback;
  const known = [fallback, ...others].find((name) => name === style.value);
  if (known === undefined) {
    const message = `style ${JSON.stringify(style.value)} is none that a ${location} parameter can have; "${fallback}" is assumed`;
    reading.report(style, { code: 'wrong-part', message });
  }
  return known ?? fallback;
}

function readRequired(reading: Reading, part: Part, location: ParameterLocation): boolean {
  const required = readFlag(reading, part, 'required', location === 'path');
  if (location !== 'path') return required;
  if (member(part, 'required') === undefined) {
    const message = 'a path parameter must say required: true; it is taken as required';
    reading.report(part, { code: 'missing-part', message });
  } else if (!required) {
    const message = 'a path parameter cannot be optional; it is taken as required';
    reading.report(part, {
      code: 'wrong-part',
      message,
      place: member(part, 'required')?.place ?? part.place,
    });
  }
  return true;
}

function readContents(
  reading: Reading,
  part: Part,
  name: string,
): Pick<Parameter, 'schema' | 'content'> {
  const schema = member(part, 'schema');
  const content = member(part, 'content');
  if (schema === undefined && content === undefined) {
    const message = `parameter "${name}" has neither schema nor content; any text is taken as valid`;
    reading.report(part, { code: 'missing-part', message });
    return { schema: undefined, content: undefined };
  }
  if (schema !== undefined && content !== undefined) {
    const message = `parameter "${name}" has both schema and content; the schema is used`;
    reading.report(part, { code: 'wrong-part', message });
  }
  if (schema !== undefined) return { schema: readSchema(reading, schema), content: undefined };
  return { schema: undefined, content: readOnlyMediaType(reading, content) };
}

function readOnlyMediaType(reading: Reading, content: Part | undefined): MediaType | undefined {
  const mediaTypes = readMediaTypes(reading, content);
  if (content !== undefined && mediaTypes.length > 1) {
    const message = `a parameter's content must be one media type; the first is used`;
    reading.report(content, { code: 'wrong-part', message });
  }
  return mediaTypes[0];
}
