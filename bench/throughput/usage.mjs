/**
 * Imported before a measured process's own module: when it ends, says on file descriptor 3 what it
 * took of memory and of the processor. Plain JavaScript, since what compiles TypeScript would be
 * measured too.
 */
import { writeSync } from 'node:fs';

process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { peakMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 };
  writeSync(3, JSON.stringify(usage));
});
