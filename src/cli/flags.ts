/**
 * Every flag of `assay run`, one entry for each member of the configuration: a new member does not
 * compile until it says how it is given on the command line, or that it is not (null).
 */
import type { UserConfig } from '../config/user-config.ts';

export interface Flag {
  /** As commander reads it. */
  readonly flags: string;
  readonly help: string;
  /** How its text is read; see read-flags.ts. */
  readonly kind: FlagKind;
}

/** `list` may be repeated and holds commas; `lines` may be repeated and is taken whole. */
export type FlagKind = 'text' | 'number' | 'seconds' | 'list' | 'lines' | 'switch';

/** One entry for each member of the configuration. */
export type FlagTable = { readonly [K in keyof Required<UserConfig>]: Flag | null };

const FILE_ONLY = null;

export const FLAGS = {
  spec: FILE_ONLY,
  target: {
    flags: '--base-url <url>',
    help: "send requests there, instead of to the configuration's target or the description's server",
    kind: 'text',
  },
  include: {
    flags: '--include <patterns>',
    help: 'test these operations only: operationId, tag, path or method, * for any (repeatable, or a,b)',
    kind: 'list',
  },
  exclude: {
    flags: '--exclude <patterns>',
    help: 'leave these operations out, in the same way',
    kind: 'list',
  },
  phases: {
    flags: '--phases <names>',
    help: 'phases after the plain requests, such as examples,fuzz',
    kind: 'list',
  },
  preset: {
    flags: '--preset <name>',
    help: 'how long to go on: quick (15 s), ci (60 s) or deep (5 min) at most (ci)',
    kind: 'text',
  },
  maxCases: {
    flags: '--max-cases <n>',
    help: 'cases an operation of fuzz, and three times as many of boundaries (by preset)',
    kind: 'number',
  },
  maxRequests: {
    flags: '--max-requests <n>',
    help: 'requests of the whole run (no bound)',
    kind: 'number',
  },
  maxTimeMs: {
    flags: '--max-time <seconds>',
    help: 'begin no new case after that (by preset)',
    kind: 'seconds',
  },
  seed: { flags: '--seed <n>', help: 'make the same cases as the run that had it', kind: 'number' },
  concurrency: {
    flags: '--concurrency <n>',
    help: 'requests in flight at once (4)',
    kind: 'number',
  },
  headers: {
    flags: '--header <header>',
    help: 'send it with every request, such as "X-Trace: 1" (repeatable)',
    kind: 'lines',
  },
  identities: {
    flags: '--auth <credential>',
    help: 'user:password, or bearer:TOKEN; else ASSAY_AUTH, a whole Authorization value',
    kind: 'text',
  },
  timeoutMs: {
    flags: '--timeout <seconds>',
    help: 'longest time for one answer (10)',
    kind: 'seconds',
  },
  report: {
    flags: '--report <names>',
    help: 'reports to write: terminal, junit, ndjson (all)',
    kind: 'list',
  },
  out: { flags: '--out <folder>', help: 'folder of report files (reports)', kind: 'text' },
  writes: {
    flags: '--allow-writes',
    help: 'send more than GET, HEAD and OPTIONS to a target that is not this machine',
    kind: 'switch',
  },
  as: FILE_ONLY,
  values: FILE_ONLY,
  maxAnswerBytes: FILE_ONLY,
  retries: FILE_ONLY,
  maxWaitMs: FILE_ONLY,
  maxResends: FILE_ONLY,
  removers: FILE_ONLY,
  named: FILE_ONLY,
  checks: FILE_ONLY,
  refusals: FILE_ONLY,
  maxResponseMs: FILE_ONLY,
  tolerate: FILE_ONLY,
  gate: FILE_ONLY,
} as const satisfies FlagTable;

/** Not a member of the configuration: what one run tells. */
export const SHOW_SKIPPED_FLAG = {
  flags: '--show-skipped',
  help: 'tell what the checks did not judge, and why, counted',
  kind: 'switch',
} as const satisfies Flag;

/** Not a member of the configuration: what `list` tells. */
export const PLAN_FLAG = {
  flags: '--plan',
  help: 'tell how many cases a run has at most, by operation and phase; nothing is sent',
  kind: 'switch',
} as const satisfies Flag;

/** Not a member of the configuration: where to find it. */
export const CONFIG_FLAG = {
  flags: '--config <file>',
  help: 'configuration file (assay.config.{ts,js,mjs,json,yaml,yml})',
  kind: 'text',
} as const satisfies Flag;
