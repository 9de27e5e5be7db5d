/**
 * Measures the schema room against its floors and exits with 1 where one is missed:
 * `npm run bench:values`.
 */
import { report } from './floor.ts';
import { limitFloors } from './limits.ts';
import { realFloors } from './real.ts';
import { sameSeedFloors } from './same-seed.ts';
import { shrinkingFloors } from './shrinking.ts';
import { speedFloors } from './speed.ts';
import { suiteFloors } from './suite.ts';

const met = [
  report('JSON-Schema-Test-Suite, draft 2020-12 and draft-07', await suiteFloors()),
  report('Real schemas', await realFloors()),
  report('Shrinking', shrinkingFloors()),
  report('Limits', limitFloors()),
  report('Same seed, same values', sameSeedFloors()),
  report('Speed, as a ratio to JSON.stringify and JSON.parse of the same value', speedFloors()),
];
if (met.includes(false)) process.exitCode = 1;
