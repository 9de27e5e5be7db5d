/** Hand-made events of a small run: one failure in two operations, one untested, one withheld, one problem. */
import type { Phase } from '../../src/cases/case.ts';
import type {
  ExchangeEvent,
  FailureCount,
  FailureEvent,
  OperationLedger,
  RunEvent,
  RunFinished,
  RunStarted,
  VerdictEvent,
} from '../../src/run/events.ts';

export const STARTED: RunStarted = {
  kind: 'run-started',
  version: 1,
  assay: '0.1.0',
  title: 'Pets',
  source: 'pets.yaml',
  baseUrl: 'http://127.0.0.1:4010',
  seed: 42,
  phases: ['examples', 'fuzz'],
  concurrency: 4,
  operations: ['ListPets', 'ShowPet', 'CreatePet', 'DeletePet'].map((id, index) => ({
    id,
    method: 'GET',
    path: '/pets',
    tags: [],
    location: { file: 'pets.yaml', line: 10 + index, column: 5 },
  })),
  checks: ['answered', 'status-declared', 'response-schema'],
  startedAt: '2026-01-02T03:04:05.000Z',
};

export function anExchange(given: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    kind: 'exchange',
    operation: 'ListPets',
    phase: 'template',
    case: 'ListPets:template:0',
    intent: { kind: 'valid', tier: 'plain' },
    deviation: '',
    request: {
      method: 'GET',
      url: 'http://127.0.0.1:4010/pets?limit=5',
      headers: [
        ['Accept', 'application/json'],
        ['Authorization', '[redacted]'],
      ],
      body: null,
    },
    attempts: 1,
    startedMs: 10,
    elapsedMs: 30,
    outcome: {
      kind: 'answer',
      status: 418,
      headers: [['Content-Type', 'application/json']],
      body: { encoding: 'text', content: '{"error":"teapot"}', bytes: 18 },
    },
    ...given,
  };
}

export function aVerdict(
  operation: string,
  phase: VerdictEvent['phase'],
  checks: VerdictEvent['checks'],
): VerdictEvent {
  return { kind: 'verdict', operation, phase, case: `${operation}:${phase}:0`, checks };
}

export const FINDING = {
  title: 'Status 418 is not declared',
  detail: 'The operation declares 200 and 404, and no default.',
  at: '',
  place: 'pets.yaml#/paths/~1pets/get/responses',
  keyword: '',
  expected: ['200', '404'],
  actual: 418,
};

export function aFailure(given: Partial<FailureEvent> = {}): FailureEvent {
  return {
    kind: 'failure',
    operation: 'ListPets',
    phase: 'template',
    id: '0a1b2c3d',
    fingerprint: '0a1b2c3d',
    code: 'A103',
    check: 'status-declared',
    severity: 'medium',
    ...FINDING,
    sentence: 'The plain GET /pets deserves an answer as the description has it.',
    twin: '',
    answerFrame: [],
    location: { file: 'pets.yaml', line: 12, column: 7 },
    frame: ['  11 |   get:', '> 12 |     responses:', '     |     ^'],
    example: anExchange(),
    curl: "curl -sS -H 'Accept: application/json' 'http://127.0.0.1:4010/pets?limit=5'",
    reproduced: '2/2',
    ...given,
  };
}

export function aLedger(given: Partial<OperationLedger> = {}): OperationLedger {
  return {
    sent: 1,
    accepted: 1,
    statuses: { 200: 1 },
    mediaTypes: ['application/json'],
    checks: {},
    untested: null,
    withheld: false,
    ...given,
  };
}

/** Of one seen in the plain requests of these operations. */
export function aCount(
  id: string,
  operations: readonly string[] = ['ListPets'],
  phase: Phase = 'template',
): FailureCount {
  const check = 'status-declared';
  const sightings = operations.map((operation) => ({ operation, phase, check }));
  return { id, count: operations.length, operations, sightings };
}

export const FINISHED: RunFinished = {
  kind: 'run-finished',
  exitCode: 1,
  reasons: ['1 failure found.'],
  interrupted: false,
  operations: 4,
  accepted: 2,
  withheld: 1,
  sent: 3,
  failures: [aCount('0a1b2c3d', ['ListPets', 'CreatePet'])],
  elapsedMs: 1234,
  unproven: 0,
  repeated: 0,
  unenforced: 0,
  opaque: 0,
  tolerated: 0,
  lastLesson: 3,
  drawn: { sent: 0, last: 0 },
  outOfBudget: false,
};

const FAILED = { kind: 'fail', findings: [FINDING] } as const;
const HIDDEN = { kind: 'skipped', why: 'status-declared failed' } as const;

export const A_RUN: readonly RunEvent[] = [
  STARTED,
  {
    kind: 'spec-problem',
    code: 'dangling-reference',
    message: '"#/components/schemas/Cat" leads nowhere; the schema is left out.',
    place: 'pets.yaml#/x',
    operations: ['ShowPet'],
    location: { file: 'pets.yaml', line: 40, column: 9 },
  },
  { kind: 'operation-started', operation: 'ListPets' },
  anExchange(),
  aVerdict('ListPets', 'template', {
    answered: 'pass',
    'status-declared': FAILED,
    'response-schema': HIDDEN,
  }),
  aFailure(),
  { kind: 'phase-finished', operation: 'ListPets', phase: 'template', sent: 1 },
  anExchange({ operation: 'CreatePet', startedMs: 50, elapsedMs: 60 }),
  aVerdict('CreatePet', 'template', {
    answered: 'pass',
    'status-declared': FAILED,
    'response-schema': HIDDEN,
  }),
  { kind: 'phase-finished', operation: 'CreatePet', phase: 'template', sent: 1 },
  anExchange({ operation: 'ListPets', phase: 'fuzz', startedMs: 120, elapsedMs: 9 }),
  aVerdict('ListPets', 'fuzz', {
    answered: 'pass',
    'status-declared': 'pass',
    'response-schema': 'pass',
  }),
  { kind: 'phase-finished', operation: 'ListPets', phase: 'fuzz', sent: 1 },
  {
    kind: 'phase-finished',
    operation: 'ShowPet',
    phase: 'template',
    sent: 0,
    notReached: { reason: 'no id known', detail: 'petId' },
  },
  { kind: 'operation-finished', operation: 'ListPets', ledger: aLedger() },
  {
    kind: 'operation-finished',
    operation: 'ShowPet',
    ledger: aLedger({ sent: 0, accepted: 0, untested: { reason: 'no id known', detail: 'petId' } }),
  },
  { kind: 'operation-finished', operation: 'CreatePet', ledger: aLedger() },
  {
    kind: 'operation-finished',
    operation: 'DeletePet',
    ledger: aLedger({
      sent: 0,
      accepted: 0,
      untested: { reason: 'not allowed to write', detail: '' },
      withheld: true,
    }),
  },
  FINISHED,
];
