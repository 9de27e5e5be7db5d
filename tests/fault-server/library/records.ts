/** What the library keeps. Records are plain data; an update puts a new one in the old one's place. */
import type { JsonObject } from '../http/json.ts';

export interface Shelf {
  readonly id: number;
  readonly label: string;
  readonly floor: number;
  readonly kind: string;
  readonly capacity: number;
  readonly heightCm: number | null;
  readonly code: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly opensOn: string | null;
  readonly createdAt: string;
}

export interface Book {
  readonly id: string;
  readonly shelfId: number;
  readonly addedAt: string;
  /** As its maker wrote it, members that are not known left out. */
  readonly told: JsonObject;
}

export interface Cover {
  readonly id: string;
  readonly bookId: string;
  readonly image: Buffer;
  readonly told: JsonObject;
}

export interface Loan {
  readonly id: string;
  readonly told: JsonObject;
  readonly dueOn: string;
  readonly state: string;
  readonly renewals: number;
}
