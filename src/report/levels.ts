import { type Bands, printedLevels } from "../forecast.ts";

/** Values of one level at every bucket: the level itself where the bands hold it, else between its neighbours. */
export function atLevel(bands: Bands, level: number): Float64Array {
  const { levels, quantiles } = bands;
  const above = levels.findIndex((known) => known >= level - 1e-9);
  if (above < 0) return quantiles.at(-1) ?? bands.mean;
  if (above === 0 || levels[above] <= level + 1e-9) return quantiles[above];
  const share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
  return quantiles[above].map(
    (high, k) => quantiles[above - 1][k] + share * (high - quantiles[above - 1][k]),
  );
}

/** The bands at the five printed levels, whatever levels the engine planned with. */
export const printedBands = (bands: Bands): Bands => ({
  mean: bands.mean,
  levels: printedLevels,
  quantiles: printedLevels.map((level) => atLevel(bands, level)),
});
