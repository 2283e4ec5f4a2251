import { type Region, regions } from "../../calendar/regions.ts";

const names: Readonly<Partial<Record<Region, string>>> = {
  DE: "deutschland germany bund d",
  "DE-BW": "baden-württemberg baden-wuerttemberg bw",
  "DE-BY": "bayern bavaria by",
  "DE-BE": "berlin be",
  "DE-BB": "brandenburg bb",
  "DE-HB": "bremen hb",
  "DE-HH": "hamburg hh",
  "DE-HE": "hessen hesse he",
  "DE-MV": "mecklenburg-vorpommern mv",
  "DE-NI": "niedersachsen ni lower-saxony",
  "DE-NW": "nordrhein-westfalen nrw nw north-rhine-westphalia",
  "DE-RP": "rheinland-pfalz rp rlp",
  "DE-SL": "saarland sl",
  "DE-SN": "sachsen sn saxony",
  "DE-ST": "sachsen-anhalt st",
  "DE-SH": "schleswig-holstein sh",
  "DE-TH": "thüringen thueringen thuringia th",
  AT: "österreich oesterreich austria a",
  CH: "schweiz switzerland",
};

const known = new Map<string, Region>();
for (const region of regions) {
  known.set(region.toLowerCase(), region);
  for (const name of (names[region] ?? "").split(" ")) if (name !== "") known.set(name, region);
}

/** Region of a code or a name. @example regionOf("Bayern") // "DE-BY" */
export const regionOf = (text: string): Region | undefined =>
  known.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, "-"),
  );
