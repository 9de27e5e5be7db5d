// Reading audits: what was set when a ticket was made, what a change replaced, and single events by their type.
import type { Audit, AuditEvent } from './records.ts';

/** Field name to the value that creating gave it. */
export function createdFields({ events }: Audit): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    events
      .filter(({ type }) => type === 'Create')
      .map((event): [string, unknown] => [event.field_name ?? '', event.value]),
  );
}

/** Field name to the pair of its value before and after. */
export function changesOf({
  events,
}: Pick<Audit, 'events'>): Readonly<Record<string, readonly [unknown, unknown]>> {
  return Object.fromEntries(
    events
      .filter(({ type }) => type === 'Change')
      .map((event): Field => [event.field_name ?? '', [event.previous_value, event.value]]),
  );
}

type Field = [name: string, values: readonly [before: unknown, after: unknown]];

/** The events of one type in all the audits, in their order. */
export function eventsOf(audits: readonly Audit[], type: string): readonly AuditEvent[] {
  return audits.flatMap(({ events }) => events.filter((event) => event.type === type));
}
