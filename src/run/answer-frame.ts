/**
 * The lines of an answer around the place that a finding is about, with an arrow: of a JSON body
 * written out, or the header's own line. It is made of the answer as it is kept, secrets taken out.
 */
import { placeBelow } from '../spec/place.ts';
import type { BodyRecord, OutcomeRecord } from './events.ts';

/** Lines shown before and after the one that is meant. */
const AROUND = 3;
const MAX_LENGTH = 160;
/** A longer answer is told by its pointer alone. */
const MAX_LINES = 50_000;

/** @returns such as `>   "state": "Open",`; none where `at` is the answer as a whole, or not in it. */
export function answerFrame(outcome: OutcomeRecord, at: string): readonly string[] {
  if (outcome.kind !== 'answer' || at === '') return [];
  if (at.startsWith('header:')) {
    const name = at.slice('header:'.length).toLowerCase();
    return outcome.headers
      .filter(([field]) => field.toLowerCase() === name)
      .map(([field, value]) => `> ${shortened(`${field}: ${value}`)}`);
  }
  const body = parsed(outcome.body);
  return body === undefined ? [] : framed(body.value, at);
}

function parsed(body: BodyRecord | null): { readonly value: unknown } | undefined {
  if (body === null || body.encoding !== 'text' || body.sha256 !== undefined) return undefined;
  try {
    return { value: JSON.parse(body.content) as unknown };
  } catch {
    return undefined;
  }
}

interface Line {
  readonly pointer: string;
  readonly text: string;
}

function framed(value: unknown, at: string): readonly string[] {
  const lines: Line[] = [];
  write({ value, pointer: '', indent: '', label: '', comma: '' }, lines);
  const meant = lines.findIndex(({ pointer }) => pointer === at);
  if (meant < 0) return [];
  return lines
    .slice(Math.max(0, meant - AROUND), meant + AROUND + 1)
    .map((line) => `${line === lines[meant] ? '>' : ' '} ${shortened(line.text)}`);
}

interface Part {
  readonly value: unknown;
  readonly pointer: string;
  readonly indent: string;
  /** The member's name and colon; empty for an item. */
  readonly label: string;
  readonly comma: string;
}

/** As JSON.stringify with an indent of two would, a pointer beside each line that begins a value. */
function write({ value, pointer, indent, label, comma }: Part, lines: Line[]): void {
  if (lines.length > MAX_LINES) return;
  const start = indent + label;
  const members = membersOf(value);
  if (members.length === 0) {
    lines.push({ pointer, text: `${start}${JSON.stringify(value)}${comma}` });
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  lines.push({ pointer, text: `${start}${open}` });
  members.forEach(([name, member], index) => {
    const part = {
      value: member,
      pointer: placeBelow(pointer, name),
      indent: `${indent}  `,
      label: Array.isArray(value) ? '' : `${JSON.stringify(name)}: `,
      comma: index < members.length - 1 ? ',' : '',
    };
    write(part, lines);
  });
  // No pointer is the end of a value.
  lines.push({ pointer: 'end', text: `${indent}${close}${comma}` });
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function shortened(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}
