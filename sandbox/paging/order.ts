// By what a list is sorted. Each list says which words its `sort_by` and its `sort` know; a word names a key, and ties go
// by id in the same direction, so that every order is total and a cursor can stand between any two records.
import type { Call } from '../http/call.ts';
import { queryWord, whereOf } from '../http/arguments.ts';
import { invalidAttribute, invalidSort } from '../refusals/catalogue.ts';
import { pagingStyle } from './style.ts';

export type SortKey = string | number;

/** One way to stand in line. */
export interface Order<T> {
  /** Name inside cursors, so that a cursor of another order is noticed. */
  readonly name: string;
  readonly direction: 'asc' | 'desc';
  readonly keyOf: (item: T) => SortKey;
  readonly idOf: (item: T) => number;
}

/** The words that a list's sort parameters know. */
export interface Sorting<T> {
  readonly idOf: (item: T) => number;
  readonly fallback: { readonly key: string; readonly direction: 'asc' | 'desc' };
  /** Words of `sort_by`, for offset paging. */
  readonly offset: Readonly<Record<string, (item: T) => SortKey>>;
  /** Words of `sort`, for cursor paging; a leading minus turns them round. */
  readonly cursor: Readonly<Record<string, (item: T) => SortKey>>;
  /** Key when no word is given. */
  readonly fallbackKeyOf: (item: T) => SortKey;
  /** Direction of a `sort_by` without `sort_order`. @defaultValue asc for every word */
  readonly directionOf?: (word: string) => 'asc' | 'desc';
}

/** The order that a request asks for. @throws {Refusal} 400 for a word that the list does not know */
export function chooseOrder<T>(call: Call, sorting: Sorting<T>): Order<T> {
  return pagingStyle(call) === 'cursor' ? cursorOrder(call, sorting) : offsetOrder(call, sorting);
}

function offsetOrder<T>(call: Call, sorting: Sorting<T>): Order<T> {
  const given = queryWord(call, 'sort_order', ['asc', 'desc']);
  const word = call.query.get('sort_by');
  if (word === undefined) return fallbackOrder(sorting, given ?? sorting.fallback.direction);
  const keyOf = Object.hasOwn(sorting.offset, word) ? sorting.offset[word] : undefined;
  if (keyOf === undefined) {
    const words = Object.keys(sorting.offset).join(', ');
    throw invalidAttribute('sort_by', `must be one of: ${words}`, whereOf(call));
  }
  const direction = given ?? sorting.directionOf?.(word) ?? 'asc';
  return { name: word, direction, keyOf, idOf: sorting.idOf };
}

function cursorOrder<T>(call: Call, sorting: Sorting<T>): Order<T> {
  const asked = call.query.get('sort');
  if (asked === undefined) return fallbackOrder(sorting, sorting.fallback.direction);
  const isDescending = asked.startsWith('-');
  const word = isDescending ? asked.slice(1) : asked;
  const keyOf = Object.hasOwn(sorting.cursor, word) ? sorting.cursor[word] : undefined;
  if (keyOf === undefined) throw invalidSort();
  return { name: asked, direction: isDescending ? 'desc' : 'asc', keyOf, idOf: sorting.idOf };
}

function fallbackOrder<T>(sorting: Sorting<T>, direction: 'asc' | 'desc'): Order<T> {
  const { key } = sorting.fallback;
  const name = direction === 'asc' ? key : `-${key}`;
  return { name, direction, keyOf: sorting.fallbackKeyOf, idOf: sorting.idOf };
}

/** A position in an order. */
export interface Position {
  readonly key: SortKey;
  readonly id: number;
}

/** Negative when `left` comes first. */
export function comparePositions(
  left: Position,
  right: Position,
  direction: 'asc' | 'desc',
): number {
  const byKey = compareKeys(left.key, right.key);
  const ascending = byKey === 0 ? left.id - right.id : byKey;
  return direction === 'asc' ? ascending : -ascending;
}

/** Where an item stands. */
export function positionOf<T>(item: T, order: Order<T>): Position {
  return { key: order.keyOf(item), id: order.idOf(item) };
}

/** The items in order; the given list is returned as it is when it is sorted already. */
export function sorted<T>(items: readonly T[], order: Order<T>): readonly T[] {
  const positions = items.map((item) => ({ item, position: positionOf(item, order) }));
  const isSorted = positions.every((entry, index) => {
    const before = positions[index - 1];
    return !before || comparePositions(before.position, entry.position, order.direction) <= 0;
  });
  if (isSorted) return items;
  return positions
    .sort((left, right) => comparePositions(left.position, right.position, order.direction))
    .map(({ item }) => item);
}

function compareKeys(left: SortKey, right: SortKey): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [String(left), String(right)];
  return one === other ? 0 : one < other ? -1 : 1;
}
