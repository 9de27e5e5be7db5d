/** One file of a description, read and parsed, or the reason why it could not be. */
import type { Outline } from './outline.ts';
import type { FindPosition } from './positions.ts';

export type SpecFile = ReadFile | UnreadFile;

export interface ReadFile {
  readonly kind: 'read';
  /** Absolute URL without fragment, as references name it. */
  readonly url: string;
  /** What its own references are relative to: its URL, or the one it was redirected to. */
  readonly base: string;
  /** The file part of its places. */
  readonly name: string;
  /** What a user is shown: a path from the current folder, or the URL. */
  readonly displayName: string;
  /** As it was read. */
  readonly text: string;
  readonly value: unknown;
  readonly outline: Outline;
  readonly findPosition: FindPosition;
  readonly repeatedKeys: readonly (readonly string[])[];
}

export interface UnreadFile {
  readonly kind: 'unread';
  readonly url: string;
  readonly name: string;
  readonly displayName: string;
  /** Why, as the end of a sentence: "there is no such file". */
  readonly reason: string;
}
