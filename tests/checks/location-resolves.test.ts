import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/cases/intent.ts';
import { locationResolves, locationToFollow } from '../../src/checks/location-resolves.ts';
import type { HeaderField } from '../../src/wire/request.ts';
import { anExchange, judged, respondingWith, VALID } from './judged.ts';

const api = await respondingWith("'201': { description: D }");
const intent: Intent = { kind: 'follow-location', location: '/a/1' };

describe('accepts', () => {
  test.each([200, 204, 301, 304])('status %i', (status) => {
    expect(judged(locationResolves, { api, intent, status })).toEqual({ kind: 'pass' });
  });

  test.each([401, 403, 405, 406, 429])('status %i, which may hide what is there', (status) => {
    expect(judged(locationResolves, { api, intent, status }).kind).toBe('skipped');
  });

  test('any other request is none of its business', () => {
    expect(locationResolves.appliesTo(VALID)).toBe(false);
  });
});

describe('rejects', () => {
  test.each([404, 410])('status %i', (status) => {
    expect(judged(locationResolves, { api, intent, status })).toEqual({
      kind: 'fail',
      findings: [
        {
          title: 'Location /a/1 leads nowhere',
          detail: `a answered 201 with it, and a GET of it was answered with ${String(status)}.`,
          at: 'header:Location',
          place: 'openapi.yaml#/paths/~1a/get/responses/201',
          keyword: 'location',
          expected: 'a status below 400',
          actual: status,
        },
      ],
    });
  });
});

describe('the location to follow', () => {
  const BASE = 'http://api.test:8080/v1/';
  const follow = (headers: readonly HeaderField[], status = 201): string | undefined =>
    locationToFollow(anExchange({ api, status, headers, request: { target: '/things' } }), BASE);

  test.each([
    ['http://api.test:8080/v1/things/1?x=%20y', '/things/1?x=%20y'],
    ['/v1/things/1#part', '/things/1'],
    ['things/1', '/things/1'],
    ['/v1', '/'],
  ])('%s is below the base URL', (location, target) => {
    expect(follow([['location', location]])).toBe(target);
  });

  test.each([
    'http://elsewhere.test/v1/things/1',
    'https://api.test:8080/v1/things/1',
    'http://api.test/v1/things/1',
    '/v10/things/1',
    '/things/1',
    'http://[bad',
  ])('%s is not followed', (location) => {
    expect(follow([['Location', location]])).toBeUndefined();
  });

  test.each([200, 202, 301])('a Location beside status %i is not followed', (status) => {
    expect(follow([['Location', '/v1/things/1']], status)).toBeUndefined();
  });

  test('two Locations are not followed, nor is none', () => {
    expect(
      follow([
        ['Location', '/v1/a'],
        ['Location', '/v1/b'],
      ]),
    ).toBeUndefined();
    expect(follow([])).toBeUndefined();
  });

  test('nothing is followed where no answer came', () => {
    const outcome = { kind: 'fault', fault: 'reset', message: '' } as const;
    expect(locationToFollow(anExchange({ api, outcome }), BASE)).toBeUndefined();
  });
});
