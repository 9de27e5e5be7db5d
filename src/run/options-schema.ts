/**
 * The members of the configuration that a run reads: type, check, default and help of each. What
 * users write is named for them (`writes`, `as`); `config/` makes RunOptions of it.
 */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { PHASES } from '../cases/case.ts';
import { CHECKS } from '../checks/index.ts';
import { REFUSAL_STATUSES, type RefusingCheck } from '../checks/refusal-statuses.ts';
import { SEVERITY_RANK, type Severity } from '../checks/check.ts';
import { PRESET_NAMES } from './presets.ts';
import { wholeNumber } from '../transport/whole-number.ts';

const MAX_SEED = 0xffff_ffff;
const severities = Object.keys(SEVERITY_RANK) as Severity[];
const refusingChecks = Object.keys(REFUSAL_STATUSES) as RefusingCheck[];
const checkNames = CHECKS.map(({ name }) => name);
const share = "'all' or a share from 0 to 1";
const ids = v.array(v.string('an operationId'), 'a list of operationIds');

export const runOptionEntries = {
  seed: v.pipe(
    v.optional(wholeNumber(0, MAX_SEED), () => randomInt(MAX_SEED + 1)),
    v.description('Same seed, same cases. Drawn anew for each run where it is not given.'),
  ),
  phases: v.pipe(
    v.optional(
      v.array(v.picklist(PHASES, `one of ${PHASES.join(', ')}`), 'a list of phases'),
      () => [...PHASES],
    ),
    v.description('Phases after the plain requests.'),
  ),
  preset: v.pipe(
    v.optional(v.picklist(PRESET_NAMES, `one of ${PRESET_NAMES.join(', ')}`), 'ci'),
    v.description('How long to go on: quick, ci or deep. Sets maxCases and maxTimeMs.'),
  ),
  maxCases: v.pipe(
    v.optional(wholeNumber(0, 1_000_000)),
    v.description('Cases an operation of fuzz, and three times as many of boundaries (by preset).'),
  ),
  maxRequests: v.pipe(
    v.optional(wholeNumber(1, 1_000_000_000)),
    v.description('Requests of the whole run (no bound).'),
  ),
  maxTimeMs: v.pipe(
    v.optional(wholeNumber(1, 86_400_000)),
    v.description('Milliseconds after which no new case is begun (by preset).'),
  ),
  concurrency: v.pipe(
    v.optional(wholeNumber(1, 1_000), 4),
    v.description('Requests in flight at once.'),
  ),
  maxResends: v.pipe(
    v.optional(wholeNumber(0, 1_000), 20),
    v.description('Requests spent on making one failure small.'),
  ),
  writes: v.pipe(
    v.optional(v.boolean('true or false'), false),
    v.description('Send more than GET, HEAD and OPTIONS to a target that is not this machine.'),
  ),
  values: v.pipe(
    v.optional(
      v.record(
        v.string(),
        v.record(v.string(), v.unknown(), 'an object of parameter names (or body pointers)'),
        'an object of operationIds',
      ),
      {},
    ),
    v.description(
      'operationId to parameter name (or JSON pointer in the body) to a value or a list of values.',
    ),
  ),
  removers: v.pipe(
    v.optional(ids, []),
    v.description('operationIds that remove, beyond those whose name says so.'),
  ),
  named: v.pipe(
    v.optional(ids, []),
    v.description('operationIds that look like shutdown, reset, logout or purge and may be sent.'),
  ),
  as: v.pipe(
    v.optional(v.record(v.string(), v.string('the name of an identity'), 'an object'), {}),
    v.description('operationId to the name of the identity that it is sent as.'),
  ),
  checks: v.pipe(
    v.optional(
      v.record(
        v.picklist(checkNames, `one of ${checkNames.join(', ')}`),
        v.picklist([...severities, 'off'], `one of ${severities.join(', ')}, off`),
        'an object of check names',
      ),
      {},
    ),
    v.description('Check name to a severity of your own, or off.'),
  ),
  refusals: v.pipe(
    v.optional(
      v.record(
        v.picklist(refusingChecks, `one of ${refusingChecks.join(', ')}`),
        v.record(
          v.string(),
          v.array(v.string('a status such as 400 or 4XX'), 'a list of statuses'),
        ),
        'an object of check names',
      ),
      {},
    ),
    v.description('Check name to operationId (or *) to the statuses that count as a refusal.'),
  ),
  maxResponseMs: v.pipe(
    v.optional(wholeNumber(1, 86_400_000), 1_000),
    v.description('Longest time of an answer in milliseconds, for the check response-time.'),
  ),
  tolerate: v.pipe(
    v.optional(
      v.array(
        v.strictObject({
          check: v.picklist(checkNames, `one of ${checkNames.join(', ')}`),
          operation: v.optional(v.string('an operationId')),
          pointer: v.optional(v.string('a JSON pointer')),
          keyword: v.optional(v.string('a schema keyword')),
          why: v.pipe(v.string('a reason'), v.nonEmpty('a reason')),
        }),
        'a list of { check, operation, pointer, keyword, why }',
      ),
      [],
    ),
    v.description('Findings that are known: not reported, but counted; `why` is required.'),
  ),
  gate: v.pipe(
    v.optional(
      v.strictObject({
        accepted: v.optional(
          v.union(
            [v.literal('all'), v.pipe(v.number(share), v.minValue(0, share), v.maxValue(1, share))],
            share,
          ),
          0,
        ),
      }),
      {},
    ),
    v.description('How many operations must be accepted for exit code 0: all, or a share.'),
  ),
} as const;
