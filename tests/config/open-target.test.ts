/** Making a target ready: started or found, with the credentials and values that hold for it. */
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { openTarget, type OpenTarget } from '../../src/config/open-target.ts';
import { resolveConfig, type Overrides } from '../../src/config/resolve-config.ts';

interface Described {
  readonly servers: readonly string[];
  readonly source: string;
}

const API: Described = { servers: ['https://described.test/v1'], source: 'a.yaml' };

function open(user: object, overrides: Overrides = {}, api = API): Promise<OpenTarget> {
  return openTarget(resolveConfig({ spec: 'a.yaml', ...user }, {}, overrides), api);
}

async function mistake(user: object, api = API): Promise<string> {
  const error = await open(user, {}, api).catch((thrown: unknown) => thrown);
  return error instanceof ConfigError ? error.message : 'no mistake';
}

describe('where it is', () => {
  test('the first server of the description, where nothing else is said', async () => {
    expect((await open({})).baseUrl).toBe('https://described.test/v1');
  });

  test('a relative server is meant from where the description was read', async () => {
    const api = { servers: ['/v1'], source: 'https://docs.test/spec/a.yaml' };

    expect((await open({}, {}, api)).baseUrl).toBe('https://docs.test/v1');
  });

  test.each([[['/v1']], [[]]])('servers %j of a file are no address', async (servers) => {
    expect(await mistake({}, { servers, source: 'a.yaml' })).toBe(
      'a.yaml names no server with a whole URL.',
    );
  });

  test('what start says, and close closes it', async () => {
    let closed = 0;
    const start = async () =>
      Promise.resolve({ url: 'http://127.0.0.1:5', close: () => (closed += 1) });

    const target = await open({ target: { start } });
    await target.close();

    expect(target.baseUrl).toBe('http://127.0.0.1:5');
    expect(closed).toBe(1);
  });
});

describe('what it may be told', () => {
  const started = {
    url: 'http://127.0.0.1:5',
    identities: { agent: { bearer: 'started' } },
    values: { ShowPet: { petId: [1, 2] } },
  };

  test('a started target brings its identities and values; those of the configuration go over them', async () => {
    const target = await open({
      target: { start: () => started, values: { ShowPet: { petId: 3 } } },
      values: { ShowPet: { petId: 9, lang: 'de' }, ListPets: { limit: 1 } },
    });

    expect(target.identities).toEqual({ agent: { kind: 'bearer', token: 'started' } });
    expect(target.values).toEqual({
      ShowPet: { petId: [1, 2], lang: ['de'] },
      ListPets: { limit: [1] },
    });
  });

  test('the environment’s credential is used only where there is no other', async () => {
    const environmentCredential = { kind: 'authorization', value: 'x' } as const;

    const own = await open({ target: { start: () => started } }, { environmentCredential });
    const none = await open({}, { environmentCredential });

    expect(own.identities).toEqual({ agent: { kind: 'bearer', token: 'started' } });
    expect(none.identities).toEqual({ default: environmentCredential });
  });

  test('--auth is the default beside those of a started target', async () => {
    const credential = { kind: 'bearer', token: 'given' } as const;

    const target = await open({ target: { start: () => started } }, { credential });

    expect(Object.entries(target.identities)).toEqual([
      ['default', credential],
      ['agent', { kind: 'bearer', token: 'started' }],
    ]);
  });

  test('`as` names identities; a name that is none is a mistake on the own target', async () => {
    const start = () => started;

    expect((await open({ target: { start }, as: { ShowPet: 'agent' } })).identityOf).toEqual({
      ShowPet: 'agent',
    });
    expect(await mistake({ target: { start }, as: { ShowPet: 'agnet' } })).toBe(
      'as.ShowPet: there is no identity "agnet".',
    );
  });

  test('on a target from elsewhere `as` falls back to the default', async () => {
    const target = await open(
      { identities: { me: { bearer: 'own' } }, as: { ShowPet: 'me' } },
      { baseUrl: 'https://other.test' },
    );

    expect(target.identityOf).toEqual({});
    expect(target.identities).toEqual({});
  });
});

describe('a target that does not start', () => {
  test.each([
    [() => ({}), 'target.start() gave a wrong member. url: expected it to be there.'],
    [() => undefined, 'target.start() gave no object.'],
    [
      () => {
        throw new Error('port taken');
      },
      'target.start() failed: port taken',
    ],
    [() => Promise.reject(new Error('no database')), 'target.start() failed: no database'],
  ])('%s', async (start, message) => {
    expect(await mistake({ target: { start } })).toBe(message);
  });

  test('is closed again when something else is wrong', async () => {
    let closed = 0;
    const start = () => ({ url: 'http://127.0.0.1:5', close: () => (closed += 1) });

    await mistake({ target: { start }, as: { ShowPet: 'nobody' } });

    expect(closed).toBe(1);
  });
});
