// 422 RecordInvalid: a map from field to what is wrong with it, `base` for the record as a whole. Rules add their entries
// to one list while a change is worked out, so that an answer names everything that is wrong.
import { Refusal } from '../http/refusal.ts';
import { json } from '../http/reply.ts';

/** One thing that is wrong with one field; `error` is null where the service gives no code. */
export interface Detail {
  readonly description: string;
  readonly error: string | null;
  readonly ticket_field_id?: number;
  readonly ticket_field_type?: string;
}

export type Details = Readonly<Record<string, readonly Detail[]>>;

/** Collects details by field, in the order in which they are found. */
export class DetailList {
  readonly #byField = new Map<string, Detail[]>();

  add(field: string, detail: Detail): void {
    const known = this.#byField.get(field);
    if (known === undefined) this.#byField.set(field, [detail]);
    else known.push(detail);
  }

  /** The usual entry of a member that cannot be taken: `Assignee: is invalid`. */
  addInvalid(field: string, says = 'is invalid'): void {
    this.add(field, { description: `${titleOf(field)}: ${says}`, error: 'InvalidValue' });
  }

  /** Adds what was found elsewhere. */
  addAll(details: Details): void {
    for (const [field, found] of Object.entries(details)) {
      for (const detail of found) this.add(field, detail);
    }
  }

  get isEmpty(): boolean {
    return this.#byField.size === 0;
  }

  toDetails(): Details {
    return Object.fromEntries(this.#byField);
  }

  /** @throws {Refusal} 422, when anything was added */
  refuseIfAny(): void {
    if (!this.isEmpty) throw recordInvalid(this.toDetails());
  }
}

/** 422 with these details. */
export function recordInvalid(details: Details): Refusal {
  const description = 'Record validation errors';
  return new Refusal(json(422, { error: 'RecordInvalid', description, details }));
}

/** 422 for one field. */
export function invalidField(field: string, says?: string): Refusal {
  const list = new DetailList();
  list.addInvalid(field, says);
  return recordInvalid(list.toDetails());
}

// `custom_status` is shown as `Custom status`, the way Rails humanises an attribute.
function titleOf(field: string): string {
  const words = field.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
