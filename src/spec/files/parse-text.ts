/**
 * Text to value: JSON by the platform's parser (13 MB take a tenth of a second), everything else as
 * YAML 1.2 with the core schema, where `yes` and a bare `=` are strings and dates are text.
 */
import {
  type ParseError as JsonError,
  parse as parseJsonc,
  printParseErrorCode,
} from 'jsonc-parser';
import {
  type Document,
  isAlias,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml';

import { jsonPositions } from './json-positions.ts';
import {
  countLines,
  type FindPosition,
  type Position,
  toPosition,
  yamlPositions,
} from './positions.ts';

export type ParsedText =
  | {
      readonly kind: 'parsed';
      /** Without a byte order mark. */
      readonly text: string;
      readonly value: unknown;
      readonly findPosition: FindPosition;
      /** Reference tokens of members whose key stood in their map before; the later one counts. */
      readonly repeatedKeys: readonly (readonly string[])[];
    }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'broken';
      readonly format: 'JSON' | 'YAML';
      readonly reason: string;
      readonly position: Position;
    };

/**
 * Parses by what the text looks like; `name` (a path or URL) and `mediaType` only decide how broken
 * text that begins with `{` is to be explained.
 */
export function parseText(text: string, name: string, mediaType = ''): ParsedText {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const looksLikeJson = /^\s*[{[]/.test(body);
  if (looksLikeJson) {
    try {
      const value: unknown = JSON.parse(body);
      return {
        kind: 'parsed',
        text: body,
        value,
        findPosition: jsonPositions(body),
        repeatedKeys: [],
      };
    } catch {
      // Flow-style YAML begins like JSON, so only a name can tell which of the two was meant.
      if (/\.json$/i.test(name) || /\bjson\b/i.test(mediaType)) return explainJson(body);
    }
  }
  return parseYaml(body);
}

function explainJson(text: string): ParsedText {
  const errors: JsonError[] = [];
  parseJsonc(text, errors, { disallowComments: true });
  const first = errors[0];
  const reason = first
    ? printParseErrorCode(first.error)
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
    : 'not well-formed';
  const position = toPosition(countLines(text), first?.offset ?? 0);
  return { kind: 'broken', format: 'JSON', reason, position };
}

function parseYaml(text: string): ParsedText {
  const lines = new LineCounter();
  const document = readDocument(text, lines, true);
  const error = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  if (error) return broken(error.message, toPosition(lines, errorOffset(document, error)));
  if (isBlank(document.contents)) return { kind: 'empty' };
  const alias = findBadAlias(document);
  if (alias) return broken(alias.reason, toPosition(lines, alias.offset));
  try {
    return {
      kind: 'parsed',
      text,
      value: toValue(document, text),
      findPosition: yamlPositions(document, lines),
      repeatedKeys: document.errors.map(({ pos }) => tokensToOffset(document, pos[0])),
    };
  } catch (failure) {
    // What the library says of runaway expansion, and of nothing else once aliases are known to be good.
    if (!(failure instanceof ReferenceError)) throw failure;
    return broken('aliases multiply beyond all bounds', FIRST_LINE);
  }
}

function isBlank(contents: Document['contents']): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/** A quote that is never closed is noticed at the end of the file; what helps is where it opens. */
function errorOffset(document: Document, { message, pos: [offset] }: YAMLParseError): number {
  if (!message.startsWith('Missing closing')) return offset;
  let opening = offset;
  visit(document, {
    Scalar(_key, { range, type }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset) opening = range[0];
    },
  });
  return opening;
}

const FIRST_LINE: Position = { line: 1, column: 1 };

function broken(reason: string, position: Position): ParsedText {
  return { kind: 'broken', format: 'YAML', reason: reason.split('\n')[0] ?? reason, position };
}

/** Merge keys (`<<`) left YAML with version 1.1, but descriptions go on using them. */
function readDocument(text: string, lines: LineCounter, merge: boolean): Document {
  return parseDocument(text, { lineCounter: lines, prettyErrors: false, merge, logLevel: 'error' });
}

function toValue(document: Document, text: string): unknown {
  // Anchors used often are honest in a description; the bound stops only runaway expansion.
  const maxAliasCount = 100_000;
  try {
    return document.toJS({ maxAliasCount }) as unknown;
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Merge sources')) throw error;
    return readDocument(text, new LineCounter(), false).toJS({ maxAliasCount }) as unknown;
  }
}

/** @returns the first alias that names nothing before it, or what it stands in. */
function findBadAlias(document: Document): { reason: string; offset: number } | undefined {
  const anchors = new Map<string, Node>();
  let found: { reason: string; offset: number } | undefined;
  visit(document, {
    Node(_key, node, ancestors) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        return undefined;
      }
      const target = anchors.get(node.source);
      if (target !== undefined && !ancestors.includes(target)) return undefined;
      const reason =
        target === undefined
          ? `no anchor "&${node.source}" stands before this alias`
          : `the alias "*${node.source}" contains itself`;
      found = { reason, offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

/** @returns the reference tokens of the map member whose key begins at the offset. */
function tokensToOffset(document: Document, offset: number): readonly string[] {
  let tokens: readonly string[] = [];
  visit(document, {
    Pair(_key, pair, ancestors) {
      if (!isNode(pair.key) || pair.key.range?.[0] !== offset) return undefined;
      const trail = [...ancestors, pair];
      tokens = trail.flatMap((node, index) => tokenOf(node, trail[index + 1]));
      return visit.BREAK;
    },
  });
  return tokens;
}

function tokenOf(node: unknown, next: unknown): readonly string[] {
  if (isPair(node)) return [String(isScalar(node.key) ? node.key.value : node.key)];
  if (isSeq(node)) return [String(node.items.indexOf(next))];
  return [];
}
