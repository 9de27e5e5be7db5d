/**
 * Draws a text: by its patterns where there are any, by its format, or words that fit the member's
 * name.
 */
import fc from 'fast-check';
import type { StringBranch } from '../canon/branch.ts';
import { fitsFormat } from '../judge/formats.ts';
import { lengthOf } from '../json-value.ts';
import type { Pattern } from '../model/pattern.ts';
import { DrawFailure, type Drawing } from './draw.ts';
import { drawFormat } from './format-texts.ts';
import { drawFreeText } from './free-text.ts';

const MOST_TRIES = 60;

/** @returns a text of the branch. @throws {DrawFailure} */
export function drawString(branch: StringBranch, drawing: Drawing): string {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const text = propose(branch, drawing);
    if (fits(branch, text)) return text;
  }
  throw new DrawFailure('no text found for patterns, formats and lengths');
}

/** @returns a text that the patterns take. @throws {DrawFailure} */
export function drawText(patterns: readonly Pattern[], drawing: Drawing): string {
  return drawString({ ...FREE, patterns }, drawing);
}

const FREE: StringBranch = {
  kind: 'string',
  min: 1,
  max: Infinity,
  patterns: [],
  withoutPatterns: [],
  formats: [],
  withoutFormats: [],
  except: [],
};

function propose(branch: StringBranch, drawing: Drawing): string {
  const pattern = drawing.random.pick(branch.patterns);
  if (pattern !== undefined) {
    try {
      return fc
        .stringMatching(pattern.expression)
        .generate(new fc.Random(stream(drawing)), undefined).value;
    } catch {
      throw new DrawFailure(`the pattern ${pattern.source} can not be drawn from`);
    }
  }
  const format = drawing.random.pick(branch.formats);
  const formatted = format === undefined ? undefined : drawFormat(format, drawing);
  return formatted ?? drawFreeText(branch, drawing);
}

function stream({ random }: Drawing): ConstructorParameters<typeof fc.Random>[0] {
  const seed = random.integer(-0x80000000, 0x7fffffff);
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state ^ (state >>> 15)) | 0;
  };
  return { clone: () => stream({ random } as Drawing), next, getState: () => [] } as never;
}

function fits(branch: StringBranch, text: string): boolean {
  const length = lengthOf(text);
  return (
    length >= branch.min &&
    length <= branch.max &&
    branch.patterns.every(({ expression }) => expression.test(text)) &&
    branch.withoutPatterns.every(({ expression }) => !expression.test(text)) &&
    branch.formats.every((format) => fitsFormat(format, text)) &&
    branch.withoutFormats.every((format) => !fitsFormat(format, text))
  );
}
