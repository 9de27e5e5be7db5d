/** Lines that fit the width: text wrapped at spaces, lines cut, numbers and times as people read them. */

/** @returns the text broken at spaces into lines of at most `width`; a longer word stands alone, uncut. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** @returns the text, cut to `width` with an ellipsis. */
export function cut(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** @returns such as `1,234`. */
export function number(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** @returns such as `1 failure` or `2 failures`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** @returns such as `0.4 s`, `12 s` or `3 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 120
    ? `${String(whole)} s`
    : `${number(Math.floor(whole / 60))} min ${String(whole % 60)} s`;
}

/** @returns the first names and how many more there are. */
export function names(all: readonly string[], shown: number): string {
  const rest = all.length - shown;
  return rest <= 0 ? all.join(', ') : `${all.slice(0, shown).join(', ')} and ${number(rest)} more`;
}
