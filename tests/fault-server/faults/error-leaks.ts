/** Defects of refusals: they tell what only the house should know, in the accents of eight ecosystems. */
import { json, member, spoilStatus } from './change-answer.ts';
import { faultsOf, type Fault } from './fault.ts';

function leak(status: number, text: string) {
  return spoilStatus(status, json(member('detail', () => text)));
}

const shows = 'invalid' as const;

export const ERROR_LEAK_FAULTS: readonly Fault[] = faultsOf(
  { class: 'error-leaks', check: 'error-leaks' },
  [
    {
      name: 'node-stack-of-shelf',
      operation: 'createShelf',
      sentence: 'A 400 shows a stack of Node.',
      shows,
      seam: leak(
        400,
        "TypeError: Cannot read properties of undefined (reading 'floor')\n    at makeShelf (/srv/library/dist/make.js:18:23)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
      ),
    },
    {
      name: 'python-traceback-of-change',
      operation: 'updateShelf',
      sentence: 'A 400 shows a traceback of Python.',
      shows,
      seam: leak(
        400,
        'Traceback (most recent call last):\n  File "/app/library/views.py", line 88, in patch\n    shelf.label = body["label"]\nKeyError: \'label\'',
      ),
    },
    {
      name: 'java-stack-of-book',
      operation: 'createBook',
      sentence: 'A 400 shows a stack of Java.',
      shows,
      seam: leak(
        400,
        'java.lang.IllegalArgumentException: genre\n\tat org.lantern.Book.of(Book.java:41)\n\tat org.lantern.Api.create(Api.java:112)\nCaused by: java.lang.NullPointerException\n\t... 12 more',
      ),
    },
    {
      name: 'php-warning-of-search',
      operation: 'searchCatalogue',
      sentence: 'A 400 shows a warning of PHP with its path.',
      shows,
      seam: leak(
        400,
        'PHP Fatal error:  Uncaught TypeError: strlen() expects string in /var/www/html/library/Search.php:27\nStack trace:\n#0 /var/www/html/library/index.php(14): Search->run()\n#1 {main}',
      ),
    },
    {
      name: 'sql-of-loan',
      operation: 'createLoan',
      sentence: 'A 400 shows the SQL that failed.',
      shows,
      seam: leak(
        400,
        'SQLSTATE[23000]: Integrity constraint violation: 1452 Cannot add or update a child row: INSERT INTO loans (book_id, reader) VALUES (?, ?)',
      ),
    },
    {
      name: 'dotnet-stack-of-renewal',
      operation: 'renewLoan',
      sentence: 'A 400 shows a stack of .NET.',
      shows,
      seam: leak(
        400,
        'System.FormatException: Input string was not in a correct format.\r\n   at Library.Loans.Renew(Int32 days) in C:\\src\\Library\\Loans.cs:line 52',
      ),
    },
    {
      name: 'ruby-backtrace-of-books',
      operation: 'listBooks',
      sentence: 'A 400 shows a backtrace of Ruby.',
      shows,
      seam: leak(
        400,
        "NoMethodError (undefined method `each' for nil:NilClass):\napp/controllers/books_controller.rb:23:in `index'\n/usr/lib/ruby/gems/3.2.0/gems/rack-3.0.8/lib/rack/runtime.rb:24:in `call'",
      ),
    },
    {
      name: 'go-panic-of-isbn',
      operation: 'resolveIsbn',
      sentence: 'A 400 shows a panic of Go.',
      shows,
      seam: leak(
        400,
        'panic: runtime error: index out of range [13] with length 3\n\ngoroutine 41 [running]:\nmain.resolve(0xc0001a2000)\n\t/go/src/library/isbn.go:77 +0x1d5',
      ),
    },
    {
      name: 'stack-of-missing-loan',
      operation: 'getLoan',
      sentence: 'A 404 shows a stack of Node.',
      shows,
      seam: leak(
        404,
        'Error: no row\n    at Table.get (/srv/library/dist/table.js:9:11)\n    at async getLoan (/srv/library/dist/loans.js:31:18)',
      ),
    },
  ],
);
