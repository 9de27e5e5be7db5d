/** stdout as the terminal report sees it. */
import picocolors from 'picocolors';
import type { Screen } from '../reporters/screen.ts';
import { print } from './process-streams.ts';

/** Assumed where output is no terminal. */
const PLAIN_COLUMNS = 100;

/** @returns a screen that may be drawn on only where a person watches it. */
export function stdoutScreen(): Screen {
  const { stdout, env } = process;
  return {
    write: print,
    // Undefined for a pipe, 0 for a terminal that does not know.
    columns: stdout.columns > 0 ? stdout.columns : PLAIN_COLUMNS,
    isLive: stdout.isTTY === true && (env['CI'] ?? '') === '' && env['TERM'] !== 'dumb',
    colors: picocolors.createColors(wantsColors()),
  };
}

/** NO_COLOR holds whatever its value (no-color.org); a pipe gets colours only where FORCE_COLOR says so. */
function wantsColors(): boolean {
  const { env, stdout } = process;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  if ((env['FORCE_COLOR'] ?? '') !== '') return env['FORCE_COLOR'] !== '0';
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}
