/** A missing header is told once: by response-headers where the description requires it. */
import { expect, test } from 'vitest';
import { demandsHeader } from '../../src/checks/demands-header.ts';
import { anExchange, respondingWith } from './judged.ts';

const api = await respondingWith(`
'401':
  description: D
  headers:
    WWW-Authenticate: { required: true, schema: { type: string } }
    Retry-After: { schema: { type: string } }
'403': { description: D }`);

function demands(name: string, status: number): boolean {
  const exchange = anExchange({ api, status });
  if (exchange.outcome.kind !== 'answer') throw new Error('no answer');
  return demandsHeader(name, exchange.outcome, exchange, { refusals: {} });
}

test('a header that the answer’s response requires is demanded, in whatever case it is written', () => {
  expect(demands('www-authenticate', 401)).toBe(true);
  expect(demands('WWW-Authenticate', 401)).toBe(true);
});

test('one that may be left out is not', () => {
  expect(demands('Retry-After', 401)).toBe(false);
});

test('nor is one that another response requires, or none does', () => {
  expect(demands('WWW-Authenticate', 403)).toBe(false);
  expect(demands('WWW-Authenticate', 500)).toBe(false);
  expect(demands('Allow', 401)).toBe(false);
});
