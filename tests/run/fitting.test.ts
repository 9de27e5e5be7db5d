/** Whether an id fits is found out once a schema, by its type as much as by its text. */
import { expect, test } from 'vitest';
import { createFitting } from '../../src/run/fitting.ts';
import type { Schemas } from '../../src/schema/schemas.ts';
import type { SchemaAt } from '../../src/spec/api.ts';

const at = (pointer: string): SchemaAt => ({
  schema: { type: 'integer' },
  dialect: 'openapi-3.1',
  place: `#/${pointer}`,
});

function judging(): { readonly schemas: Schemas; readonly asked: unknown[] } {
  const asked: unknown[] = [];
  const isValid: Schemas['isValid'] = (_at, _direction, value) => {
    asked.push(value);
    return Number.isInteger(value);
  };
  // Nothing else of the room is asked.
  return { schemas: { isValid } as unknown as Schemas, asked };
}

test('each value is judged once a schema', () => {
  const { schemas, asked } = judging();
  const fits = createFitting(schemas);
  const [one, other] = [at('one'), at('other')];

  expect([fits(one, 5), fits(one, 5), fits(other, 5)]).toEqual([true, true, true]);
  expect([fits(one, '5'), fits(one, '5')]).toEqual([false, false]);
  expect(asked).toEqual([5, 5, '5']);
});

test('ids without end are judged without being kept', () => {
  const { schemas, asked } = judging();
  const fits = createFitting(schemas);
  const schema = at('one');
  for (let id = 0; id < 10_000; id += 1) fits(schema, id);

  fits(schema, 10_000);
  fits(schema, 10_000);
  fits(schema, 0);

  expect(asked).toHaveLength(10_002);
});
