/** In which order round 0 goes: lists, creators, readers, updaters, removers. */
import type { Operation } from '../spec/api.ts';
import { isRemover } from './manners.ts';
import type { RunOptions } from './options.ts';

export const ROLES = ['list', 'creator', 'reader', 'updater', 'remover'] as const;

export type Role = (typeof ROLES)[number];

/** @returns what an operation does to the data, by method and path. */
export function roleOf(operation: Operation, options: Pick<RunOptions, 'removers'>): Role {
  if (isRemover(operation, options)) return 'remover';
  const namesOne = operation.path.includes('{');
  switch (operation.method) {
    case 'GET':
    case 'HEAD':
    case 'OPTIONS':
    case 'TRACE':
      return namesOne ? 'reader' : 'list';
    case 'POST':
      return namesOne ? 'updater' : 'creator';
    case 'PUT':
    case 'PATCH':
    case 'DELETE':
      return 'updater';
    default:
      return operation.method satisfies never;
  }
}

/** @returns whether its accepted answers show what it created, rather than what it changed or found. */
export function isCreator(operation: Operation): boolean {
  return operation.method === 'POST' && !operation.path.endsWith('}');
}
