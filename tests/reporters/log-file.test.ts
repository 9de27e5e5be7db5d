import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LogFile } from '../../src/reporters/log-file.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assay-log-file-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('holds every piece whole and in order, whatever their sizes', () => {
  const unit = fc.constantFrom('a', 'é', '中', '😀');
  const text = fc
    .tuple(unit, fc.constantFrom(0, 1, 7, 4_096, 90_000, 300_000))
    .map(([one, times]) => one.repeat(times));
  const file = path.join(folder, 'pieces');
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 12 }), (pieces) => {
      const log = new LogFile(file);
      log.append('begin ');
      for (const [piece, isBytes] of pieces) log.append(isBytes ? Buffer.from(piece) : piece);
      log.close();

      const expected = `begin ${pieces.map(([piece]) => piece).join('')}`;
      expect(readFileSync(file, 'utf8') === expected).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('what was flushed can be read before it is closed', () => {
  const file = path.join(folder, 'flushed');
  const log = new LogFile(file);
  log.append('one');
  log.flush();

  expect(readFileSync(file, 'utf8')).toBe('one');
  log.close();
});
