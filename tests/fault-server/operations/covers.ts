/** Covers: images sent as forms of parts, given back as they came. */
import { asText } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import { makeCover } from '../library/make.ts';
import { coverView } from '../library/present.ts';
import { known, record, type RecordShape } from '../rules/collection.ts';
import { whole } from '../rules/number.ts';
import { anything } from '../rules/rule.ts';
import { oneOf, text } from '../rules/text.ts';
import { withBook } from './books.ts';
import { BOTH, JSON_TYPE, jsonReply, type Operation } from './operation.ts';
import { bookId, shelfId } from './parameters.ts';

const place = whole({ min: 0, max: 10_000 });
const extent = whole({ min: 1, max: 10_000 });

const NEW_COVER: RecordShape = {
  required: ['image', 'caption'],
  members: {
    image: anything,
    caption: text({ min: 1, max: 80 }),
    dpi: whole({ min: 72, max: 1200 }),
    side: oneOf('front', 'back', 'spine'),
    crop: record({
      required: ['x', 'y', 'width', 'height'],
      members: { x: place, y: place, width: extent, height: extent },
      others: 'none',
    }),
  },
};

/** What is told of a cover again: all but the image. */
const TOLD: RecordShape = {
  members: Object.fromEntries(
    Object.entries(NEW_COVER.members).filter(([name]) => name !== 'image'),
  ),
};

const uploadCover: Operation = {
  id: 'uploadCover',
  method: 'POST',
  path: '/shelves/{shelfId}/books/{bookId}/covers',
  asks: BOTH,
  parameters: [shelfId, bookId],
  body: {
    kind: 'multipart',
    fields: { image: 'file', caption: 'text', dpi: 'number', side: 'text', crop: 'json' },
    rule: record(NEW_COVER),
  },
  offers: [JSON_TYPE],
  handle: (call) =>
    withBook(call, ({ id }) => {
      const told = known(call.body, TOLD);
      const image = call.files.get('image') ?? Buffer.alloc(0);
      const cover = makeCover(call.library, { bookId: id, image, told });
      return jsonReply(201, coverView(cover), [['Location', `/covers/${cover.id}`]]);
    }),
};

const getCover: Operation = {
  id: 'getCover',
  method: 'GET',
  path: '/covers/{coverId}',
  asks: BOTH,
  parameters: [
    { name: 'coverId', in: 'path', reads: 'text', rule: text({ pattern: /^c[0-9]{1,8}$/ }) },
  ],
  offers: ['application/octet-stream'],
  handle: ({ library, given }) => {
    const cover = library.covers.get(asText(given['coverId']));
    if (cover === undefined) return problem(404);
    const headers = [
      ['Content-Type', 'application/octet-stream'],
      ['Cache-Control', 'max-age=3600'],
    ] as const;
    return { kind: 'reply', status: 200, headers, body: cover.image };
  },
};

export const COVER_OPERATIONS: readonly Operation[] = [uploadCover, getCover];
