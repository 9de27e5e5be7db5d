/** Operations that no verdict stands for, and why: silence is never taken for success. */
import type { OperationFinished } from '../../run/events.ts';
import type { BlockOptions } from './failure-block.ts';
import { cut, names, number } from './layout.ts';
import { printable } from './printable.ts';
import type { TerminalState } from './state.ts';

/** Above it, operations are told by reason instead of one by one. */
const LISTED_OPERATIONS = 40;
const GROUPED_NAMES = 3;
const LEAST_REASON_WIDTH = 44;

/** @returns each operation that was never accepted, with the reason; by reason where there are many. */
export function untestedSection(
  { untested }: TerminalState,
  options: BlockOptions,
): readonly string[] {
  const own = untested.filter(({ ledger }) => !ledger.withheld);
  if (own.length === 0) return [];
  const title = options.colors.bold(`Untested (${number(own.length)})`);
  if (own.length > LISTED_OPERATIONS) return [title, ...grouped(own, options)];
  const column = Math.min(36, Math.max(...own.map(({ operation }) => operation.length)));
  return [title, ...own.flatMap((event) => line(event, column, options))];
}

/** Name and reason side by side, or one below the other where there is little room. */
function line(
  { operation, ledger }: OperationFinished,
  column: number,
  { width }: BlockOptions,
): readonly string[] {
  const { reason, detail } = ledger.untested ?? { reason: '', detail: '' };
  const why = printable(detail === '' ? reason : `${reason}: ${detail}`);
  const name = printable(operation);
  return width - column < LEAST_REASON_WIDTH
    ? [cut(`  ${name}`, width), cut(`    ${why}`, width)]
    : [cut(`  ${name.padEnd(column)}  ${why}`, width)];
}

/** @returns the operations that manners forbade to send, by reason. */
export function withheldSection(
  { untested }: TerminalState,
  options: BlockOptions,
): readonly string[] {
  const withheld = untested.filter(({ ledger }) => ledger.withheld);
  if (withheld.length === 0) return [];
  return [
    options.colors.bold(`Withheld (${number(withheld.length)})`),
    ...grouped(withheld, options),
    ...(withheld.some(({ ledger }) => ledger.untested?.reason === 'not allowed to write')
      ? [options.colors.dim('  --allow-writes sends them')]
      : []),
  ];
}

function grouped(
  operations: readonly OperationFinished[],
  { width }: BlockOptions,
): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { operation, ledger } of operations) {
    const reason = ledger.untested?.reason ?? '';
    byReason.set(reason, [...(byReason.get(reason) ?? []), printable(operation)]);
  }
  return [...byReason].map(([reason, ids]) =>
    cut(`  ${reason} (${number(ids.length)}): ${names(ids, GROUPED_NAMES)}`, width),
  );
}
