/**
 * Schemas with predicates of which the smallest valid counterexample is known; where several are
 * equally small, all of them are listed.
 */

export interface ShrinkCase {
  readonly schema: unknown;
  readonly fails: (value: unknown) => boolean;
  readonly smallest: readonly unknown[];
}

type Member = Readonly<Record<string, unknown>>;

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asMember(value: unknown): Member {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Member)
    : {};
}

function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : -1;
}

function numbers(): readonly ShrinkCase[] {
  const above = [1, 7, 100, 1234, 99_999].flatMap((bound): readonly ShrinkCase[] => [
    { schema: { type: 'integer' }, fails: (v) => asNumber(v) >= bound, smallest: [bound] },
    { schema: { type: 'integer' }, fails: (v) => asNumber(v) <= -bound, smallest: [-bound] },
    {
      schema: { type: 'integer', multipleOf: 7, minimum: 0 },
      fails: (v) => asNumber(v) > bound,
      smallest: [Math.ceil((bound + 1) / 7) * 7],
    },
    {
      schema: { type: 'integer', minimum: bound, maximum: bound * 50 + 10 },
      fails: () => true,
      smallest: [bound],
    },
  ]);
  const steps = [0.5, 0.25, 0.01].map((multipleOf): ShrinkCase => {
    const schema = { type: 'number', multipleOf, minimum: 0, maximum: 1000 };
    return { schema, fails: (v) => asNumber(v) >= 3, smallest: [3] };
  });
  return [...above, ...steps];
}

function texts(): readonly ShrinkCase[] {
  const free = [1, 2, 3, 5, 8].map((length): ShrinkCase => {
    const fails = (v: unknown): boolean => lengthOf(v) >= length;
    return { schema: { type: 'string' }, fails, smallest: ['a'.repeat(length)] };
  });
  const least = [1, 4, 9].map((minLength): ShrinkCase => {
    const schema = { type: 'string', minLength };
    return { schema, fails: () => true, smallest: ['a'.repeat(minLength)] };
  });
  const patterns = [
    ['^[b-z]+$', 'b'],
    ['^[0-9]{3}$', '000'],
    ['^(foo|ba)$', 'ba'],
    ['^x-[a-z]*$', 'x-'],
    ['^[A-Z][a-z]{2,}$', 'Aaa'],
    ['^(?!a)[a-c]+$', 'b'],
    ['^[a-c]{2}(?<!aa)$', 'ab'],
  ].map(([pattern, smallest]): ShrinkCase => {
    return { schema: { type: 'string', pattern }, fails: () => true, smallest: [smallest] };
  });
  const listed: readonly ShrinkCase[] = [
    { schema: { enum: ['ccc', 'bb', 'a'] }, fails: () => true, smallest: ['a'] },
    { schema: { enum: ['ccc', 'bb', 'a'] }, fails: (v) => lengthOf(v) > 1, smallest: ['bb'] },
    { schema: { const: 'only' }, fails: () => true, smallest: ['only'] },
    {
      schema: { type: 'string', format: 'date' },
      fails: (v) => String(v) >= '2001',
      smallest: ['2001-01-01'],
    },
  ];
  return [...free, ...least, ...patterns, ...listed];
}

function lists(): readonly ShrinkCase[] {
  const integers = { type: 'array', items: { type: 'integer' } };
  const lengths = [1, 2, 3, 4].flatMap((length): readonly ShrinkCase[] => [
    {
      schema: integers,
      fails: (v) => lengthOf(v) >= length,
      smallest: [Array.from({ length }, () => 0)],
    },
    {
      schema: { type: 'array', items: { enum: [4, 3, 2, 1, 0] }, minItems: length },
      fails: () => true,
      smallest: [Array.from({ length }, () => 0)],
    },
    {
      schema: { type: 'array', items: { type: 'boolean' }, minItems: length },
      fails: (v) => asList(v).includes(true),
      smallest: Array.from({ length }, (_, at) =>
        Array.from({ length }, (_one, index) => index === at),
      ),
    },
    {
      schema: { type: 'array', items: { type: 'string' } },
      fails: (v) => asList(v).some((item) => lengthOf(item) >= length),
      smallest: [['a'.repeat(length)]],
    },
  ]);
  const sums = [10, 100, 555].map((bound): ShrinkCase => {
    const fails = (v: unknown): boolean => asList(v).some((item) => asNumber(item) >= bound);
    return { schema: integers, fails, smallest: [[bound]] };
  });
  const placed: readonly ShrinkCase[] = [
    {
      schema: { type: 'array', contains: { const: 7 }, items: { type: 'integer' } },
      fails: () => true,
      smallest: [[7]],
    },
    {
      schema: { type: 'array', contains: { const: 7 }, minContains: 3 },
      fails: () => true,
      smallest: [[7, 7, 7]],
    },
    {
      schema: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }] },
      fails: (v) => asList(v).length >= 2,
      smallest: [['', 0]],
    },
    {
      schema: { type: 'array', prefixItems: [{ const: 'a' }], items: false, minItems: 1 },
      fails: () => true,
      smallest: [['a']],
    },
    {
      schema: { type: 'array', items: { enum: [1, 2, 3] }, uniqueItems: true },
      fails: (v) => lengthOf(v) >= 2,
      smallest: [
        [1, 2],
        [2, 1],
      ],
    },
  ];
  return [...lengths, ...sums, ...placed];
}

function objects(): readonly ShrinkCase[] {
  const optional = ['a', 'b', 'c'];
  const schema = {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: {
      id: { type: 'integer', minimum: 1 },
      ...Object.fromEntries(optional.map((name) => [name, { type: 'string' }])),
    },
  };
  const present = optional.map((name): ShrinkCase => {
    return { schema, fails: (v) => name in asMember(v), smallest: [{ id: 1, [name]: '' }] };
  });
  const bounds = [2, 50, 5000].map((bound): ShrinkCase => {
    const fails = (v: unknown): boolean => asNumber(asMember(v)['id']) >= bound;
    return { schema, fails, smallest: [{ id: bound }] };
  });
  const nested = [1, 2, 3].map((depth): ShrinkCase => {
    const tree = {
      $ref: '#/$defs/tree',
      $defs: {
        tree: {
          type: 'object',
          additionalProperties: false,
          properties: { child: { $ref: '#/$defs/tree' } },
        },
      },
    };
    const depthOf = (v: unknown): number =>
      'child' in asMember(v) ? 1 + depthOf(asMember(v)['child']) : 0;
    let smallest: unknown = {};
    for (let level = 0; level < depth; level += 1) smallest = { child: smallest };
    return { schema: tree, fails: (v) => depthOf(v) >= depth, smallest: [smallest] };
  });
  return [...present, ...bounds, ...nested, ...combined(), ...choices()];
}

function combined(): readonly ShrinkCase[] {
  return [1, 2, 3].flatMap((size): readonly ShrinkCase[] => [
    {
      schema: {
        type: 'object',
        additionalProperties: { type: 'null' },
        propertyNames: { enum: ['a', 'b', 'c'] },
        minProperties: size,
      },
      fails: (v) => Object.keys(asMember(v)).includes('a'),
      smallest: permutations(['a', 'b', 'c'].slice(0, size)).concat(
        size === 2 ? permutations(['a', 'c']) : [],
      ),
    },
    {
      schema: {
        type: 'object',
        required: ['list'],
        additionalProperties: false,
        properties: { list: { type: 'array', items: { type: 'integer', minimum: 5 } } },
      },
      fails: (v) => lengthOf(asMember(v)['list']) >= size,
      smallest: [{ list: Array.from({ length: size }, () => 5) }],
    },
    {
      schema: {
        allOf: [
          {
            type: 'object',
            required: ['x'],
            properties: { x: { type: 'integer', minimum: size } },
          },
          { properties: { y: { type: 'boolean' } }, required: ['y'] },
        ],
      },
      fails: () => true,
      smallest: [
        { x: size, y: false },
        { y: false, x: size },
      ],
    },
  ]);
}

function permutations(names: readonly string[]): readonly unknown[] {
  if (names.length === 0) return [{}];
  return names.flatMap((name) =>
    permutations(names.filter((other) => other !== name)).map((rest) => {
      return { [name]: null, ...asMember(rest) };
    }),
  );
}

function choices(): readonly ShrinkCase[] {
  const tagged = (kind: string, members: Member): unknown => ({
    type: 'object',
    required: ['kind', ...Object.keys(members)],
    additionalProperties: false,
    properties: { kind: { const: kind }, ...members },
  });
  const shapes = {
    oneOf: [
      tagged('circle', { radius: { type: 'integer', minimum: 1 } }),
      tagged('square', { side: { type: 'integer', minimum: 2 } }),
    ],
  };
  return [3, 10, 77, 1000, 12_345].flatMap((bound): readonly ShrinkCase[] => [
    {
      schema: shapes,
      fails: (v) => asNumber(asMember(v)['radius']) >= bound,
      smallest: [{ kind: 'circle', radius: bound }],
    },
    {
      schema: shapes,
      fails: (v) => asNumber(asMember(v)['side']) >= bound,
      smallest: [{ kind: 'square', side: bound }],
    },
    {
      schema: {
        anyOf: [
          { type: 'string', minLength: 3 },
          { type: 'integer', minimum: bound },
        ],
      },
      fails: (v) => typeof v === 'number',
      smallest: [bound],
    },
    {
      schema: {
        type: 'object',
        properties: { a: { type: 'integer' } },
        required: ['a'],
        if: { properties: { a: { minimum: bound } } },
        then: { required: ['b'], properties: { b: { const: true } } },
        additionalProperties: false,
        patternProperties: { '^b$': { const: true } },
      },
      fails: (v) => 'b' in asMember(v) && asNumber(asMember(v)['a']) >= bound,
      smallest: [
        { a: bound, b: true },
        { b: true, a: bound },
      ],
    },
  ]);
}

/** All of them. */
export const SHRINK_CASES: readonly ShrinkCase[] = [
  ...numbers(),
  ...texts(),
  ...lists(),
  ...objects(),
];
