/** Credentials belong to a target: nothing of the configuration's goes to a target from elsewhere. */
import { describe, expect, test } from 'vitest';
import { resolveConfig, type Overrides } from '../../src/config/resolve-config.ts';
import type { Target } from '../../src/config/resolve-target.ts';

const OWN = { kind: 'bearer', token: 'own' } as const;
const GIVEN = { kind: 'basic', user: 'given', password: 'p' } as const;
const FROM_ENVIRONMENT = { kind: 'authorization', value: 'Bearer environment' } as const;

const CONFIG = {
  spec: 'a.yaml',
  identities: { me: { bearer: 'own' } },
  headers: { 'X-Key': 'own' },
  target: {
    baseUrl: 'https://own.test/api',
    identities: { admin: { bearer: 'admin' } },
    values: { ShowPet: { petId: 1 } },
  },
};

const targetOf = (user: object, overrides: Overrides = {}): Target =>
  resolveConfig(user, {}, overrides).target;

describe('the configuration’s own target', () => {
  test('gets its identities, headers and values', () => {
    expect(targetOf(CONFIG)).toEqual({
      kind: 'url',
      baseUrl: 'https://own.test/api',
      identities: { me: OWN, admin: { kind: 'bearer', token: 'admin' } },
      fallback: undefined,
      headers: [['X-Key', 'own']],
      values: { ShowPet: { petId: 1 } },
      checks: {},
      isConfigured: true,
      withheld: [],
    });
  });

  test.each(['https://own.test/api', 'https://own.test/api/', 'https://OWN.test:443/api'])(
    'is known again when --base-url names it as %s',
    (baseUrl) => {
      expect(targetOf(CONFIG, { baseUrl }).isConfigured).toBe(true);
    },
  );

  test('takes --auth as its default identity, beside the others', () => {
    expect(targetOf(CONFIG, { credential: GIVEN }).identities).toEqual({
      me: OWN,
      admin: { kind: 'bearer', token: 'admin' },
      default: GIVEN,
    });
  });

  test('a header given replaces the configuration’s of the same name', () => {
    const headers = [['x-key', 'given'] as const];

    expect(targetOf(CONFIG, { headers }).headers).toEqual(headers);
  });

  test('`default` comes first, whatever the order written', () => {
    const identities = { a: { bearer: 'a' }, default: { authorization: 'own' } };

    expect(Object.keys(targetOf({ spec: 'a', identities }).identities)).toEqual(['default', 'a']);
  });
});

describe('a target from elsewhere', () => {
  test.each([
    'https://other.test/api',
    'http://own.test/api',
    'https://own.test:8443/api',
    'https://own.test/other',
    'https://own.test.evil.test/api',
    'https://own.test@evil.test/api',
    'nonsense',
  ])('%s gets nothing of it', (baseUrl) => {
    const target = targetOf(CONFIG, { baseUrl });

    expect(target).toEqual({
      kind: 'url',
      baseUrl,
      identities: {},
      fallback: undefined,
      headers: [],
      values: {},
      checks: {},
      isConfigured: false,
      withheld: ['me', 'admin'],
    });
  });

  test('is told of nothing that was kept from it where other credentials were given', () => {
    const given = { baseUrl: 'https://other.test', credential: GIVEN };

    expect(targetOf(CONFIG, given).withheld).toEqual([]);
  });

  test('gets what was given along with it', () => {
    const target = targetOf(CONFIG, {
      baseUrl: 'https://other.test',
      credential: GIVEN,
      environmentCredential: FROM_ENVIRONMENT,
      headers: [['X-Trace', '1']],
    });

    expect(target.identities).toEqual({ default: GIVEN });
    expect(target.fallback).toEqual(FROM_ENVIRONMENT);
    expect(target.headers).toEqual([['X-Trace', '1']]);
  });

  test('is any URL, where the configuration starts its target', () => {
    const start = () => ({ url: 'http://127.0.0.1:1' });

    const user = { ...CONFIG, target: { start } };
    const { kind, identities } = targetOf(user, { baseUrl: 'http://127.0.0.1:1' });

    expect({ kind, identities }).toEqual({ kind: 'url', identities: {} });
    expect(targetOf(user).kind).toBe('start');
  });

  test('is the first server of another description than the configuration’s', () => {
    const user = { spec: 'a.yaml', identities: { me: { bearer: 'own' } } };

    expect(targetOf(user, { spec: 'b.yaml' }).identities).toEqual({});
    expect(targetOf(user, { spec: './a.yaml' }).identities).toEqual({ me: OWN });
    expect(targetOf(user).identities).toEqual({ me: OWN });
  });
});
