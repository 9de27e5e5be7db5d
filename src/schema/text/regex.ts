/**
 * A regular expression as a small tree: what matters to which texts match, and nothing of groups'
 * names, greed or numbering (ECMA-262, section 22.2.1).
 */
import { RegExpParser, type AST } from '@eslint-community/regexpp';
import type { Pattern } from '../model/pattern.ts';
import { complement, DIGIT, DOT, matching, SPACE, union, WORD, type CharSet } from './char-set.ts';

export type Regex =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Regex[] }
  | { readonly kind: 'choice'; readonly parts: readonly Regex[] }
  | { readonly kind: 'repeat'; readonly part: Regex; readonly min: number; readonly max: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'boundary'; readonly isNegated: boolean }
  | {
      readonly kind: 'look';
      readonly part: Regex;
      readonly isAhead: boolean;
      readonly isNegated: boolean;
    }
  | { readonly kind: 'group'; readonly part: Regex; readonly number: number }
  | { readonly kind: 'back-reference'; readonly number: number };

/** @returns the pattern's tree, or undefined where its syntax is not understood. */
export function readRegex({ source, expression }: Pattern): Regex | undefined {
  try {
    const parser = new RegExpParser({ ecmaVersion: 2024 });
    const pattern = parser.parsePattern(source, 0, source.length, { unicode: expression.unicode });
    return alternatives(pattern.alternatives, numbering(pattern));
  } catch {
    return undefined;
  }
}

type Numbers = ReadonlyMap<AST.CapturingGroup, number>;

/** Capturing groups are numbered by their opening parentheses. */
function numbering(pattern: AST.Pattern): Numbers {
  const numbers = new Map<AST.CapturingGroup, number>();
  const visit = (node: AST.Element | AST.Alternative): void => {
    if (node.type === 'CapturingGroup') numbers.set(node, numbers.size + 1);
    if (node.type === 'Quantifier') visit(node.element);
    else if (node.type === 'Alternative') node.elements.forEach(visit);
    else if ('alternatives' in node) node.alternatives.forEach(visit);
  };
  pattern.alternatives.forEach(visit);
  return numbers;
}

function alternatives(list: readonly AST.Alternative[], numbers: Numbers): Regex {
  const parts = list.map(({ elements }): Regex => {
    return { kind: 'sequence', parts: elements.map((element) => read(element, numbers)) };
  });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'choice', parts };
}

function read(node: AST.Element | AST.QuantifiableElement, numbers: Numbers): Regex {
  switch (node.type) {
    case 'Group':
      return alternatives(node.alternatives, numbers);
    case 'CapturingGroup': {
      const part = alternatives(node.alternatives, numbers);
      return { kind: 'group', part, number: numbers.get(node) ?? 0 };
    }
    case 'Quantifier':
      return { kind: 'repeat', part: read(node.element, numbers), min: node.min, max: node.max };
    case 'Assertion':
      return assertion(node, numbers);
    case 'Backreference': {
      const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
      return { kind: 'back-reference', number: (group && numbers.get(group)) ?? 0 };
    }
    default:
      return { kind: 'set', set: charactersOf(node) };
  }
}

type Characters =
  AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

function charactersOf(node: Characters): CharSet {
  switch (node.type) {
    case 'Character':
      return [node.value, node.value];
    case 'CharacterSet':
      return setOf(node);
    case 'CharacterClass': {
      const set = union(...node.elements.map(elementOf));
      return node.negate ? complement(set) : set;
    }
    case 'ExpressionCharacterClass':
      throw new SyntaxError('Set notation needs the v flag, which patterns do not have.');
  }
}

function assertion(node: AST.Assertion, numbers: Numbers): Regex {
  switch (node.kind) {
    case 'start':
    case 'end':
      return { kind: node.kind };
    case 'word':
      return { kind: 'boundary', isNegated: node.negate };
    case 'lookahead':
    case 'lookbehind':
      return {
        kind: 'look',
        part: alternatives(node.alternatives, numbers),
        isAhead: node.kind === 'lookahead',
        isNegated: node.negate,
      };
  }
}

function elementOf(element: AST.CharacterClass['elements'][number]): CharSet {
  switch (element.type) {
    case 'Character':
      return [element.value, element.value];
    case 'CharacterClassRange':
      return [element.min.value, element.max.value];
    case 'CharacterSet':
      return setOf(element);
    default:
      throw new SyntaxError('Set notation needs the v flag, which patterns do not have.');
  }
}

function setOf(node: AST.CharacterSet): CharSet {
  switch (node.kind) {
    case 'any':
      return DOT;
    case 'digit':
      return node.negate ? complement(DIGIT) : DIGIT;
    case 'word':
      return node.negate ? complement(WORD) : WORD;
    case 'space':
      return node.negate ? complement(SPACE) : SPACE;
    case 'property': {
      const expression = new RegExp(node.raw, 'u');
      return matching((character) => expression.test(character));
    }
  }
}
