// Moments of tickets as whole seconds, the way exports count them.
import type { Ticket } from './records.ts';

/** Unix seconds at which a ticket was made. */
export function createdAt(ticket: Pick<Ticket, 'created_at'> | undefined): number {
  return Math.floor(Date.parse(ticket?.created_at ?? '') / 1_000);
}

/** Unix seconds of an exported ticket's last change. */
export function generatedAt({ generated_timestamp: second }: Ticket): number {
  return second ?? Number.NaN;
}
