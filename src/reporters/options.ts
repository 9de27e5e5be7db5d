/** The members of the configuration that reports read: type, check, default and help of each. */
import * as v from 'valibot';

/** In the order in which they are closed: the terminal last, since it tells what was written. */
export const REPORT_NAMES = ['ndjson', 'junit', 'terminal'] as const;

export type ReportName = (typeof REPORT_NAMES)[number];

export const reportOptionEntries = {
  report: v.pipe(
    v.optional(
      v.array(
        v.picklist(REPORT_NAMES, `one of ${REPORT_NAMES.join(', ')}`),
        'a list of report names',
      ),
      () => [...REPORT_NAMES],
    ),
    v.description('Reports to write.'),
  ),
  out: v.pipe(
    v.optional(v.pipe(v.string('a folder'), v.nonEmpty('a folder')), 'reports'),
    v.description('Folder that report files are written to.'),
  ),
} as const;
