import { describe, expect, test } from 'vitest';
import { errorLeaks } from '../../src/checks/error-leaks.ts';
import type { PreparedRequest } from '../../src/wire/request.ts';
import { judged, respondingWith } from './judged.ts';

const api = await respondingWith("'200': { description: D }");
const TEXT = [['Content-Type', 'text/plain']] as const;

function leakIn(body: unknown, request: Partial<PreparedRequest> = {}): string | undefined {
  const headers = typeof body === 'string' ? { headers: TEXT } : {};
  const verdict = judged(errorLeaks, { api, status: 400, body, request, ...headers });
  return verdict.kind === 'fail' ? verdict.findings[0].keyword : undefined;
}

describe('accepts', () => {
  test.each([
    'limit must be at most 100',
    'at least one of a, b is needed (see section 3:4:5)',
    'Select one item from the list where you live',
    'No route for /app/users/5',
    'See https://example.com/app/docs/errors.html and https://api.test/var/www/x.html',
    'Warning: the query is deprecated',
    'File "report.pdf" could not be read',
    'The Exception was logged with id 5',
    'Thread 12 is closed',
  ])('%s', (message) => {
    expect(leakIn({ error: { message } })).toBeUndefined();
  });

  test('what the request itself said, in its path, its body or a header', () => {
    const leak = 'SQLSTATE[42000]';
    const message = { message: `There is no ${leak}` };
    expect(leakIn(message, { target: `/a?q=${encodeURIComponent(leak)}` })).toBeUndefined();
    expect(leakIn(message, { body: Buffer.from(JSON.stringify({ q: leak })) })).toBeUndefined();
    expect(leakIn(message, { headers: [['X-Q', leak]] })).toBeUndefined();
    expect(
      leakIn(
        { message: 'C:\\a\\b\\c.txt' },
        { body: Buffer.from('{"q":"C:\\\\a\\\\b\\\\c.txt"}') },
      ),
    ).toBeUndefined();
    expect(leakIn(message)).toBe('SQL or a database error');
  });

  test('an answer that is no error', () => {
    const body = { text: 'Traceback (most recent call last)' };
    expect(judged(errorLeaks, { api, status: 200, body }).kind).toBe('skipped');
  });

  test('an error without words', () => {
    expect(judged(errorLeaks, { api, status: 400 }).kind).toBe('skipped');
    expect(judged(errorLeaks, { api, status: 400, body: Uint8Array.of(0xff, 0xfe) }).kind).toBe(
      'skipped',
    );
  });
});

describe('rejects', () => {
  test.each([
    ['a Node.js stack trace', 'Error: x\n    at Object.run (/srv/x/app.js:10:5)'],
    ['a Node.js stack trace', 'Error: x\n    at async file:///srv/x/app.mjs:10:5'],
    ['a Node.js stack trace', 'TypeError: x\n    at node:internal/process:77:11'],
    ['a Python stack trace', 'Traceback (most recent call last):\n  File "x.py", line 3'],
    ['a Python stack trace', 'sqlalchemy.exc.IntegrityError'],
    ['a Java stack trace', 'at com.shop.Cart.add(Cart.java:42)'],
    ['a Java stack trace', 'java.lang.NullPointerException'],
    ['a .NET stack trace', 'at Shop.Cart.Add(Int32 id) in C:\\src\\Cart.cs:line 42'],
    ['a .NET stack trace', 'System.NullReferenceException: Object reference not set'],
    ['a Ruby stack trace', "app/models/cart.rb:42:in `add'"],
    ['a PHP stack trace', 'Fatal error: Uncaught Error in /srv/www/cart.php on line 42'],
    ['a PHP stack trace', '#0 /srv/www/index.php(12): Cart->add()'],
    ['a Go stack trace', 'goroutine 17 [running]:\nmain.main()'],
    ['a Go stack trace', 'runtime error: index out of range [5] with length 3'],
    ['a Rust panic', "thread 'main' panicked at src/main.rs:4:5"],
    ['SQL or a database error', 'SQLSTATE[23505]: Unique violation'],
    ['SQL or a database error', 'SELECT id, name FROM carts WHERE id = 5'],
    ['SQL or a database error', 'UNIQUE constraint failed: carts.id'],
    ['SQL or a database error', 'ORA-00942: table or view does not exist'],
    ['a path of the server', 'could not open /var/lib/shop/carts.db'],
    ['a path of the server', 'could not open C:\\inetpub\\shop\\carts.db'],
    ['a path of the server', 'in "/app/main.py"'],
  ])('%s: %s', (what, message) => {
    expect(leakIn({ detail: { message } })).toBe(what);
    expect(leakIn(`<pre>${message}</pre>`)).toBe(what);
  });

  test('a stack that is a list of frames', () => {
    expect(leakIn({ stack: ['Error: x', 'at run (/srv/x/app.js:10:5)'] })).toBe(
      'a Node.js stack trace',
    );
  });

  test('what was found, cut short', () => {
    const body = { message: `/var/lib/${'x'.repeat(90)}/${'y'.repeat(105)}.db` };
    const verdict = judged(errorLeaks, { api, status: 400, body });
    expect(verdict).toMatchObject({
      kind: 'fail',
      findings: [{ title: 'The error answer shows a path of the server' }],
    });
    expect(verdict.kind === 'fail' && String(verdict.findings[0].actual).length).toBe(200);
  });
});

test('a hostile answer costs no time', () => {
  const started = performance.now();
  for (const text of ['at (', 'SELECT ', '/var/a', 'C:\\a', 'a.b', '#1 /', ' at /x:1']) {
    leakIn(text.repeat(100_000 / text.length));
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
