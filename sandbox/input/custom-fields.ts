// Values of custom fields: a list of {id, value}, or an object from id to value.
import type { FieldValue } from '../desk/ticket.ts';
import { arrayOf, INVALID, isRecord, looseId, text, type Reader } from './reader.ts';

export interface FieldSetting {
  readonly id: number;
  readonly value: FieldValue;
}

const value: Reader<FieldValue> = (given) => {
  if (given === null || given === undefined) return null;
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean')
    return given;
  return arrayOf(text)(given);
};

const setting: Reader<FieldSetting> = (given) => {
  if (!isRecord(given)) return INVALID;
  return settingOf(given['id'], given['value']);
};

/** The member `custom_fields`, or `fields` in either form. */
export const fieldSettings: Reader<readonly FieldSetting[]> = (given) => {
  if (!isRecord(given)) return arrayOf(setting)(given);
  const settings = Object.entries(given).map(([id, content]) => settingOf(id, content));
  return settings.some((item) => item === INVALID)
    ? INVALID
    : settings.filter((item): item is FieldSetting => item !== INVALID);
};

function settingOf(givenId: unknown, given: unknown): FieldSetting | typeof INVALID {
  const id = looseId(givenId);
  const content = value(given);
  return id === INVALID || content === INVALID ? INVALID : { id, value: content };
}
