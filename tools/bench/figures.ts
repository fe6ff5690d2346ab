/** Small sums over measured figures. */

/** The middle value; NaN for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that at least `percent` of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

/** The median of the ratios round by round: what happened to the machine in a round happened to both. */
export function ratio(values: readonly number[], base: readonly number[]): number {
  return median(values.flatMap((value, round) => value / (base[round] ?? NaN)));
}
