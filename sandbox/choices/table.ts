// Every other choice, and finding them by name.
import { combineHooks, type Hooks } from '../faults/hooks.ts';
import { ANSWER_CHOICES } from './answers.ts';
import type { OtherChoice } from './choice.ts';
import { CHANGE_CHOICES } from './changes.ts';
import { REFUSAL_CHOICES } from './refusals.ts';
import { RECORD_CHOICES } from './records.ts';

/** All of them; they do not contradict each other and may be on together. */
export const OTHER_CHOICES: readonly OtherChoice[] = [
  ...ANSWER_CHOICES,
  ...RECORD_CHOICES,
  ...REFUSAL_CHOICES,
  ...CHANGE_CHOICES,
];

/** The hooks of these choices together. @throws {TypeError} for a name that no choice has */
export function otherChoices(names: readonly string[]): Hooks {
  return combineHooks(
    names.map((name) => {
      const choice = OTHER_CHOICES.find((candidate) => candidate.name === name);
      if (choice === undefined) throw new TypeError(`There is no other choice named "${name}"`);
      return choice.how();
    }),
  );
}
