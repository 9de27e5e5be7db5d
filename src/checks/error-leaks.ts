/**
 * A refusal tells the client what it did, not what the server is made of: stack traces, SQL and
 * file paths of eight ecosystems. Only what a client did not send counts.
 */
import type { AnswerBody } from './answer-body.ts';
import { judgeAnswerOf } from './answer-check.ts';
import type { Check } from './check.ts';
import { fail, PASS, skipped } from './verdict.ts';

export const errorLeaks: Check = {
  code: 'A308',
  name: 'error-leaks',
  summary: 'An error answer shows no stack trace, no SQL and no path of the server.',
  source: 'OWASP API Security Top 10 2023, API8; CWE-209',
  defaultSeverity: 'medium',
  appliesTo: () => true,
  judge: judgeAnswerOf(({ status }, { case: { operation }, request }, { body }) => {
    if (status < 400) return skipped('no error');
    const text = textOf(body);
    if (text === '') return skipped('no text');
    const leak = LEAKS.map(({ what, pattern }) => ({ what, found: pattern.exec(text)?.[0] })).find(
      ({ found }) => found !== undefined && !isEcho(found, request),
    );
    if (leak?.found === undefined) return PASS;
    return fail({
      title: `The error answer shows ${leak.what}`,
      detail: '',
      at: '',
      place: operation.place,
      keyword: leak.what,
      expected: 'an error that says nothing of the server',
      actual: leak.found.slice(0, 200),
    });
  }),
};

const LEAKS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: 'a Node.js stack trace',
    pattern: /\n?\s+at .{0,200}\((?:node:|file:|\/|[A-Z]:\\).{1,200}:\d+:\d+\)/,
  },
  {
    what: 'a Python stack trace',
    pattern: /Traceback \(most recent call last\)|File "[^"\n]{1,200}\.py", line \d+/,
  },
  {
    what: 'a Java stack trace',
    pattern:
      /\bat [\w$.]+\.[\w$<>]+\([\w$]+\.(?:java|kt|scala):\d+\)|\bat [\w$.]+\((?:Native Method|Unknown Source)\)/,
  },
  {
    what: 'a .NET stack trace',
    pattern: /\bat [\w.<>`]+\([^)\n]{0,200}\) in [A-Z]?:?[\\/].{1,200}\.(?:cs|vb|fs):line \d+/,
  },
  { what: 'a Ruby stack trace', pattern: /[\w/.-]+\.rb:\d+:in [`'][^'\n]{1,100}'/ },
  {
    what: 'a PHP stack trace',
    pattern:
      /(?:PHP )?(?:Fatal error|Warning|Notice|Parse error):.{1,300} in \/.{1,200}\.php(?: on line |:)\d+|#\d+ \/.{1,200}\.php\(\d+\)/,
  },
  { what: 'a Go stack trace', pattern: /goroutine \d+ \[[^\]\n]{1,50}\]:|\n\t\/.{1,200}\.go:\d+/ },
  { what: 'a Rust panic', pattern: /thread '[^'\n]{1,50}' panicked at|stack backtrace:\n/ },
  {
    what: 'SQL or a database error',
    pattern:
      /SQLSTATE\[\w+\]|ORA-\d{5}:|You have an error in your SQL syntax|syntax error at or near "|SQLITE_ERROR|PG::\w+Error|(?:SELECT .{1,200} FROM|INSERT INTO|UPDATE .{1,100} SET) .{1,300}(?:WHERE|VALUES|LIMIT)/,
  },
  {
    what: 'a path of the server',
    pattern:
      /(?:\/(?:home|usr|var|opt|srv|app|root)\/[\w.-]+\/[\w./-]{1,200}\.\w{1,6}\b)|(?:[A-Z]:\\\\?(?:[\w .-]+\\\\?){2,})/,
  },
];

function textOf(body: AnswerBody): string {
  switch (body.kind) {
    case 'json':
      return stringsIn(body.value).join('\n');
    case 'text':
    case 'unparsable':
      return body.text;
    case 'none':
    case 'bytes':
      return '';
    default:
      return body satisfies never;
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** What the request itself said is no secret of the server's. */
function isEcho(
  found: string,
  { target, body }: { readonly target: string; readonly body: Uint8Array | undefined },
): boolean {
  const sent = `${target}\n${body === undefined ? '' : Buffer.from(body).toString('utf8')}`;
  return sent.includes(found) || safeDecoded(target).includes(found);
}

function safeDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
