/** The figures by class of defect, as lines. */
import type { Detection } from './detect-faults.ts';

/** @returns a line a class, and one for all. With jobs side by side each one's seconds hold the others' too. */
export function tableLines(detections: readonly Detection[]): readonly string[] {
  const classes = [...new Set(detections.map(({ fault }) => fault.class))];
  const rows = classes.map((name) =>
    row(
      name,
      detections.filter(({ fault }) => fault.class === name),
    ),
  );
  return [HEAD, ...rows, row('all', detections)];
}

const HEAD = [
  'class'.padEnd(24),
  'found'.padStart(9),
  'twice'.padStart(7),
  'false'.padStart(7),
  'requests'.padStart(10),
  'seconds'.padStart(9),
  'CPU'.padStart(7),
].join('');

function row(name: string, detections: readonly Detection[]): string {
  const found = detections.filter(({ its }) => its.length > 0).length;
  const twice = detections.filter(({ its }) => its.length > 1).length;
  const alarms = detections.reduce((sum, one) => sum + one.falseAlarms.length, 0);
  const requests = detections.reduce((sum, one) => sum + one.requests, 0);
  const elapsedMs = detections.reduce((sum, one) => sum + one.elapsedMs, 0);
  const cpuMs = detections.reduce((sum, one) => sum + one.cpuMs, 0);
  return [
    name.padEnd(24),
    `${String(found)}/${String(detections.length)}`.padStart(9),
    String(twice).padStart(7),
    String(alarms).padStart(7),
    requests.toFixed(0).padStart(10),
    (elapsedMs / 1000).toFixed(0).padStart(9),
    (cpuMs / 1000).toFixed(0).padStart(7),
  ].join('');
}
