/** Loans: listed, made, shown, renewed. Readers only. */
import { asText, isObject, type Json, type JsonObject } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import { makeLoan } from '../library/make.ts';
import { loanView } from '../library/present.ts';
import type { Loan } from '../library/records.ts';
import { known, record, type RecordShape } from '../rules/collection.ts';
import { day, email, moment } from '../rules/formats.ts';
import { flag, whole } from '../rules/number.ts';
import { anything, complain, NO_COMPLAINTS, type Rule } from '../rules/rule.ts';
import { oneOf, text } from '../rules/text.ts';
import { BOTH, JSON_TYPE, jsonReply, type Operation } from './operation.ts';
import { BOOK_ID, loanId, offset, rateRemaining, wordInQuery } from './parameters.ts';

const MAX_PAGE = 25;
const DAY_MS = 86_400_000;

const NEW_LOAN: RecordShape = {
  required: ['bookId', 'reader', 'dueOn', 'delivery'],
  members: {
    bookId: text({ pattern: BOOK_ID }),
    reader: email({ max: 80 }),
    dueOn: day,
    delivery: oneOf('pickup', 'courier', 'locker'),
    priority: oneOf('low', 'normal', 'high'),
    address: record({
      required: ['street', 'city'],
      members: {
        street: text({ min: 3, max: 60 }),
        city: text({ min: 2, max: 40 }),
        postcode: text({ pattern: /^[0-9]{5}$/ }),
      },
      others: 'none',
    }),
    gift: flag,
    giftNote: text({ min: 1, max: 100 }),
  },
  needs: { giftNote: 'gift' },
};

const newLoanRule: Rule = (value, at) => [
  ...record(NEW_LOAN)(value, at),
  ...(isObject(value) && value['delivery'] === 'courier' && value['address'] === undefined
    ? complain(`${at}/address`, 'must be given for a courier')
    : NO_COMPLAINTS),
];

const listLoans: Operation = {
  id: 'listLoans',
  method: 'GET',
  path: '/loans',
  asks: ['reader'],
  parameters: [
    offset,
    // Described, and not enforced: see pageSize.
    { name: 'limit', in: 'query', reads: 'number', rule: anything },
    wordInQuery('state', ['active', 'overdue', 'returned']),
    {
      name: 'due',
      in: 'query',
      reads: 'deepObject',
      rule: record({ members: { from: day, to: day } }),
    },
  ],
  offers: [JSON_TYPE],
  handle: ({ library, given }) => {
    const start = Number(given['offset'] ?? 0);
    const all = [...library.loans.values()].filter((loan) => isWanted(loan, given));
    const loans = all.slice(start, start + pageSize(given['limit'])).map(loanView);
    return jsonReply(200, { loans, total: all.length }, [
      ['X-Total-Count', String(all.length)],
      rateRemaining(library),
    ]);
  },
};

/** Cut to what is allowed; what is no number counts as not given. */
function pageSize(limit: Json | undefined): number {
  const wanted = Math.trunc(Number(limit ?? 5));
  return Number.isNaN(wanted) ? 5 : Math.min(Math.max(wanted, 1), MAX_PAGE);
}

function isWanted({ state, dueOn }: Loan, given: JsonObject): boolean {
  const { from = '0000', to = '9999' } = isObject(given['due']) ? given['due'] : {};
  if (given['state'] !== undefined && given['state'] !== state) return false;
  return dueOn >= asText(from) && dueOn <= asText(to);
}

const createLoan: Operation = {
  id: 'createLoan',
  method: 'POST',
  path: '/loans',
  asks: ['reader'],
  parameters: [],
  body: { kind: 'json', rule: newLoanRule },
  offers: [JSON_TYPE],
  handle: ({ library, body }) => {
    const told = known(body, NEW_LOAN);
    if (!library.books.has(asText(told['bookId']))) return problem(404);
    const loan = makeLoan(library, told);
    return jsonReply(201, loanView(loan), [['Location', `/loans/${loan.id}`]]);
  },
};

const getLoan: Operation = {
  id: 'getLoan',
  method: 'GET',
  path: '/loans/{loanId}',
  asks: BOTH,
  parameters: [loanId],
  offers: [JSON_TYPE],
  handle: ({ library, given }) => {
    const loan = library.loans.get(asText(given['loanId']).toLowerCase());
    return loan === undefined ? problem(404) : jsonReply(200, loanView(loan));
  },
};

const renewLoan: Operation = {
  id: 'renewLoan',
  method: 'POST',
  path: '/loans/{loanId}/renewals',
  asks: BOTH,
  parameters: [loanId],
  body: {
    kind: 'json',
    rule: record({
      required: ['days'],
      members: {
        days: whole({ min: 1, max: 28 }),
        reason: text({ max: 60 }),
        remindAt: moment,
      },
    }),
  },
  offers: [JSON_TYPE],
  handle: ({ library, given, body }) => {
    const loan = library.loans.get(asText(given['loanId']).toLowerCase());
    if (loan === undefined) return problem(404);
    const days = isObject(body) ? Number(body['days']) : 0;
    const renewed = { ...loan, dueOn: later(loan.dueOn, days), renewals: loan.renewals + 1 };
    library.loans.set(loan.id, renewed);
    return jsonReply(200, loanView(renewed));
  },
};

/** The last day there is stays the last: a date has four digits for its year. */
function later(date: string, days: number): string {
  const moved = new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString();
  return moved.startsWith('+') ? date : moved.slice(0, 10);
}

export const LOAN_OPERATIONS: readonly Operation[] = [listLoans, createLoan, getLoan, renewLoan];
