/** A check is whole when its file, its entry, its page and its test go by one name. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS, HIDES_NOTHING } from '../../src/checks/index.ts';
import { REFUSAL_STATUSES } from '../../src/checks/refusal-statuses.ts';
import { SEVERITY_RANK } from '../../src/checks/check.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const textOf = (path: string): string => readFileSync(at(path), 'utf8');

test.each(CHECKS)('$code $name has a file, a page and a test of its name', ({ name }) => {
  for (const path of [
    `src/checks/${name}.ts`,
    `docs/checks/${name}.md`,
    `tests/checks/${name}.test.ts`,
  ]) {
    expect(existsSync(at(path)), path).toBe(true);
  }
});

test.each(CHECKS)('the test of $name has accept and reject groups', ({ name }) => {
  const text = textOf(`tests/checks/${name}.test.ts`);
  expect(text).toContain("describe('accepts'");
  expect(text).toContain("describe('rejects'");
});

test.each(CHECKS)('the page of $name tells what any page tells', (check) => {
  const text = textOf(`docs/checks/${check.name}.md`);
  expect(text.startsWith(`# ${check.code} ${check.name}\n`)).toBe(true);
  expect(text).toContain(check.summary);
  expect(text).toContain(`Severity: ${check.defaultSeverity}`);
  expect(text).toContain(check.source);
  for (const part of ['## Example', '## How to read it', '## How to allow it, or turn it off']) {
    expect(text, part).toContain(part);
  }
  expect(text).toMatch(/checks: \{ '?[\w-]+'?: /);
  if (check.name in REFUSAL_STATUSES) expect(text).toContain('refusals');
});

test('every file that holds a check is listed, and every page belongs to one', () => {
  const holding = readdirSync(at('src/checks')).filter((file) =>
    /^export const \w+: Check = \{/m.test(textOf(`src/checks/${file}`)),
  );
  const names = CHECKS.map(({ name }) => name).sort();
  expect(holding.map((file) => file.replace(/\.ts$/, '')).sort()).toEqual(names);
  const pages = readdirSync(at('docs/checks')).filter((file) => file !== 'README.md');
  expect(pages.map((file) => file.replace(/\.md$/, '')).sort()).toEqual(names);
});

test('the index of the pages has a line for each check, with its severity', () => {
  const text = textOf('docs/checks/README.md');
  for (const { code, name, defaultSeverity } of CHECKS) {
    const line = text
      .replaceAll(/ +/g, ' ')
      .split('\n')
      .find((one) => one.startsWith(`| ${code} |`));
    expect(line, name).toContain(`[${name}](${name}.md)`);
    expect(line, name).toContain(`| ${defaultSeverity} |`);
  }
});

test('codes are stable: this list only ever grows', () => {
  const codes = Object.fromEntries(CHECKS.map(({ code, name }) => [code, name]));
  expect(codes).toEqual({
    A101: 'answered',
    A102: 'not-a-server-error',
    A103: 'status-declared',
    A104: 'content-type-declared',
    A105: 'response-headers',
    A106: 'response-schema',
    A107: 'body-forbidden',
    A108: 'redirect-declared',
    A109: 'utf8-valid',
    A110: 'location-resolves',
    A111: 'undeclared-members',
    A112: 'integer-precision',
    A113: 'enum-drift',
    A114: 'response-time',
    A115: 'error-body-consistency',
    A201: 'accepts-invalid',
    A202: 'refuses-valid',
    A203: 'missing-required-accepted',
    A301: 'auth-not-enforced',
    A302: 'undeclared-method',
    A303: 'allow-header',
    A304: 'undeclared-media-type',
    A305: 'malformed-body',
    A306: 'not-acceptable',
    A307: 'www-authenticate',
    A308: 'error-leaks',
  });
  expect(CHECKS).toHaveLength(Object.keys(codes).length);
});

test('severities are known, and what hides nothing is a check', () => {
  for (const { defaultSeverity } of CHECKS) {
    expect([...Object.keys(SEVERITY_RANK), 'off']).toContain(defaultSeverity);
  }
  for (const name of HIDES_NOTHING) expect(CHECKS.some((check) => check.name === name)).toBe(true);
});
