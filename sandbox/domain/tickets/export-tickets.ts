// The order in which exports tell of changes: by the second of the last change, then by id, deleted tickets among the rest.
import type { Ticket } from '../../desk/ticket.ts';

/** Seconds that must have passed before a change may be asked for by time. */
export const EXPORT_DELAY = 60;

/** A page that starts at a second, stretched so that no second is cut in two. */
export function timePage(
  tickets: readonly Ticket[],
  startTime: number,
  size: number,
): { readonly page: readonly Ticket[]; readonly isEnd: boolean; readonly endTime: number } {
  const following = tickets.filter(({ generatedAt }) => generatedAt >= startTime);
  const last = following[Math.min(size, following.length) - 1];
  if (last === undefined) return { page: [], isEnd: true, endTime: startTime };
  const page = following.filter(
    ({ generatedAt }, index) => index < size || generatedAt === last.generatedAt,
  );
  const isOneSecond = page[0]?.generatedAt === last.generatedAt;
  const isEnd = page.length === following.length;
  return { page, isEnd, endTime: isOneSecond ? last.generatedAt + 1 : last.generatedAt };
}

/** A position in the order of changes. */
export interface ExportPosition {
  readonly second: number;
  readonly id: number;
}

/** The tickets that changed after a position, up to a number of them. */
export function cursorPage(
  tickets: readonly Ticket[],
  after: ExportPosition,
  size: number,
): { readonly page: readonly Ticket[]; readonly isEnd: boolean; readonly end: ExportPosition } {
  const following = tickets.filter(
    ({ generatedAt, id }) =>
      generatedAt > after.second || (generatedAt === after.second && id > after.id),
  );
  const page = following.slice(0, size);
  const last = page.at(-1);
  const end = last === undefined ? after : { second: last.generatedAt, id: last.id };
  return { page, isEnd: page.length === following.length, end };
}
