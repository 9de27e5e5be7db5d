// Prints `N passed, N failed` (and skipped, where there are any) from a JUnit file, as its only line.
import { readFileSync } from 'node:fs';

const [file = 'reports/vitest.xml'] = process.argv.slice(2);
const suites = [...readFileSync(file, 'utf8').matchAll(/<testsuite [^>]*>/g)].map(([tag]) => tag);
const sum = (name) =>
  suites.reduce(
    (total, tag) => total + Number(new RegExp(` ${name}="(\\d+)"`).exec(tag)?.[1] ?? 0),
    0,
  );
const tests = sum('tests');
const failed = sum('failures') + sum('errors');
const skipped = sum('skipped');
const passed = tests - failed - skipped;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
