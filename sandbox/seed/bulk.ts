// Many plain tickets at once, for those who want to see the sandbox under load.
import type { Scribe } from './scribe.ts';
import { IDS } from './account-ids.ts';

const SUBJECTS = ['Order', 'Invoice', 'Login', 'Delivery', 'Refund'] as const;

/** Writes `count` tickets. */
export function seedBulk(scribe: Scribe, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const subject = `${SUBJECTS[index % SUBJECTS.length]} ${index + 1}`;
    scribe.create(index % 2 === 0 ? IDS.users.endUser : IDS.users.otherEndUser, {
      subject,
      comment: { body: `About my ${subject.toLowerCase()}.` },
    });
  }
}
