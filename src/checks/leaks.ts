/**
 * What an error answer shows of a server, by ecosystem. Each pattern names something that only the
 * inside of a server says: a frame, an exception's full name, a driver's own error, a file. None
 * can run away: every repetition is bounded, or ends where its own characters do.
 */
export interface Leak {
  readonly what: string;
  readonly pattern: RegExp;
}

const FRAMES: readonly Leak[] = [
  {
    what: 'a Node.js stack trace',
    pattern:
      /(?:^|\s)at (?:async )?(?:[^\n()]{0,200} \()?(?:node:|file:\/\/\/|\/|[A-Z]:\\)[^\n()]{1,200}:\d+:\d+\)?/,
  },
  {
    what: 'a Python stack trace',
    pattern:
      /Traceback \(most recent call last\)|File "[^"\n]{1,200}\.py", line \d+|\b(?:sqlalchemy\.exc|psycopg2?\.errors|django\.db\.utils)\.\w+/,
  },
  {
    what: 'a Java stack trace',
    pattern:
      /\bat [\w$.]{1,200}\([\w$]{1,100}\.(?:java|kt|scala|groovy):\d+\)|\bat [\w$.]{1,200}\((?:Native Method|Unknown Source)\)|\b(?:javax?|jakarta|org|com|io|net)(?:\.\w{1,60}){2,8}Exception\b/,
  },
  {
    what: 'a .NET stack trace',
    pattern:
      /\bat [\w.<>`]{1,200}\([^)\n]{0,200}\) in (?:[A-Z]:)?[\\/][^\n]{1,200}\.(?:cs|vb|fs):line \d+|\b(?:System|Microsoft)(?:\.\w{1,60}){1,6}Exception\b/,
  },
  {
    what: 'a Ruby stack trace',
    pattern: /[\w/.-]{1,200}\.rb:\d+:in [`'][^'\n]{1,100}'|\b(?:ActiveRecord|ActionView)::\w+/,
  },
  {
    what: 'a PHP stack trace',
    pattern:
      /\b(?:Fatal error|Warning|Notice|Parse error): [^\n]{1,300} in \/[^\n]{1,200}\.php(?: on line |:)\d+|#\d+ \/[^\n]{1,200}\.php\(\d+\)/,
  },
  {
    what: 'a Go stack trace',
    pattern:
      /goroutine \d+ \[[^\]\n]{1,50}\]:|\n\t\/[^\n]{1,200}\.go:\d+|\bruntime error: (?:invalid memory address|index out of range|slice bounds)/,
  },
  {
    what: 'a Rust panic',
    pattern: /thread '[^'\n]{1,50}' panicked at|stack backtrace:\n|\bcalled `(?:Option|Result)::/,
  },
];

const DATABASES: readonly Leak[] = [
  {
    what: 'SQL or a database error',
    pattern:
      /SQLSTATE\[\w+\]|\bORA-\d{5}:|You have an error in your SQL syntax|syntax error at or near "|\bSQLITE_(?:ERROR|CONSTRAINT)|\bPG::\w+|(?:UNIQUE|NOT NULL|FOREIGN KEY) constraint failed|violates (?:unique|not-null|foreign key|check) constraint|\bER_(?:DUP_ENTRY|PARSE_ERROR|BAD_FIELD_ERROR)|\bE11000 duplicate key|(?:SELECT [^\n]{1,200} FROM|INSERT INTO|DELETE FROM|UPDATE [^\n]{1,100} SET) [^\n]{1,300}(?:WHERE|VALUES|LIMIT|RETURNING)\b/,
  },
];

const FILES: readonly Leak[] = [
  {
    what: 'a path of the server',
    // Not within a URL or a longer path, which is what the character before tells.
    pattern:
      /(?<![\w.:/-])\/(?:home|Users|usr|var|opt|srv|app|root|etc|mnt|workspace)\/[\w.-]{1,100}\/[\w./-]{0,200}\.[A-Za-z]{1,6}\b|(?<![\w.:/-])\/(?:app|src|srv|workspace)\/[\w.-]{1,100}\.(?:m?[jt]s|py|rb|php|go|rs|java|cs)\b|\b[A-Z]:\\(?:[\w .-]{1,60}\\){1,12}[\w .-]{1,60}\.\w{1,6}\b/,
  },
];

/** From the most telling on: a trace holds paths as well. */
export const LEAKS: readonly Leak[] = [...FRAMES, ...DATABASES, ...FILES];
