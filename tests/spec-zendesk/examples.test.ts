/**
 * The examples: each validates where it stands, every body has a small and a full one, and every
 * answer with content has at least one.
 */
import { expect, test } from 'vitest';
import {
  loadDescription,
  nameOf,
  type JsonObject,
  type MediaTypeObject,
  type Part,
} from './description.ts';

const description = loadDescription();

interface Sample {
  readonly title: string;
  readonly schema: JsonObject;
  readonly file: string;
  readonly value: unknown;
}

/** Each media type of the description once, under the file that it stands in. */
const requestMedia = new Map<string, Part<MediaTypeObject>>();
const answerMedia = new Map<string, Part<MediaTypeObject>>();
for (const { id, file, requestBody, responses } of description.operations) {
  for (const [type, value] of Object.entries(requestBody?.content ?? {})) {
    requestMedia.set(`${id} ${type}`, { value, file });
  }
  for (const [status, { value, file: at }] of responses) {
    for (const [type, media] of Object.entries(value.content ?? {})) {
      answerMedia.set(`${status} ${nameOf(at)} ${type}`, { value: media, file: at });
    }
  }
}

function samplesOf(media: ReadonlyMap<string, Part<MediaTypeObject>>): readonly Sample[] {
  return [...media].flatMap(([title, { value, file }]) =>
    Object.entries(value.examples ?? {}).map(([name, given]) => {
      const example = description.follow<{ summary: string; value: unknown }>({
        value: given,
        file,
      });
      return {
        title: `${title} ${name}`,
        schema: value.schema ?? {},
        file,
        value: example.value.value,
      };
    }),
  );
}

const samples = [...samplesOf(requestMedia), ...samplesOf(answerMedia)];

test.each(samples.map((sample) => [sample.title, sample] as const))('%s is valid', (_, sample) => {
  expect(description.errorsOf(sample.schema, sample.file, sample.value)).toEqual([]);
});

test.each([...requestMedia])('the body of %s has a minimal and a full example', (_, { value }) => {
  expect(Object.keys(value.examples ?? {}).slice(0, 2)).toEqual(['minimal', 'full']);
});

test('every answer with content has an example', () => {
  const without = [...answerMedia].filter(
    ([, { value }]) => Object.keys(value.examples ?? {}).length === 0,
  );

  expect(answerMedia.size).toBeGreaterThan(50);
  expect(without.map(([title]) => title)).toEqual([]);
});

test('a full example says more than the minimal one, or the same in another form', () => {
  const same = [...requestMedia].filter(([title]) => {
    const [minimal, full] = ['minimal', 'full'].map((name) =>
      JSON.stringify(samples.find((sample) => sample.title === `${title} ${name}`)?.value),
    );
    return minimal === full;
  });

  expect(same.map(([title]) => title)).toEqual([]);
});

test('only answers that nobody has recorded go without a schema', () => {
  const loose = [...answerMedia].filter(([, { value }]) => value.schema === undefined);

  expect(loose.map(([title]) => title).sort()).toEqual([
    '200 responses/comment-made-private.yaml */*',
    '200 responses/ticket-displayed.yaml */*',
    '200 responses/ticket-marked-as-spam.yaml */*',
    '201 responses/ticket-created-from-tweet.yaml */*',
  ]);
});
