/** Which styles a parameter may have, by where it is sent (OAS 3.1.0, section 4.8.12.2). */
import type { ParameterLocation, ParameterStyle } from '../api.ts';

/** The first is the default. */
const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const satisfies Record<ParameterLocation, readonly ParameterStyle[]>;

/** @returns whether a word is a place that parameters can be sent in. */
export function isLocation(word: unknown): word is ParameterLocation {
  return typeof word === 'string' && Object.hasOwn(STYLES, word);
}

/** @returns whether a word is the name of a style, for whatever location. */
export function isStyle(word: unknown): word is ParameterStyle {
  return Object.values(STYLES).some((styles: readonly unknown[]) => styles.includes(word));
}

/** @returns the styles of a location, the default first. */
export function stylesOf(
  location: ParameterLocation,
): readonly [ParameterStyle, ...ParameterStyle[]] {
  return STYLES[location];
}
