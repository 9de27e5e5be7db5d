// Who may use which route: the smallest role it asks for, and for access tokens the scope.
import type { User } from '../desk/user.ts';

/** What a route asks of its caller; `deleter` is an admin or an agent who may delete tickets. */
export type Requirement = 'anyone' | 'user' | 'agent' | 'deleter' | 'admin';

/** True when the user's role reaches the requirement. */
export function reaches(user: User, requirement: Requirement): boolean {
  switch (requirement) {
    case 'anyone':
    case 'user':
      return true;
    case 'agent':
      return user.role !== 'end-user';
    case 'deleter':
      return user.role === 'admin' || (user.role === 'agent' && user.mayDelete);
    case 'admin':
      return user.role === 'admin';
  }
}

/** True when scopes cover a method on a path: `read`, `write`, or the same for one resource (`tickets:read`). */
export function coversScope(scopes: readonly string[], method: string, path: string): boolean {
  const action = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
  const resource = path.split('/')[3] ?? '';
  return scopes.some((scope) => scope === action || scope === `${resource}:${action}`);
}
