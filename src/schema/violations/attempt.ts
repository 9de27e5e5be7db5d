/**
 * One way to break one keyword: values to put in its place, the most telling first. Which of them
 * breaks that keyword and nothing else is found out by trying.
 */
import type { Place } from '../../spec/place.ts';
import type { Literal } from '../canon/literal.ts';
import type { SchemaNode } from '../model/schema-node.ts';
import type { Direction } from '../model/world.ts';
import type { Parts } from './parts.ts';
import type { Spot } from './spot.ts';

export interface Attempt {
  readonly keyword: string;
  /** The keyword under which the judge lists it, where it is another. */
  readonly judgedAs?: string;
  /** Where the keyword stands, if it is not one of the schema looked at. */
  readonly place?: Place;
  /** New values of the spot; made as they are asked for, since some are long. */
  readonly values: () => Iterable<unknown>;
  /** What a value must satisfy that breaks the keyword alone, if no value given does. */
  readonly literals?: readonly Literal[];
  /** The member that breaks it, where that is told rather than the whole. */
  readonly inside?: string;
  /** The member that is missing. */
  readonly missing?: string;
  /** What is wrong, told of the spot: `is 0, below its minimum of 1`. */
  readonly tell: (value: unknown) => string;
  /** The member of which it is told, where it is not the spot itself. */
  readonly about?: string;
}

export interface AttemptContext {
  readonly node: SchemaNode;
  readonly spot: Spot;
  readonly parts: Parts;
  readonly direction: Direction | undefined;
}

/** A keyword that can't be broken within reason. */
export class OutOfReach {
  readonly keyword: string;
  readonly reason: string;

  constructor(keyword: string, reason: string) {
    this.keyword = keyword;
    this.reason = reason;
  }
}
