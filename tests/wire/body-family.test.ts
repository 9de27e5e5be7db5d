import { expect, test } from 'vitest';
import { bodyFamily, canWriteBody } from '../../src/wire/body-family.ts';

test.each([
  ['application/json; charset=utf-8', 'json'],
  ['application/merge-patch+json', 'json'],
  ['application/x-www-form-urlencoded', 'form'],
  ['multipart/form-data', 'multipart'],
  ['text/plain', 'text'],
  ['application/octet-stream', 'text'],
  ['image/png', 'text'],
])('%s goes through the codec %s', (mediaType, family) => {
  expect(bodyFamily(mediaType)).toBe(family);
  expect(canWriteBody(mediaType)).toBe(true);
});

test.each(['application/xml', 'text/xml', 'application/atom+xml', 'json', ''])(
  '%j has no codec',
  (mediaType) => {
    expect(canWriteBody(mediaType)).toBe(false);
  },
);
