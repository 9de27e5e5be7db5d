/**
 * The library as a process, for tools that are not of this repository:
 * `npx jiti tests/fault-server/main.ts --fault NAME --oddity NAME --port N` (or `--list`).
 */
import { parseArgs } from 'node:util';
import { FAULTS } from './faults.ts';
import { ODDITIES } from './oddities.ts';
import { startFaultServer } from './start-fault-server.ts';

const { values } = parseArgs({
  options: {
    fault: { type: 'string', multiple: true, default: [] },
    oddity: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false },
  },
});

if (values.list) {
  for (const { name, operation, check, sentence } of FAULTS)
    print(`fault ${name} (${operation}, ${check}): ${sentence}`);
  for (const { name, sentence } of ODDITIES) print(`oddity ${name}: ${sentence}`);
} else {
  const server = await startFaultServer({
    faults: values.fault,
    oddities: values.oddity,
    port: Number(values.port),
  });
  print(server.url);
  print(`Authorization: Bearer ${server.credentials.readerToken}`);
  print(`X-Desk-Key: ${server.credentials.deskKey}`);
  const stop = (): void => {
    void server.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
