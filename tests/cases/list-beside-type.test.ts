import { expect, test } from 'vitest';
import { listBesideType } from '../../src/cases/list-beside-type.ts';

const ofType = { keyword: 'type', place: 'a.yaml#/kind/type' };
const list = { keyword: 'enum', place: 'a.yaml#/kind/enum' };

test('a value of a wrong type is none of the values listed in the same schema, either', () => {
  expect(listBesideType({ ...ofType, alsoBroken: [list] })).toEqual({ list });
});

test('a list of another schema says nothing of it, nor does one beside another keyword', () => {
  const elsewhere = { keyword: 'enum', place: 'a.yaml#/other/enum' };
  expect(listBesideType({ ...ofType, alsoBroken: [elsewhere] })).toEqual({});
  const tooLong = { keyword: 'maxLength', place: 'a.yaml#/kind/maxLength' };
  expect(listBesideType({ ...tooLong, alsoBroken: [list] })).toEqual({});
});
