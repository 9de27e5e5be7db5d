/** Which reporters are made, in which order, and that one that throws stops nothing. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { createReporters } from '../../src/reporters/create-reporters.ts';
import type { ReportName } from '../../src/reporters/options.ts';
import { A_RUN } from './a-run.ts';

interface Told {
  readonly output: string;
  readonly errors: readonly string[];
}

async function report(names: readonly ReportName[], folder: string): Promise<Told> {
  let output = '';
  const errors: string[] = [];
  const reporters = createReporters({
    names,
    folder,
    screen: {
      write: (text) => {
        output += text;
      },
      columns: 90,
      isLive: false,
      colors: picocolors.createColors(false),
    },
    onError: (name) => errors.push(name),
  });
  for (const event of A_RUN) for (const reporter of reporters) reporter.on(event);
  for (const reporter of reporters) await reporter.close();
  for (const reporter of reporters) await reporter.close();
  return { output, errors };
}

const aFolder = (): string => mkdtempSync(path.join(tmpdir(), 'assay-reports-'));

test('the terminal names the files that were written, whatever the order asked for', async () => {
  const folder = aFolder();

  const { output, errors } = await report(['terminal', 'junit', 'ndjson'], folder);

  expect(errors).toEqual([]);
  expect(output).toContain(
    `reports: ${path.join(folder, 'run.ndjson')}, ${path.join(folder, 'junit.xml')}`,
  );
});

test('only what is asked for is written', async () => {
  const folder = aFolder();

  const { output } = await report(['junit'], folder);

  expect(output).toBe('');
  expect(existsSync(path.join(folder, 'junit.xml'))).toBe(true);
  expect(existsSync(path.join(folder, 'run.ndjson'))).toBe(false);
});

test('reports that cannot be written are told once each, are not named, and stop nothing', async () => {
  const inTheWay = path.join(aFolder(), 'file');
  writeFileSync(inTheWay, '');

  const { output, errors } = await report(['terminal', 'junit', 'ndjson'], inTheWay);

  expect(errors.toSorted()).toEqual(['junit', 'ndjson']);
  expect(output).toContain('2/4 accepted');
  expect(output).not.toContain('reports:');
});
