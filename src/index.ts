/** The library: what a program may use. Everything else is the house's own. */
export { runOnce as run, type RunResult } from './assay.ts';
export { judgeAnswer, type GivenAnswer, type JudgedFinding } from './checks/judge-answer.ts';
export { defineConfig } from './config/define-config.ts';
export type { UserConfig } from './config/user-config.ts';
export type { FailureEvent, RunEvent, RunFinished } from './run/events.ts';
export type { Api, Operation } from './spec/api.ts';
export { AssayError } from './spec/assay-error.ts';
export { loadApi } from './spec/load-api.ts';
