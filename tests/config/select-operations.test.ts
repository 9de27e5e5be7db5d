/** Which operations patterns select, and what is said of a pattern that selects none. */
import { describe, expect, test } from 'vitest';
import { NoOperationMatches, selectOperations } from '../../src/config/select-operations.ts';
import type { Method, Operation } from '../../src/spec/api.ts';

function operation(id: string, method: Method, path: string, tags: readonly string[]): Operation {
  return {
    id,
    method,
    path,
    tags,
    summary: undefined,
    deprecated: false,
    parameters: [],
    requestBody: undefined,
    responses: [],
    security: [],
    place: '',
  };
}

const API = {
  source: 'pets.yaml',
  operations: [
    operation('ListPets', 'GET', '/pets', ['pets']),
    operation('CreatePet', 'POST', '/pets', ['pets']),
    operation('ShowPet', 'GET', '/pets/{petId}', ['pets']),
    operation('ListTags', 'GET', '/pets/{petId}/tags', ['tags']),
    operation('GET /a.b', 'GET', '/a.b', []),
  ],
};

const idsOf = (include: readonly string[], exclude: readonly string[] = []): readonly string[] =>
  selectOperations(API, { include, exclude }).map(({ id }) => id);

describe('patterns', () => {
  test.each([
    [['ShowPet'], ['ShowPet']],
    [['tags'], ['ListTags']],
    [['/pets'], ['ListPets', 'CreatePet']],
    [['POST'], ['CreatePet']],
    [['post'], ['CreatePet']],
    [['GET /pets'], ['ListPets']],
    [['List*'], ['ListPets', 'ListTags']],
    [['/pets/*'], ['ShowPet']],
    [['/pets/**'], ['ShowPet', 'ListTags']],
    [['/pets/{petId}/*'], ['ListTags']],
    [['/a.*'], ['GET /a.b']],
    [
      ['ListTags', 'ListPets'],
      ['ListPets', 'ListTags'],
    ],
    [[], ['ListPets', 'CreatePet', 'ShowPet', 'ListTags', 'GET /a.b']],
  ])('%j selects %j', (include, ids) => {
    expect(idsOf(include)).toEqual(ids);
  });

  test('what is excluded is left out of what is included', () => {
    expect(idsOf(['pets'], ['POST', 'Show*'])).toEqual(['ListPets']);
  });

  test('a dot is a dot', () => {
    expect(() => idsOf(['/aXb*'])).toThrow(NoOperationMatches);
  });
});

describe('nothing selected', () => {
  const mistake = (include: readonly string[], exclude: readonly string[] = []): string => {
    try {
      idsOf(include, exclude);
    } catch (error) {
      if (error instanceof NoOperationMatches) return `${error.message} ${error.hint}`;
    }
    return 'no mistake';
  };

  test.each([
    [['ShowPets'], '--include "ShowPets" matches no operation of pets.yaml. Did you mean ShowPet?'],
    [
      ['listpets'],
      '--include "listpets" matches no operation of pets.yaml. Did you mean ListPets?',
    ],
    [
      ['/pet'],
      '--include "/pet" matches no operation of pets.yaml. Did you mean /pets, /pets/{petId} or /pets/{petId}/tags?',
    ],
    [
      ['ListPets', 'Frobnicate'],
      '--include "Frobnicate" matches no operation of pets.yaml. Give an operationId, tag, path or method; `assay list` shows them.',
    ],
  ])('%j', (include, message) => {
    expect(mistake(include)).toBe(message);
  });

  test('an exclusion that matches nothing is a mistake too', () => {
    expect(mistake([], ['CreatePets'])).toContain('--exclude "CreatePets" matches no operation');
  });

  test('all left out', () => {
    expect(mistake(['tags'], ['GET'])).toContain('All 5 operations are left out.');
  });

  test('a description without operations', () => {
    expect(() =>
      selectOperations({ source: 'a.yaml', operations: [] }, { include: [], exclude: [] }),
    ).toThrow('a.yaml describes no operation.');
  });
});
