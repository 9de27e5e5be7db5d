/** What a run may spend holds from its first request on. */
import { expect, test } from 'vitest';
import { assay, folderWith } from '../cli/run-assay.ts';
import { json, serve } from './recording-server.ts';

const paths = Array.from(
  { length: 12 },
  (_, index) => `  /p${String(index)}: { get: { responses: { '200': { description: D } } } }`,
);
const API = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n${paths.join('\n')}\n`;

test('the plain requests, too, end with the requests allowed; what was left is told', async () => {
  const server = await serve((_, response) => json(response, 200, {}));
  const folder = folderWith({ 'api.yaml': API });
  const args = ['--base-url', server.url, '--max-requests', '5', '--concurrency', '1'];

  const { stdout } = await assay(['run', 'api.yaml', ...args], { folder });

  expect(server.received).toHaveLength(5);
  expect(stdout).toContain('5/12 accepted');
  expect(stdout.match(/out of budget/g)).toHaveLength(7);
});

test('they end with the time allowed, however slow the answers', async () => {
  const server = await serve((_, response) => void setTimeout(() => json(response, 200, {}), 400));
  const folder = folderWith({ 'api.yaml': API });
  const args = ['--base-url', server.url, '--max-time', '1', '--concurrency', '1'];

  const { stdout } = await assay(['run', 'api.yaml', ...args], { folder });

  expect(server.received.length).toBeLessThan(12);
  expect(stdout).toContain('out of time or requests');
});
