/** Regions whose public holidays are known: "DE" (nationwide only), the 16 German states, Austria, Switzerland. */
export const regions = [
  "DE",
  "DE-BW",
  "DE-BY",
  "DE-BE",
  "DE-BB",
  "DE-HB",
  "DE-HH",
  "DE-HE",
  "DE-MV",
  "DE-NI",
  "DE-NW",
  "DE-RP",
  "DE-SL",
  "DE-SN",
  "DE-ST",
  "DE-SH",
  "DE-TH",
  "AT",
  "CH",
] as const;
export type Region = (typeof regions)[number];

/** Every spelling of a region in capitals: the states also without their country. */
export const regionNames: readonly string[] = regions.flatMap((region) =>
  region.startsWith("DE-") ? [region, region.slice(3)] : [region],
);

/** "by", "DE-BY" or "AT" as a region; undefined for what is none. @example regionNamed("by") // "DE-BY" */
export function regionNamed(state: string): Region | undefined {
  const name = state.trim().toUpperCase();
  return regions.find((region) => region === name || region === `DE-${name}`);
}
