import { expect, test } from 'vitest';
import { bodyFamily, hasCodec } from '../../src/wire/body-family.ts';
import { aMediaType } from './an-operation.ts';
import { BY_DEFAULT } from './arbitrary-form.ts';

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
  expect(hasCodec(aMediaType(mediaType))).toBe(true);
});

test.each(['application/xml', 'text/xml', 'application/atom+xml', 'json', ''])(
  '%j has no codec',
  (mediaType) => {
    expect(hasCodec(aMediaType(mediaType))).toBe(false);
  },
);

test.each([
  ['application/xml', false],
  ['text/xml, application/json', false],
  ['application/json, text/xml', true],
  ['image/png', true],
])('a form with a part of %j has a codec: %s', (contentType, expected) => {
  const encoding = { a: BY_DEFAULT, b: { ...BY_DEFAULT, contentType } };

  expect(hasCodec(aMediaType('multipart/form-data', {}, encoding))).toBe(expected);
});
