/** `assay explain`: the pages of docs/checks, by code and by name. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { checkList, checkPage } from '../../src/cli/explain-command.ts';
import { assay } from './run-assay.ts';

const pageOf = (name: string): string =>
  readFileSync(new URL(`../../docs/checks/${name}.md`, import.meta.url), 'utf8');

test.each(CHECKS)('$code and $name print the page', ({ code, name }) => {
  expect(checkPage(code)).toBe(pageOf(name));
  expect(checkPage(code.toLowerCase())).toBe(pageOf(name));
  expect(checkPage(name)).toBe(pageOf(name));
});

test('the list has a line for each check, by code', () => {
  const lines = checkList().trimEnd().split('\n');
  expect(lines).toHaveLength(CHECKS.length);
  expect(lines.map((line) => line.slice(0, 4))).toEqual(CHECKS.map(({ code }) => code).toSorted());
});

test('a mistyped name is answered with what was probably meant', () => {
  expect(() => checkPage('status-declare')).toThrow(
    expect.objectContaining({
      code: 'USAGE',
      message: 'There is no check "status-declare".',
      hint: 'Did you mean status-declared? `assay explain --list` shows all.',
    }),
  );
});

test('the commands print to stdout and end with 0; an unknown check ends with 2', async () => {
  const [page, list, unknown] = await Promise.all([
    assay(['explain', 'A103']),
    assay(['explain', '--list']),
    assay(['explain', 'A999']),
  ]);
  expect(page).toMatchObject({ code: 0, stdout: pageOf('status-declared'), stderr: '' });
  expect(list).toMatchObject({ code: 0, stdout: checkList() });
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('There is no check "A999".');
});
