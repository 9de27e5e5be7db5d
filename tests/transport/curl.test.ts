/**
 * The curl line, run by a real shell with a real curl: what the server receives must be what the
 * transport sent it. Where no curl is installed the rest is still held.
 */
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorize, type Credential } from '../../src/transport/credential.ts';
import { curlCommand } from '../../src/transport/curl.ts';
import { createRedactor } from '../../src/transport/redaction.ts';
import type { HeaderField, PreparedRequest } from '../../src/wire/request.ts';
import { aRequest, aTransport, serveBytes } from './local-server.ts';

const credential: Credential = {
  kind: 'basic',
  user: 'ann@example.com/token',
  password: 'c$a"n`ar\'y',
};
const redactor = createRedactor([credential]);
const ASSAY_AUTH = 'Basic YW5uQGV4YW1wbGUuY29tL3Rva2VuOmMkYSJuYGFyJ3k=';
const hasCurl = spawnSync('curl', ['--version']).status === 0;
const run = promisify(execFile);

const commandFor = (request: PreparedRequest, baseUrl = 'http://127.0.0.1:3000/api'): string =>
  curlCommand({ baseUrl, request, redactor });

describe('the line', () => {
  test('a plain GET is short and readable', () => {
    const request = aRequest({
      target: '/tickets?page[size]=2&sort=-id',
      headers: [
        ['Accept', 'application/json'],
        ['User-Agent', 'assay'],
      ],
    });

    expect(commandFor(request)).toBe(
      "curl -sS -g --path-as-is -i -H 'Accept: application/json' -H 'User-Agent: assay' 'http://127.0.0.1:3000/api/tickets?page[size]=2&sort=-id'",
    );
  });

  test('the credential stands as a variable, and nothing else is expanded', () => {
    const request = authorize(
      aRequest({
        method: 'POST',
        headers: [['Content-Type', 'application/json']],
        body: Buffer.from('{"subject":"it\'s $(reboot) `reboot` $HOME"}'),
      }),
      credential,
    );

    expect(
      curlCommand({
        baseUrl: 'https://a.example',
        request,
        redactor,
        authorization: '$ASSAY_AUTH',
      }),
    ).toBe(
      'curl -sS -g --path-as-is -i -X POST -H \'Content-Type: application/json\' -H "Authorization: $ASSAY_AUTH" -H User-Agent: -H Accept: ' +
        `--data-binary '{"subject":"it'\\''s $(reboot) \`reboot\` $HOME"}' --http1.1 https://a.example/thing`,
    );
  });

  test('no secret is shown, wherever the request carries it', () => {
    const secret = 'c$a"n`ar\'y';
    const request = authorize(
      aRequest({
        method: 'PUT',
        target: `/a/${encodeURIComponent(secret)}?k=${encodeURIComponent(ASSAY_AUTH)}`,
        headers: [
          ['X-Echo', `before ${secret}`],
          ['Cookie', 'session=abc'],
        ],
        body: Buffer.from(JSON.stringify({ password: secret, '\u00e9\n': ASSAY_AUTH })),
      }),
      credential,
    );

    for (const authorization of ['$ASSAY_AUTH', undefined]) {
      const line = curlCommand({ baseUrl: 'http://a', request, redactor, authorization });
      expect(line).not.toMatch(/ar'|ar\\|YW5u|abc/);
      expect(redactor.text(line)).toBe(line);
    }
  });

  test('it is one line, without a control character, for any body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (body) => {
        expect(commandFor(aRequest({ method: 'POST', body }))).toMatch(
          /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u,
        );
      }),
      { seed: 1 },
    );
  });
});

interface Received {
  readonly line: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** Reads whole requests off a socket server and answers each. */
async function serveRecorder(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  const buffers = new WeakMap<object, string>();
  const url = await serveBytes((socket, _connection, data) => {
    const bytes = (buffers.get(socket) ?? '') + data.toString('latin1');
    buffers.set(socket, bytes);
    const [head = '', ...rest] = bytes.split('\r\n\r\n');
    const [line = '', ...fields] = head.split('\r\n');
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    const body = rest.join('\r\n\r\n');
    if (rest.length === 0 || body.length < length) return;
    received.push({ line, headers: fields.map(normalised).filter(isComparable).sort(), body });
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
  return { url, received };
}

/** Names in one case; blanks around a value are no part of it (RFC 9110, 5.5). */
function normalised(field: string): string {
  const colon = field.indexOf(':');
  return `${field.slice(0, colon).toLowerCase()}:${field.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')}`;
}

/** Each client says this in its own way, and all mean the same. */
const isComparable = (field: string): boolean => !/^(connection|host):/.test(field);

async function bothWays(
  request: PreparedRequest,
  shellName = 'bash',
): Promise<readonly Received[]> {
  const { url, received } = await serveRecorder();
  const baseUrl = `${url}/base`;
  const { outcome } = await aTransport({ baseUrl }).send(request);
  expect(outcome.kind).toBe('answer');
  const command = curlCommand({ baseUrl, request, redactor, authorization: '$ASSAY_AUTH' });
  // Read from its input as when pasted: an argument could not hold the longest.
  const shell = run(shellName, { env: { ...process.env, ASSAY_AUTH } });
  shell.child.stdin?.end(`${command}\n`);
  await shell;
  return received;
}

describe.runIf(hasCurl)('a shell and curl send what the transport sent', () => {
  test.each<[string, Partial<PreparedRequest>]>([
    ['a GET', {}],
    ['a HEAD', { method: 'HEAD' }],
    ['a GET with a body', { method: 'GET', body: Buffer.from('{}') }],
    ['a DELETE without a body', { method: 'DELETE' }],
    ['a POST without a body', { method: 'POST' }],
    [
      'an empty body with a type',
      { method: 'PUT', headers: [['Content-Type', 'a/b']], body: Buffer.alloc(0) },
    ],
    ['an unknown method', { method: "FOO!'`$x" }],
    ['dots, brackets and a fragment', { target: '/a/../b/./[1-3]/{x,y}//c?d=[]#e\\f' }],
    ['a body that looks like a file name', { method: 'POST', body: Buffer.from('@/etc/hostname') }],
    ['a body with line breaks', { method: 'POST', body: Buffer.from('\r\n-a\n%s%%\\n!!\n') }],
    ['a body that looks like an option', { method: 'POST', body: Buffer.from('-n\n') }],
    [
      'a body of all bytes',
      { method: 'POST', body: Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)) },
    ],
    ['a body of two megabytes', { method: 'POST', body: Buffer.alloc(2_000_000, 'a\u00e9') }],
    [
      'an empty header',
      {
        headers: [
          ['X-Empty', ''],
          ['X-Blank', '  '],
        ],
      },
    ],
    ['a header in Latin-1, with a tab', { headers: [['X-Odd', "caf\u00e9\t'!$(x)%\\n"]] }],
    [
      'repeated headers',
      {
        headers: [
          ['X-A', '1'],
          ['x-a', '2'],
          ['X-A', '@3'],
        ],
      },
    ],
    [
      'its own User-Agent and Accept',
      {
        headers: [
          ['user-agent', 'x'],
          ['ACCEPT', 'y/z'],
        ],
      },
    ],
    ['the credential', { headers: [['Authorization', ASSAY_AUTH]] }],
  ])('%s', async (_what, parts) => {
    const [sent, again] = await bothWays(aRequest(parts));

    expect(sent?.line).toContain('/base/');
    expect(again).toEqual(sent);
  });

  const printable = fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0xff })
      .filter((c) => c < 0x7f || c > 0x9f)
      .map((c) => String.fromCharCode(c)),
    maxLength: 12,
  });
  const shellish = fc.string({
    unit: fc.constantFrom(...'\'"`$(){}[]\\!#&|;<>*?~%@-=: ax0'),
    maxLength: 12,
  });
  const name = fc.stringMatching(/^X-[!#$%&'*+.^_`|~A-Za-z0-9-]{1,6}$/);
  const header: fc.Arbitrary<HeaderField> = fc.tuple(name, fc.oneof(printable, shellish));
  const target = fc
    .oneof(
      shellish,
      fc.string({
        unit: fc.integer({ min: 0x21, max: 0xff }).map((c) => String.fromCharCode(c)),
        maxLength: 12,
      }),
    )
    .map((text) => `/${text.replaceAll(' ', '%20')}`);
  const body = fc.oneof(
    fc.constant(undefined),
    fc.json().map((text) => Buffer.from(text)),
    shellish.map((text) => Buffer.from(text)),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 12 }),
  );

  test('anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('bash', 'sh'),
        fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'OPTIONS'),
        target,
        fc.array(header, { maxLength: 3 }),
        body,
        async (shellName, method, path, headers, bytes) => {
          const request = { method, target: path, headers, body: bytes };
          const [sent, again] = await bothWays(request, shellName);
          expect(again).toEqual(sent);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });
});
