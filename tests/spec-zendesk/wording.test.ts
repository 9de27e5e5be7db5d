/**
 * No text of the description is a sentence of the published files. The comparison needs those
 * files, which are not kept here: name them in ASSAY_PUBLISHED, parted by the path delimiter.
 */
import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadDescription, nameOf } from './description.ts';

const published = (process.env['ASSAY_PUBLISHED'] ?? '')
  .split(delimiter)
  .filter((path) => path !== '');

/** Shorter texts are names rather than sentences: `Bad Request` belongs to nobody. */
const SHORTEST_SENTENCE_WORDS = 4;

/** @returns the sentences of every summary, title and description, in one spelling. */
function sentencesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' && ['summary', 'description', 'title'].includes(name)
      ? split(member)
      : sentencesOf(member),
  );
}

function split(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n\s*\n|\n\s*[*|#-]/)
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .filter((sentence) => sentence.split(' ').length >= SHORTEST_SENTENCE_WORDS);
}

const own = [...loadDescription().files].flatMap(([file, value]) =>
  sentencesOf(value).map((sentence) => ({ file: nameOf(file), sentence })),
);

test('the texts are split into sentences that can be compared', () => {
  expect(split('Shows One ticket, whole. Not found: `404`.\n\n* Allowed for agents only')).toEqual([
    'shows one ticket whole',
    'allowed for agents only',
  ]);
  expect(own.length).toBeGreaterThan(300);
});

describe.runIf(published.length > 0)('beside the published files', () => {
  test.each(published)('no sentence of ours is one of %s', (path) => {
    const theirs = new Set(sentencesOf(parse(readFileSync(path, 'utf8'))));

    expect(theirs.size).toBeGreaterThan(100);
    expect(own.filter(({ sentence }) => theirs.has(sentence))).toEqual([]);
  });
});
