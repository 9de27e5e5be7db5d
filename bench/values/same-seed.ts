/**
 * The same seed gives the same values in another process: a digest of draws from every real schema,
 * worked out twice.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { arbitraryFor } from '../../src/schema/index.ts';
import { realSchemas } from './corpus.ts';
import type { Floor } from './floor.ts';

const DRAWS = 10;

/** @returns the floor. */
export function sameSeedFloors(): readonly Floor[] {
  const jiti = fileURLToPath(new URL('../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));
  const digests = [1, 2].map(() =>
    execFileSync(process.execPath, [jiti, fileURLToPath(import.meta.url), 'digest'], {
      encoding: 'utf8',
    }).trim(),
  );
  const [first = 'none', second] = digests;
  const isSame = first === second && first.length > 20;
  return [
    {
      what: 'two processes draw the same values',
      figure: isSame ? first.slice(0, 16) : digests.join(' and '),
      floor: 'equal',
      isMet: isSame,
    },
  ];
}

function digest(): string {
  const hash = createHash('sha256');
  for (const { schema, dialect } of realSchemas()) {
    const arbitrary = arbitraryFor(schema, { dialect });
    hash.update(JSON.stringify(fc.sample(arbitrary, { numRuns: DRAWS, seed: 42 })));
  }
  return hash.digest('hex');
}

if (process.argv[2] === 'digest') console.log(digest());
