/**
 * Exact decimals, for `multipleOf`: 0.01 has no binary form, so steps are counted in whole units of
 * a power of ten.
 */

export interface Decimal {
  readonly units: bigint;
  /** The value is `units` divided by ten to this power. */
  readonly scale: number;
}

/** @returns the decimal that the number's shortest text names. */
export function decimalOf(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const units = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

/** @returns the number nearest to the decimal. */
export function numberOf({ units, scale }: Decimal): number {
  return scale === 0 ? Number(units) : Number(`${units}e-${scale}`);
}

/** @returns the least common multiple of two positive decimals. */
export function leastCommonMultiple(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  const a = unitsAt(left, scale);
  const b = unitsAt(right, scale);
  return { units: (a / greatestCommonDivisor(a, b)) * b, scale };
}

/** @returns the least whole `k` with `k * step >= low` (`>` where the bound is open). */
export function firstMultiple(step: Decimal, low: number, isOpen: boolean): bigint {
  const { value, of } = aligned(low, step);
  const floor = floorDivide(value, of);
  return floor * of === value && !isOpen ? floor : floor + 1n;
}

/** @returns the greatest whole `k` with `k * step <= high` (`<` where the bound is open). */
export function lastMultiple(step: Decimal, high: number, isOpen: boolean): bigint {
  const { value, of } = aligned(high, step);
  const floor = floorDivide(value, of);
  return floor * of === value && isOpen ? floor - 1n : floor;
}

/** @returns `k` steps, as a number. */
export function multipleAt(step: Decimal, k: bigint): number {
  return numberOf({ units: step.units * k, scale: step.scale });
}

function aligned(bound: number, step: Decimal): { value: bigint; of: bigint } {
  const decimal = decimalOf(bound);
  const scale = Math.max(decimal.scale, step.scale);
  return { value: unitsAt(decimal, scale), of: unitsAt(step, scale) };
}

function unitsAt({ units, scale }: Decimal, target: number): bigint {
  return units * 10n ** BigInt(target - scale);
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
