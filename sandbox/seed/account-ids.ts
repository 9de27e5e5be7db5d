// The ids of the records that every account begins with. They are fixed, so that tests, suites and configurations may name
// them; everything made later gets ids that none of these can be.

/** Ids of seeded records that stand for themselves. */
export const IDS = {
  account: 18_525_119,
  brand: 6_100_000_000_010,
  form: 6_100_000_000_020,
  groups: { support: 6_100_000_000_031, billing: 6_100_000_000_032 },
  organization: 6_100_000_000_041,
  otherOrganization: 6_100_000_000_042,
  users: {
    admin: 6_100_000_000_101,
    agent: 6_100_000_000_102,
    otherAgent: 6_100_000_000_103,
    lightAgent: 6_100_000_000_104,
    restrictedAgent: 6_100_000_000_105,
    plainAgent: 6_100_000_000_106,
    endUser: 6_100_000_000_111,
    unverifiedEndUser: 6_100_000_000_112,
    suspendedEndUser: 6_100_000_000_113,
    otherEndUser: 6_100_000_000_114,
    xUser: 6_100_000_000_115,
  },
  fields: {
    description: 6_100_000_000_201,
    assignee: 6_100_000_000_202,
    text: 6_100_000_000_203,
    dropdown: 6_100_000_000_204,
  },
  customStatuses: {
    new: 6_100_000_000_301,
    open: 6_100_000_000_302,
    pending: 6_100_000_000_303,
    hold: 6_100_000_000_304,
    solved: 6_100_000_000_305,
    escalated: 6_100_000_000_306,
  },
  macros: {
    solve: 6_100_000_000_401,
    answer: 6_100_000_000_402,
    inactive: 6_100_000_000_403,
  },
  views: { unsolved: 6_100_000_000_501, inactive: 6_100_000_000_502 },
  xHandle: 6_100_000_000_601,
  routing: {
    attribute: '6f9a3c1e-58b2-11ee-8c99-0242ac120002',
    english: '7b1d6a52-58b2-11ee-8c99-0242ac120002',
    french: '7b1d6d9a-58b2-11ee-8c99-0242ac120002',
  },
  /** Large ids of records made by requests begin after this one. */
  firstLarge: 6_130_000_000_000,
} as const;

/** Ids of the neighbour: an account of its own that no credential of this one opens. */
export const NEIGHBOUR_IDS = {
  account: 27_713_303,
  brand: 7_200_000_000_010,
  form: 7_200_000_000_020,
  group: 7_200_000_000_031,
  users: { admin: 7_200_000_000_101, endUser: 7_200_000_000_111 },
  customStatus: 7_200_000_000_300,
  firstTicket: 900_001,
  firstLarge: 7_230_000_000_000,
} as const;
