/** `assay explain CODE|NAME`, `assay explain --list`: what a check means; the pages of docs/checks. */
import { readFileSync } from 'node:fs';
import { CHECKS } from '../checks/index.ts';
import { didYouMean } from '../config/did-you-mean.ts';
import type { Outcome } from './exit-code.ts';
import { print } from './process-streams.ts';
import { UsageError } from './usage-error.ts';

/** @throws {UsageError} there is no such check */
export function explainCommand(given: string | undefined): Outcome {
  print(given === undefined ? checkList() : checkPage(given));
  return { kind: 'done' };
}

/** @returns a line for each check: code, name, severity and rule. */
export function checkList(): string {
  const width = Math.max(...CHECKS.map(({ name }) => name.length));
  return CHECKS.toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, name, defaultSeverity, summary }) =>
      [code, name.padEnd(width), defaultSeverity.padEnd('critical'.length), summary].join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** @returns the check's page as it stands in the package. @throws {UsageError} there is no such check */
export function checkPage(given: string): string {
  const wanted = given.toLowerCase();
  const found = CHECKS.find(({ code, name }) => code.toLowerCase() === wanted || name === wanted);
  if (found === undefined) {
    const names = CHECKS.flatMap(({ code, name }) => [code, name]);
    const hint = didYouMean(given, names) ?? '';
    throw new UsageError(
      `There is no check ${JSON.stringify(given)}.`,
      [hint, '`assay explain --list` shows all.'].filter((part) => part !== '').join(' '),
    );
  }
  return readFileSync(new URL(`../../docs/checks/${found.name}.md`, import.meta.url), 'utf8');
}
