/** In which ways an operation is asked with what must be refused, and what goes out for each. */
import { expect, test } from 'vitest';
import type { Credential } from '../../src/transport/credential.ts';
import { wrongCredentials, wrongWays } from '../../src/transport/wrong-credentials.ts';
import type { Api } from '../../src/spec/api.ts';
import { anOperation } from '../wire/an-operation.ts';

const place = 'test.yaml#';
const securitySchemes = {
  basic: { kind: 'http', scheme: 'basic', place },
  token: { kind: 'http', scheme: 'bearer', place },
  key: { kind: 'apiKey', in: 'header', name: 'X-Key', place },
  digest: { kind: 'http', scheme: 'digest', place },
  mutual: { kind: 'mutualTLS', place },
  raw: { kind: 'apiKey', in: 'header', name: 'Authorization', place },
} as unknown as Api['securitySchemes'];

const BASIC: Credential = { kind: 'basic', user: 'ada', password: 'right' };
const TOKEN: Credential = { kind: 'bearer', token: 'right' };

function asks(...names: readonly string[]) {
  return anOperation({ security: names.map((name) => ({ [name]: [] })) });
}

test('a user with a secret can be wrong in four ways, a token in fewer', () => {
  const ways = (name: string, own: Credential): readonly string[] =>
    wrongWays(asks(name), [own], { securitySchemes, known: [own] });

  expect(ways('basic', BASIC)).toEqual(['none', 'wrong', 'other secret', 'other scheme']);
  expect(ways('token', TOKEN)).not.toContain('other secret');
});

test('what is asked with nothing cannot be asked wrongly', () => {
  expect(wrongWays(asks('basic'), [], { securitySchemes, known: [TOKEN] })).toEqual([]);
});

test('another way in is tried with what nobody was given, where it can be written', () => {
  const operation = asks('basic', 'token', 'key', 'digest', 'mutual');
  const all = { securitySchemes, known: [BASIC, TOKEN] };

  const ways = wrongWays(operation, [BASIC], all);

  expect(ways.filter((way) => way.startsWith('wrong by '))).toEqual([
    'wrong by token',
    'wrong by key',
  ]);
  const [token] = wrongCredentials(operation, [BASIC], 'wrong by token', all);
  expect(token).toMatchObject({ kind: 'bearer' });
  expect(token).not.toEqual(TOKEN);
  expect(wrongCredentials(operation, [BASIC], 'wrong by key', all)).toMatchObject([
    { kind: 'apiKey', in: 'header', name: 'X-Key' },
  ]);
});

test('a scheme that only goes with another is no way in of its own', () => {
  const together = anOperation({ security: [{ basic: [] }, { token: [], key: [] }] });

  const ways = wrongWays(together, [BASIC], { securitySchemes, known: [BASIC] });

  expect(ways.filter((way) => way.startsWith('wrong by '))).toEqual([]);
});

test('who is known by a scheme that the operation does not list is sent in place of its own', () => {
  const all = { securitySchemes, known: [BASIC, TOKEN] };

  expect(wrongWays(asks('basic'), [BASIC], all)).toContain('other identity');
  expect(wrongCredentials(asks('basic'), [BASIC], 'other identity', all)).toEqual([TOKEN]);
});

test.each([
  ['it lists both', ['basic', 'token']],
  ['one of its schemes is not understood', ['basic', 'mutual']],
  ['one of its schemes is described nowhere', ['basic', 'nowhere']],
  ['a key in the same header may be that very token', ['basic', 'raw']],
  ['its own are not known', ['key']],
] as const)('nobody is a stranger where %s', (_why, names) => {
  const all = { securitySchemes, known: [BASIC, TOKEN] };

  expect(wrongWays(asks(...names), [BASIC], all)).not.toContain('other identity');
});

test('without a credential nothing is sent; with another secret the user stays', () => {
  const all = { securitySchemes, known: [BASIC] };

  expect(wrongCredentials(asks('basic'), [BASIC], 'none', all)).toEqual([]);
  const [other] = wrongCredentials(asks('basic'), [BASIC], 'other secret', all);
  expect(other).toMatchObject({ kind: 'basic', user: 'ada' });
  expect(other).not.toEqual(BASIC);
});
