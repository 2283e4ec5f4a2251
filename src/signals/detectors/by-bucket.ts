/**
 * p-values by the data up to each observed value from `at` on, told by the data up to each bucket: one that nobody
 * observed changes nothing. `bucket` is the bucket of each observed value.
 * @example byBucket([1, 0.01], 1, Int32Array.of(0, 1, 4)) // [1, 1, 1, 0.01]
 */
export function byBucket(values: readonly number[], at: number, bucket: Int32Array): number[] {
  const out: number[] = [];
  values.forEach((p, i) => {
    const place = bucket[at + i] - bucket[at];
    while (out.length < place) out.push(out[out.length - 1] ?? 1);
    out.push(p);
  });
  return out;
}
