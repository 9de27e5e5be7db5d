import { describe, expect, test } from 'vitest';

import { displayName, placeFile, specAddress } from '../../../src/spec/files/spec-address.ts';

const root = specAddress('api/openapi.yaml', '/home/ann');

describe('the file part of a place', () => {
  test.each([
    ['file:///home/ann/api/openapi.yaml', 'openapi.yaml'],
    ['file:///home/ann/api/parts/a.yaml', 'parts/a.yaml'],
    ['file:///home/ann/shared/a%20b.yaml', '../shared/a b.yaml'],
    ['file:///home/ann/api/a%23b.yaml', 'a%23b.yaml'],
    ['file:///etc/hostname', '/etc/hostname'],
    ['file:///a%2Fb.yaml', 'file:///a%2Fb.yaml'],
    ['https://a.example/b.yaml', 'https://a.example/b.yaml'],
  ])('%s is %s', (url, name) => {
    expect(placeFile(url, root)).toBe(name);
  });
});

test('what is shown is a path from the current folder, or the URL', () => {
  expect(displayName('file:///home/ann/api/openapi.yaml', '/home/ann')).toBe('api/openapi.yaml');
  expect(displayName('file:///home/api.yaml', '/home/ann')).toBe('../api.yaml');
  expect(displayName('https://a.example/b.yaml', '/home/ann')).toBe('https://a.example/b.yaml');
});

test('a path with characters that mean something in URLs is still a path', () => {
  const { url } = specAddress('a #1?.yaml', '/home/ann');

  expect(url.href).toBe('file:///home/ann/a%20%231%3F.yaml');
});

test('a URL loses its fragment and its credentials', () => {
  const address = specAddress('https://ann:pw@a.example/b.yaml#/paths', '/');

  expect(address.url.href).toBe('https://a.example/b.yaml');
  expect(address.source).toBe('https://a.example/b.yaml');
  expect(address.authorization).toBe(`Basic ${Buffer.from('ann:pw').toString('base64')}`);
});
