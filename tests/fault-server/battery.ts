/**
 * A fixed list of requests, each aimed at one operation: plain, on its bounds, nasty, later ones of
 * the same, probes and invalid ones. Every fault and oddity must show on one of them.
 */
import { writeJson, type Json } from './http/json.ts';
import { EMPTY, type HeaderField, type Request } from './http/message.ts';
import { CREDENTIALS, DESK_HEADER } from './server/credentials.ts';

export interface Shot {
  readonly operation: string;
  readonly request: Request;
  /** What the description promises for it. */
  readonly deserves: 'accepted' | 'refused' | 'probe';
}

const AUTH: readonly HeaderField[] = [
  ['Authorization', `Bearer ${CREDENTIALS.readerToken}`],
  [DESK_HEADER, CREDENTIALS.deskKey],
];

interface Aim {
  readonly headers?: readonly HeaderField[];
  readonly json?: Json;
  readonly form?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly raw?: string;
  readonly deserves?: Shot['deserves'];
  readonly anonymous?: true;
}

function shot(operation: string, line: string, aim: Aim = {}): Shot {
  const [method = '', target = ''] = line.split(' ');
  const { headers = [], deserves = 'accepted', anonymous } = aim;
  const content = contentOf(aim);
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const typed = content.type === '' || named.has('content-type') ? [] : [typeField(content.type)];
  return {
    operation,
    deserves,
    request: {
      kind: 'request',
      method,
      target,
      headers: [...(anonymous === true ? [] : AUTH), ...typed, ...headers],
      body: content.body,
    },
  };
}

function typeField(type: string): HeaderField {
  return ['Content-Type', type];
}

function contentOf({ json, form, parts, raw }: Aim): {
  readonly type: string;
  readonly body: Buffer;
} {
  if (json !== undefined) return { type: 'application/json', body: Buffer.from(writeJson(json)) };
  if (raw !== undefined) return { type: 'application/json', body: Buffer.from(raw) };
  if (form !== undefined)
    return { type: 'application/x-www-form-urlencoded', body: Buffer.from(form) };
  if (parts === undefined) return { type: '', body: EMPTY };
  const written = Object.entries(parts).map(([name, value]) => {
    const file = name === 'image' ? '; filename="cover.bin"' : '';
    return `--cut\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
  });
  return {
    type: 'multipart/form-data; boundary=cut',
    body: Buffer.from(`${written.join('')}--cut--\r\n`),
  };
}

const shelf = { label: 'Atlases', floor: 2, kind: 'reference' };
const print = {
  medium: 'print',
  title: 'The Lamplighter',
  author: 'R. Vance',
  genres: ['fiction'],
  pages: 212,
  binding: 'soft',
};
const audio = {
  medium: 'audio',
  title: 'Night Ferry',
  author: 'M. Okoro',
  genres: ['crime'],
  minutes: 540,
};
const ebook = {
  medium: 'ebook',
  title: 'Bread at Home',
  author: 'L. Duarte',
  genres: ['cooking'],
  fileFormat: 'epub',
};
const loan = { bookId: 'b1', reader: 'ada@example.org', dueOn: '2026-09-30', delivery: 'pickup' };
const address = { street: '12 Lantern Street', city: 'Bellhaven', postcode: '10115' };
const cover = { image: 'bytes', caption: 'Front' };
const LOAN = '/loans/5f0c1e7a-3b2d-4c6e-8f90-000000000001';
const refused = 'refused';

function aims(operation: string, line: string, list: readonly Aim[]): readonly Shot[] {
  return list.map((aim) => shot(operation, line, aim));
}

function queries(
  operation: string,
  path: string,
  list: readonly string[],
  deserves: Shot['deserves'] = 'accepted',
): readonly Shot[] {
  return list.map((query) => shot(operation, `GET ${path}?${query}`, { deserves }));
}

const SHELVES: readonly Shot[] = [
  ...queries('listShelves', '/shelves', [
    '',
    'limit=1',
    'limit=50',
    'offset=0',
    'offset=100000',
    'kind=archive',
    'label=Shelf',
    'label=%27%25',
    'order=descending',
    'kind=open&order=descending',
  ]),
  ...queries(
    'listShelves',
    '/shelves',
    [
      'limit=0',
      'limit=51',
      'limit=ten',
      'offset=-1',
      'kind=blue',
      'label=',
      'order=up',
      `label=${'x'.repeat(41)}`,
    ],
    refused,
  ),
  ...aims(
    'createShelf',
    'POST /shelves',
    [
      {},
      { floor: -1 },
      { floor: 0 },
      { floor: 6 },
      { label: 'L' },
      { label: 'x'.repeat(40) },
      { label: "it's 100 %" },
      { label: '\u{1f4da}\u{1f56f}' },
      { label: 'back\\slash' },
      { label: '<b>&amp;</b>' },
      { label: '  wide  ' },
      { label: 'tab\tand\u0000nul' },
      { label: '\u00e9t\u00e9' },
      ...['open', 'children', 'archive'].map((kind) => ({ kind })),
      { kind: 'archive', floor: -1 },
      { kind: 'children', capacity: 500 },
      { capacity: 5 },
      { capacity: 500 },
      { heightCm: 400 },
      { heightCm: 0.001 },
      { code: 'AB-123' },
      { note: null },
      { note: '' },
      { note: 'n'.repeat(200) },
      { tags: [] },
      { tags: ['low', 'bright'] },
      { tags: ['a', 'b', 'c', 'd', 'e'] },
      { tags: ['twelve chars'] },
      { accessCode: '4711' },
      { accessCode: '00000000' },
      { opensOn: '2028-02-29' },
      { opensOn: '0001-01-01' },
      { unheardOf: { deep: [1] } },
    ].map((change) => ({ json: { ...shelf, ...change } })),
  ),
  ...aims(
    'createShelf',
    'POST /shelves',
    [
      { label: '' },
      { label: 'x'.repeat(41) },
      { label: 5 },
      { floor: 7 },
      { floor: -2 },
      { floor: 1.5 },
      { floor: '2' },
      { kind: 'Open' },
      { kind: null },
      { capacity: 7 },
      { capacity: 505 },
      { capacity: 0 },
      { heightCm: 0 },
      { heightCm: 400.5 },
      { code: 'ab-123' },
      { code: 'AB-1234' },
      { note: 'n'.repeat(201) },
      { note: 7 },
      { tags: ['a', 'a'] },
      { tags: ['a', 'b', 'c', 'd', 'e', 'f'] },
      { tags: [''] },
      { tags: ['more than twelve'] },
      { tags: 'low' },
      { accessCode: '12' },
      { opensOn: '2026-02-30' },
      { opensOn: 'tomorrow' },
    ].map((change) => ({ json: { ...shelf, ...change }, deserves: refused })),
  ),
  ...aims('createShelf', 'POST /shelves', [
    { json: { floor: 2, kind: 'open' }, deserves: refused },
    { json: { label: 'x', kind: 'open' }, deserves: refused },
    { json: { label: 'x', floor: 2 }, deserves: refused },
    { json: [shelf], deserves: refused },
    { json: null, deserves: refused },
  ]),
  shot('getShelf', 'GET /shelves/1'),
  shot('getShelf', 'GET /shelves/13'),
  shot('getShelf', 'GET /shelves/13'),
  shot('listShelves', 'GET /shelves?limit=50'),
  shot('getShelf', 'GET /shelves/2'),
  shot('getShelf', 'GET /shelves/1', { headers: [['If-None-Match', '*']] }),
  shot('getShelf', 'GET /shelves/1', { headers: [['If-None-Match', '"0"']] }),
  shot('getShelf', 'GET /shelves/1', { headers: [['If-None-Match', 'x'.repeat(200)]] }),
  shot('getShelf', 'GET /shelves/1', {
    headers: [['If-None-Match', 'x'.repeat(201)]],
    deserves: refused,
  }),
  shot('getShelf', 'GET /shelves/99999999', { deserves: refused }),
  shot('getShelf', 'GET /shelves/0', { deserves: refused }),
  shot('getShelf', 'GET /shelves/one', { deserves: refused }),
  shot('headShelf', 'HEAD /shelves/1'),
  shot('headShelf', 'HEAD /shelves/99999999', { deserves: refused }),
  shot('headShelf', 'HEAD /shelves/x', { deserves: refused }),
  ...aims(
    'updateShelf',
    'PATCH /shelves/3',
    [
      { label: 'Maps' },
      { label: 'M' },
      { label: 'e\u0301tude' },
      { label: 'x'.repeat(40) },
      { kind: 'archive' },
      { capacity: 5 },
      { capacity: 500 },
      { note: null },
      { note: '' },
      { note: 'n'.repeat(200) },
      { label: 'Maps', kind: 'open', capacity: 10, note: 'all' },
    ].map((json) => ({ json })),
  ),
  ...aims(
    'updateShelf',
    'PATCH /shelves/3',
    [
      {},
      { label: '' },
      { label: null },
      { label: 'x'.repeat(41) },
      { kind: 'none' },
      { capacity: 6 },
      { capacity: 1000 },
      { note: 'n'.repeat(201) },
      { floor: 2 },
      { label: 'x', floor: 2 },
      [],
      null,
    ].map((json) => ({ json, deserves: refused })),
  ),
  shot('updateShelf', 'PATCH /shelves/99999999', { json: { label: 'x' }, deserves: refused }),
  shot('deleteShelf', 'DELETE /shelves/11'),
  shot('deleteShelf', 'DELETE /shelves/12'),
  shot('deleteShelf', 'DELETE /shelves/12', { deserves: refused }),
  shot('deleteShelf', 'DELETE /shelves/zero', { deserves: refused }),
];

const BOOKS_PATH = '/shelves/1/books';

function booksShots(operation: string, line: string): readonly Shot[] {
  const valid: readonly Json[] = [
    print,
    audio,
    ebook,
    { ...print, title: 'T' },
    { ...print, title: 't'.repeat(80) },
    { ...print, title: 'nul\u0000 and \n' },
    { ...print, title: '\u{1f4da}' },
    { ...print, title: "Robert'); DROP" },
    { ...print, title: '\u05e9\u05dc\u05d5\u05dd \u202e' },
    { ...print, author: 'Li' },
    { ...print, author: 'a'.repeat(60) },
    { ...print, author: 'Ren\u00e9 \u0141' },
    { ...print, genres: ['crime', 'travel', 'poetry'] },
    { ...print, isbn: null },
    { ...print, isbn: '9791234567890' },
    { ...print, year: 1450 },
    { ...print, year: 2100 },
    { ...print, price: 0 },
    { ...print, price: 999.75 },
    { ...print, barcode: 0 },
    { ...print, barcode: 9007199254740993n },
    { ...print, barcode: 1000000000000000000n },
    { ...print, summary: '' },
    { ...print, summary: 's'.repeat(300) },
    { ...print, series: 'S', volume: 1 },
    { ...print, series: 's'.repeat(40), volume: 99 },
    { ...print, pages: 1 },
    { ...print, pages: 5000 },
    { ...print, binding: 'hard' },
    { ...print, binding: 'spiral' },
    { ...print, binding: 'hard', sizeMm: [10, 900] },
    { ...print, extra: true },
    { ...audio, minutes: 1 },
    { ...audio, minutes: 6000 },
    { ...audio, abridged: true },
    { ...audio, abridged: false, minutes: 1 },
    { ...audio, narrators: {} },
    { ...audio, narrators: { 'Part 1': 'A', 'Part 2': 'B', c: 'C', d: 'D' } },
    { ...ebook, fileFormat: 'pdf' },
    { ...ebook, protected: true },
    { ...ebook, fileFormat: 'pdf', protected: true },
    { ...ebook, fileFormat: 'epub', protected: false },
    { ...ebook, sizeKb: 500_000 },
    { ...ebook, sizeKb: 0.5 },
  ];
  const invalid: readonly Json[] = [
    { ...print, medium: 'scroll' },
    { ...print, title: '' },
    { ...print, title: 5 },
    { ...print, title: 't'.repeat(81) },
    { ...print, author: 'X' },
    { ...print, author: 'a'.repeat(61) },
    { ...print, genres: [] },
    { ...print, genres: ['crime', 'crime'] },
    { ...print, genres: ['western'] },
    { ...print, genres: ['crime', 'travel', 'poetry', 'science'] },
    { ...print, isbn: '978' },
    { ...print, isbn: '' },
    { ...print, year: 1449 },
    { ...print, year: 2101 },
    { ...print, year: '1990' },
    { ...print, price: -0.25 },
    { ...print, price: 1000 },
    { ...print, price: 0.1 },
    { ...print, barcode: -1 },
    { ...print, barcode: 1000000000000000128n },
    { ...print, summary: 's'.repeat(301) },
    { ...print, series: 'alone' },
    { ...print, volume: 2 },
    { ...print, series: '', volume: 2 },
    { ...print, series: 'x', volume: 100 },
    { ...print, pages: 0 },
    { ...print, pages: 5001 },
    { ...print, pages: null },
    { ...print, binding: 'glue' },
    { ...print, sizeMm: [10] },
    { ...print, sizeMm: [10, 9] },
    { ...print, sizeMm: [10, 20, 30] },
    { ...audio, minutes: 6001 },
    { ...audio, abridged: 'false' },
    { ...audio, narrators: { a: '' } },
    { ...audio, narrators: { a: 'a', b: 'b', c: 'c', d: 'd', e: 'e' } },
    { ...ebook, fileFormat: 'mobi' },
    { ...ebook, sizeKb: 0 },
    { ...ebook, protected: 1 },
    { medium: 'print', title: 'x' },
    Object.fromEntries(Object.entries(print).filter(([name]) => name !== 'title')),
    { ...audio, medium: 'print' },
    [],
    'book',
  ];
  return [
    ...aims(
      operation,
      line,
      valid.map((json) => ({ json })),
    ),
    ...aims(
      operation,
      line,
      invalid.map((json) => ({ json, deserves: refused })),
    ),
  ];
}

const BOOKS: readonly Shot[] = [
  ...queries('listBooks', BOOKS_PATH, [
    '',
    'limit=1',
    'limit=20',
    'after=b0',
    'after=b3',
    'after=b99999999',
    'genres=crime',
    'genres=crime,travel,poetry',
    'medium=audio',
    'sinceYear=1450',
    'sinceYear=2100',
    'priced=true',
    'priced=false',
    'medium=print&priced=true',
    'limit=1&after=b2',
  ]),
  ...queries(
    'listBooks',
    BOOKS_PATH,
    [
      'limit=0',
      'limit=21',
      'limit=1.5',
      'after=3',
      'after=',
      'genres=western',
      'genres=crime,crime',
      'medium=scroll',
      'sinceYear=1449',
      'sinceYear=x',
      'priced=maybe',
      'priced=1',
    ],
    refused,
  ),
  ...['3', '17', '18', '120'].map((age) =>
    shot('listBooks', `GET ${BOOKS_PATH}`, { headers: [['X-Reader-Age', age]] }),
  ),
  ...['2', '121', 'old'].map((age) =>
    shot('listBooks', `GET ${BOOKS_PATH}`, { headers: [['X-Reader-Age', age]], deserves: refused }),
  ),
  ...['north', 'south', 'harbour'].map((branch) =>
    shot('listBooks', `GET ${BOOKS_PATH}`, { headers: [['Cookie', `branch=${branch}`]] }),
  ),
  shot('listBooks', `GET ${BOOKS_PATH}`, {
    headers: [['Cookie', 'branch=east']],
    deserves: refused,
  }),
  shot('listBooks', 'GET /shelves/99999999/books', { deserves: refused }),
  ...booksShots('createBook', `POST ${BOOKS_PATH}`),
  ...booksShots('replaceBook', `PUT ${BOOKS_PATH}/b7`),
  shot('getBook', `GET ${BOOKS_PATH}/b1`),
  shot('getBook', `GET ${BOOKS_PATH}/b2`),
  shot('getBook', `GET ${BOOKS_PATH}/b3`),
  shot('getBook', `GET ${BOOKS_PATH}/b22`),
  ...['EUR', 'GBP', 'SEK'].map((currency) =>
    shot('getBook', `GET ${BOOKS_PATH}/b1`, { headers: [['X-Currency', currency]] }),
  ),
  shot('getBook', `GET ${BOOKS_PATH}/b1`, { headers: [['X-Currency', 'USD']], deserves: refused }),
  shot('getBook', `GET ${BOOKS_PATH}/b1`, { headers: [['If-None-Match', '*']] }),
  ...queries('getBook', `${BOOKS_PATH}/b1`, ['fields=links', 'fields=summary&fields=links']),
  ...queries('getBook', `${BOOKS_PATH}/b1`, ['fields=title', 'fields=links&fields=links'], refused),
  shot('getBook', `GET ${BOOKS_PATH}/b99999999`, { deserves: refused }),
  shot('getBook', `GET ${BOOKS_PATH}/1`, { deserves: refused }),
  shot('getBook', 'GET /shelves/2/books/b1', { deserves: refused }),
  ...queries('getExcerpt', `${BOOKS_PATH}/b1/excerpt`, [
    '',
    'lines=1',
    'lines=40',
    'numbered=true',
    'numbered=false',
    'lines=40&numbered=true',
  ]),
  ...queries(
    'getExcerpt',
    `${BOOKS_PATH}/b1/excerpt`,
    ['lines=0', 'lines=41', 'numbered=1', 'lines=', 'lines=two', 'lines=1.5'],
    refused,
  ),
  shot('getExcerpt', `GET ${BOOKS_PATH}/b99999999/excerpt`, { deserves: refused }),
  shot('deleteBook', `DELETE ${BOOKS_PATH}/b5`),
  shot('deleteBook', `DELETE ${BOOKS_PATH}/b6`),
  shot('deleteBook', `DELETE ${BOOKS_PATH}/b6`, { deserves: refused }),
  shot('deleteBook', `DELETE ${BOOKS_PATH}/six`, { deserves: refused }),
];

const CROP = { x: 0, y: 0, width: 1, height: 10_000 };
const COVERS_LINE = `POST ${BOOKS_PATH}/b1/covers`;

const COVERS: readonly Shot[] = [
  ...aims(
    'uploadCover',
    COVERS_LINE,
    [
      cover,
      { ...cover, image: '' },
      { ...cover, caption: 'C' },
      { ...cover, caption: 'c'.repeat(80) },
      { ...cover, caption: '\u00e9\u{1f4da}' },
      { ...cover, dpi: '72' },
      { ...cover, dpi: '1200' },
      { ...cover, side: 'back' },
      { ...cover, side: 'spine', dpi: '300' },
      { ...cover, crop: writeJson(CROP) },
      { ...cover, crop: writeJson({ ...CROP, x: 10_000 }) },
      { ...cover, other: 'thing' },
    ].map((parts) => ({ parts })),
  ),
  ...aims(
    'uploadCover',
    COVERS_LINE,
    [
      { caption: 'alone' },
      { image: 'alone' },
      { ...cover, caption: '' },
      { ...cover, caption: 'c'.repeat(81) },
      { ...cover, dpi: '71' },
      { ...cover, dpi: '1201' },
      { ...cover, dpi: 'fine' },
      { ...cover, side: 'inside' },
      { ...cover, crop: '{"x":0}' },
      { ...cover, crop: '{' },
      { ...cover, crop: writeJson({ ...CROP, width: 0 }) },
      { ...cover, crop: writeJson({ ...CROP, depth: 0 }) },
    ].map((parts) => ({ parts, deserves: refused })),
  ),
  shot('getCover', 'GET /covers/c1'),
  shot('getCover', 'GET /covers/c2'),
  shot('getCover', 'GET /covers/c99999999', { deserves: refused }),
  shot('getCover', 'GET /covers/1', { deserves: refused }),
];

const CATALOGUE: readonly Shot[] = [
  ...aims(
    'searchCatalogue',
    'POST /catalogue/searches',
    [
      'words=lantern',
      'words=L',
      `words=${'w'.repeat(60)}`,
      'words=it%27s',
      'words=100%25+sure',
      'words=%F0%9F%93%9A',
      'words=%00',
      'words=lantern&medium=audio',
      'words=lantern&sort=title',
      'words=lantern&sort=price&direction=down',
      'words=lantern&sort=year&direction=up',
      'words=lantern&fromYear=1450',
      'words=lantern&fromYear=2100',
      'words=lantern&limit=1',
      'words=lantern&limit=30',
      'words=lantern&available=true',
      'words=lantern&available=false',
      'words=lantern&branches=north',
      'words=lantern&branches=north&branches=south&branches=harbour',
      'words=lantern&other=x',
    ].map((form) => ({ form })),
  ),
  ...aims(
    'searchCatalogue',
    'POST /catalogue/searches',
    [
      'medium=audio',
      'words=',
      `words=${'w'.repeat(61)}`,
      'words=x&medium=scroll',
      'words=x&sort=size',
      'words=x&direction=left',
      'words=x&fromYear=1449',
      'words=x&fromYear=2101',
      'words=x&fromYear=old',
      'words=x&limit=0',
      'words=x&limit=31',
      'words=x&available=perhaps',
      'words=x&branches=east',
      'words=x&branches=north&branches=north',
      'words=%zz',
    ].map((form) => ({ form, deserves: refused })),
  ),
  ...queries('exportCatalogue', '/catalogue/export', [
    '',
    'medium=print',
    'medium=audio',
    'medium=ebook',
  ]),
  shot('exportCatalogue', 'GET /catalogue/export', { headers: [['Accept', 'application/json']] }),
  shot('exportCatalogue', 'GET /catalogue/export?medium=audio', {
    headers: [['Accept', 'application/json']],
  }),
  ...queries('exportCatalogue', '/catalogue/export', ['medium=scroll'], refused),
  shot('resolveIsbn', 'GET /isbn/9780000000019'),
  shot('resolveIsbn', 'GET /isbn/9799999999999', { deserves: refused }),
  shot('resolveIsbn', 'GET /isbn/978', { deserves: refused }),
];

const LOANS: readonly Shot[] = [
  ...queries('listLoans', '/loans', [
    '',
    'limit=1',
    'limit=25',
    'limit=26',
    'limit=0',
    'limit=many',
    'offset=0',
    'offset=100000',
    'state=overdue',
    'state=active',
    'state=returned',
    'due%5Bfrom%5D=2026-02-01',
    'due%5Bfrom%5D=2026-02-01&due%5Bto%5D=2026-03-31',
    'state=returned&due%5Bto%5D=2026-01-01',
  ]),
  ...queries('listLoans', '/loans', ['offset=-1', 'state=lost', 'due%5Bfrom%5D=soon'], refused),
  ...aims(
    'createLoan',
    'POST /loans',
    [
      loan,
      loan,
      { ...loan, bookId: 'b2' },
      { ...loan, reader: 'Ada@Example.org' },
      { ...loan, delivery: 'locker' },
      { ...loan, delivery: 'locker', priority: 'high' },
      { ...loan, delivery: 'courier', address },
      { ...loan, delivery: 'courier', priority: 'low', address: { street: 'Via', city: 'Bo' } },
      { ...loan, delivery: 'courier', priority: 'high', address },
      { ...loan, priority: 'low' },
      { ...loan, priority: 'normal' },
      { ...loan, delivery: 'pickup', priority: 'high' },
      { ...loan, address: { street: 's'.repeat(60), city: 'c'.repeat(40) } },
      { ...loan, gift: true },
      { ...loan, gift: false, giftNote: 'g' },
      { ...loan, gift: true, giftNote: 'g'.repeat(100) },
      { ...loan, reader: "o'neil+books@mail.example.org" },
      { ...loan, dueOn: '9999-12-31' },
      { ...loan, dueOn: '2028-02-29' },
      { ...loan, delivery: 'courier', priority: 'normal', address },
      { ...loan, surplus: 1 },
    ].map((json) => ({ json })),
  ),
  ...aims(
    'createLoan',
    'POST /loans',
    [
      { ...loan, bookId: 'b99999999' },
      { ...loan, bookId: '1' },
      { ...loan, reader: 'nobody' },
      { ...loan, reader: `${'a'.repeat(80)}@example.org` },
      { ...loan, dueOn: '2026-13-01' },
      { ...loan, dueOn: '30.09.2026' },
      { ...loan, delivery: 'drone' },
      { ...loan, delivery: 'courier' },
      { ...loan, priority: 'urgent' },
      { ...loan, address: { street: 'x', city: 'Bo' } },
      { ...loan, address: { street: 'Via' } },
      { ...loan, address: { ...address, postcode: '1' } },
      { ...loan, address: { ...address, country: 'DE' } },
      { ...loan, gift: 'yes' },
      { ...loan, giftNote: 'alone' },
      { ...loan, gift: true, giftNote: '' },
      { ...loan, gift: true, giftNote: 'g'.repeat(101) },
      { bookId: 'b1' },
      {},
    ].map((json) => ({ json, deserves: refused })),
  ),
  shot('getLoan', `GET ${LOAN}`),
  shot('getLoan', `GET ${LOAN.slice(0, -1)}3`),
  shot('getLoan', `GET ${LOAN.slice(0, -4)}ffff`, { deserves: refused }),
  shot('getLoan', 'GET /loans/1', { deserves: refused }),
  ...aims(
    'renewLoan',
    `POST ${LOAN}/renewals`,
    [
      { days: 14 },
      { days: 1 },
      { days: 28 },
      { days: 7, reason: '' },
      { days: 7, reason: 'r'.repeat(60) },
      { days: 7, reason: 'a "quoted" word' },
      { days: 7, remindAt: '2026-03-01T09:30:00Z' },
      { days: 7, remindAt: '2026-03-01T09:30:00.5+02:00' },
      { days: 7, remindAt: '2016-12-31T23:59:60Z' },
    ].map((json) => ({ json })),
  ),
  ...aims(
    'renewLoan',
    `POST ${LOAN}/renewals`,
    [
      { days: 0 },
      { days: 29 },
      { days: 1.5 },
      { days: '7' },
      { days: null },
      { days: 7, reason: 'r'.repeat(61) },
      { days: 7, reason: null },
      { days: 7, remindAt: 'noon' },
      { days: 7, remindAt: '2026-03-01T25:00:00Z' },
      {},
      null,
    ].map((json) => ({ json, deserves: refused })),
  ),
];

const HOUSE: readonly Shot[] = [
  ...queries('getHours', '/hours', ['', 'day=monday', 'day=tuesday', 'day=saturday']),
  ...queries('getHours', '/hours', ['day=sunday'], refused),
  shot('getStatus', 'GET /status'),
  shot('getStatus', 'GET /status', { headers: [['Accept', '*/*;q=0.1']] }),
  shot('getStatus', 'GET /status', { headers: [['Accept-Encoding', 'gzip, br, deflate']] }),
];

const GUARDED = [
  ['listShelves', 'GET /shelves'],
  ['createShelf', 'POST /shelves'],
  ['getShelf', 'GET /shelves/1'],
  ['headShelf', 'HEAD /shelves/1'],
  ['updateShelf', 'PATCH /shelves/3'],
  ['deleteShelf', 'DELETE /shelves/4'],
  ['listBooks', `GET ${BOOKS_PATH}`],
  ['createBook', `POST ${BOOKS_PATH}`],
  ['getBook', `GET ${BOOKS_PATH}/b1`],
  ['replaceBook', `PUT ${BOOKS_PATH}/b7`],
  ['deleteBook', `DELETE ${BOOKS_PATH}/b4`],
  ['getExcerpt', `GET ${BOOKS_PATH}/b1/excerpt`],
  ['uploadCover', COVERS_LINE],
  ['getCover', 'GET /covers/c1'],
  ['searchCatalogue', 'POST /catalogue/searches'],
  ['exportCatalogue', 'GET /catalogue/export'],
  ['resolveIsbn', 'GET /isbn/9780000000019'],
  ['listLoans', 'GET /loans'],
  ['createLoan', 'POST /loans'],
  ['getLoan', `GET ${LOAN}`],
  ['renewLoan', `POST ${LOAN}/renewals`],
] as const;

const OPEN = [
  ['getHours', 'GET /hours'],
  ['getStatus', 'GET /status'],
] as const;

const GOOD_BODIES: Readonly<Record<string, Aim>> = {
  createShelf: { json: shelf },
  updateShelf: { json: { label: 'Maps' } },
  createBook: { json: print },
  replaceBook: { json: print },
  uploadCover: { parts: cover },
  searchCatalogue: { form: 'words=lantern' },
  createLoan: { json: loan },
  renewLoan: { json: { days: 14 } },
};

const WRONG: readonly HeaderField[] = [
  ['Authorization', 'Bearer someone-else'],
  [DESK_HEADER, 'no-such-key'],
  ['Authorization', `Basic ${Buffer.from(`reader:${CREDENTIALS.readerToken}`).toString('base64')}`],
];

const PROBES: readonly Shot[] = [
  ...GUARDED.flatMap(([operation, line]) => {
    const good = GOOD_BODIES[operation] ?? {};
    const probe = { ...good, anonymous: true, deserves: 'probe' } as const;
    return [
      shot(operation, line, probe),
      ...[...WRONG, ...AUTH].map((field) => shot(operation, line, { ...probe, headers: [field] })),
    ];
  }),
  ...[...GUARDED, ...OPEN].flatMap(([operation, line]) => {
    const good = GOOD_BODIES[operation] ?? {};
    const path = line.split(' ')[1] ?? '';
    return [
      shot(operation, line, { ...good, headers: [['Accept', 'image/x-none']], deserves: 'probe' }),
      ...['DELETE', 'PUT', 'PATCH', 'POST', 'TRACE', 'OPTIONS', 'HEAD']
        .filter(
          (method) =>
            path === '/status' ||
            (path === '/shelves' && method === 'PUT') ||
            path === '/hours' ||
            method === 'OPTIONS' ||
            path === '/catalogue/export',
        )
        .map((method) => shot(operation, `${method} ${path}`, { deserves: 'probe' })),
      ...['TRACE', 'QUERY'].map((method) =>
        shot(operation, `${method} ${path}`, { deserves: 'probe' }),
      ),
    ];
  }),
  ...Object.entries(GOOD_BODIES).flatMap(([operation, good]) => {
    const line = GUARDED.find(([id]) => id === operation)?.[1] ?? '';
    const typed = (type: string): Shot =>
      shot(operation, line, { ...good, headers: [['Content-Type', type]], deserves: 'probe' });
    return [
      typed('text/plain'),
      typed('application/xml'),
      typed('application/x-unheard-of'),
      ...['{', '', '{"a":}', 'not json', '{"label":"x"', '\u00ff'].map((raw) =>
        shot(operation, line, {
          raw,
          deserves: 'probe',
          headers: [['Content-Type', typeOf(good)]],
        }),
      ),
    ];
  }),
];

function typeOf({ form, parts }: Aim): string {
  if (form !== undefined) return 'application/x-www-form-urlencoded';
  return parts === undefined ? 'application/json' : 'multipart/form-data; boundary=cut';
}

/** What only a careful look tells from what is right, and what only a careless one trips over. */
const ALMOST: readonly Shot[] = [
  ...aims(
    'createShelf',
    'POST /shelves',
    [{ opensOn: '2026-13-01' }, { tags: [null] }, { floor: [1] }].map((change) => ({
      json: { ...shelf, ...change },
      deserves: refused,
    })),
  ),
  shot('updateShelf', 'PATCH /shelves/3', { json: { kind: 'open ' }, deserves: refused }),
  shot('updateShelf', 'PATCH /shelves/3', { json: { note: 'nul\u0000' } }),
  ...queries('listShelves', '/shelves', ['limit=2.5'], refused),
  ...queries('listShelves', '/shelves', ['label=%F0%9F%93%9A']),
  ...aims(
    'createBook',
    `POST ${BOOKS_PATH}`,
    [
      { ...print, isbn: '9791234567890\n' },
      { ...print, pages: 1.5 },
      { ...audio, abridged: 1 },
    ].map((json) => ({ json, deserves: refused })),
  ),
  ...aims(
    'replaceBook',
    `PUT ${BOOKS_PATH}/b1`,
    [
      { ...print, pages: '212' },
      { ...print, series: 'S', volume: 0 },
    ].map((json) => ({ json, deserves: refused })),
  ),
  shot('uploadCover', `POST ${BOOKS_PATH}/b1/covers`, {
    parts: { ...cover, side: 'FRONT' },
    deserves: refused,
  }),
  shot('searchCatalogue', 'POST /catalogue/searches', {
    form: 'words=lantern&sort=YEAR',
    deserves: refused,
  }),
  ...queries('listLoans', '/loans', ['state=ACTIVE'], refused),
  ...queries('listLoans', '/loans', ['due%5Bfrom%5D=2026-09-30&due%5Bto%5D=2026-09-01']),
  shot('createLoan', 'POST /loans', { json: { ...loan, dueOn: '2026-02-30' }, deserves: refused }),
];

export const BATTERY: readonly Shot[] = [
  ...SHELVES,
  ...BOOKS,
  ...COVERS,
  ...CATALOGUE,
  ...LOANS,
  ...HOUSE,
  ...PROBES,
  ...ALMOST,
];
