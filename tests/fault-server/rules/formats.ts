/** The formats of texts that the library asks for (RFC 3339, RFC 5321, RFC 9562). */
import { text, type TextLimits } from './text.ts';
import type { Rule } from './rule.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const DATE_TIME =
  /^([^Tt ]*)[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/;
const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const EMAIL = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${LABEL}$`, 'i');
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const day: Rule = text({ format: { name: 'a date such as 2026-03-01', isValid: isDay } });

export const moment: Rule = text({
  format: { name: 'a moment such as 2026-03-01T09:30:00Z', isValid: isMoment },
});

export const uuid: Rule = text({
  format: { name: 'a UUID', isValid: (value) => UUID.test(value) },
});

/** @returns a rule for an address of mail. */
export function email(limits: TextLimits): Rule {
  const format = { name: 'an address of mail', isValid: (value: string) => EMAIL.test(value) };
  return text({ ...limits, format });
}

function isDay(value: string): boolean {
  const [, year, month, date] = (DATE.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return date >= 1 && date <= days;
}

function isMoment(value: string): boolean {
  const match = DATE_TIME.exec(value);
  if (match === null || !isDay(match[1] ?? '')) return false;
  const minutes = minutesOf(match[2], match[3]);
  const ahead = minutesOf(match[6] ?? '0', match[7] ?? '0');
  if (minutes === undefined || ahead === undefined) return false;
  const second = Number(match[4]);
  // A leap second comes in the last minute of a day, UTC.
  const utc = match[5] === '-' ? minutes + ahead : minutes - ahead;
  return second < 60 || (second === 60 && (utc + 2880) % 1440 === 1439);
}

function minutesOf(hours: string | undefined, minutes: string | undefined): number | undefined {
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : undefined;
}
