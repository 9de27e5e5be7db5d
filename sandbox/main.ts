// `npm run sandbox`: starts a sandbox from the command line and says where it is and how to get in.
import { parseArgs } from 'node:util';
import { UnknownFaultError } from './faults/choose-faults.ts';
import { startSandbox } from './index.ts';
import type { LimitMode } from './limits/limiter.ts';

const HELP = `npm run sandbox -- [--port N] [--tickets N] [--fault NAME]... [--limits count|real] [--faults]

  --port N       port on 127.0.0.1 (default 4010)
  --tickets N    plain tickets on top of the seeded ones
  --fault NAME   switch a defect on; may be given more than once
  --limits real  refuse with 429 when a rate limit is used up
  --faults       list the defects and stop`;

const DEFAULT_PORT = 4010;

try {
  await main();
} catch (error) {
  // A name or flag that is not known is the caller's mistake: told in a line, without a stack.
  if (!(error instanceof UnknownFaultError) && !(error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      tickets: { type: 'string', default: '0' },
      fault: { type: 'string', multiple: true, default: [] },
      limits: { type: 'string', default: 'count' },
      faults: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (values.faults) {
    await listFaults();
    return;
  }
  const sandbox = await startSandbox({
    port: wholeNumber('--port', values.port),
    seed: { tickets: wholeNumber('--tickets', values.tickets) },
    faults: values.fault,
    limits: limitMode(values.limits),
  });
  // Before it says that it is there: who reads that may end it at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void sandbox.close();
    });
  const { admin } = sandbox.credentials;
  console.log(`sandbox  ${sandbox.url}/api/v2`);
  console.log(`admin    -u '${admin.user}:${admin.password}'`);
  if (values.fault.length > 0) console.log(`faults   ${values.fault.join(', ')}`);
}

async function listFaults(): Promise<void> {
  const { FAULTS } = await import('./faults/table.ts');
  for (const { name, class: kind, sentence } of FAULTS)
    console.log(`${kind.padEnd(7)}${name.padEnd(44)}${sentence}`);
}

function wholeNumber(flag: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new TypeError(`${flag} takes a whole number, not "${text}"`);
}

function limitMode(text: string): LimitMode {
  if (text === 'real' || text === 'count') return text;
  throw new TypeError(`--limits is count or real, not "${text}"`);
}
