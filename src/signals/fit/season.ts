/** How many regressors describe the season: all phases, a few waves, or none. */
export type SeasonForm = number | "phases";

/** Columns of a season over observed buckets: indicators of all phases but one, or `form` pairs of waves. */
export function seasonColumns(bucket: Int32Array, period: number, form: SeasonForm): Float64Array[] {
  const n = bucket.length;
  const columns: Float64Array[] = [];
  if (form === "phases") {
    for (let phase = 1; phase < period; phase++) {
      const column = new Float64Array(n);
      for (let i = 0; i < n; i++) if (bucket[i] % period === phase) column[i] = 1;
      columns.push(column);
    }
    return columns;
  }
  for (let wave = 1; wave <= form; wave++) {
    const sine = new Float64Array(n);
    const cosine = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const angle = (2 * Math.PI * wave * bucket[i]) / period;
      sine[i] = Math.sin(angle);
      cosine[i] = Math.cos(angle);
    }
    columns.push(cosine);
    if (2 * wave !== period) columns.push(sine);
  }
  return columns;
}

/** Forms worth trying: a season needs two cycles, all phases of it two and a half. */
export function seasonForms(length: number, period: number): SeasonForm[] {
  if (period < 2 || length < 2 * period) return [];
  const waves = [1, 2, 4].filter((k) => 2 * k < Math.min(period, 14));
  return length >= 2.5 * period && period <= 24 ? [...waves, "phases"] : waves;
}
