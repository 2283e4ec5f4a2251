import type { Lang } from "../command.ts";

interface Weighted {
  readonly value: string;
  readonly weight: number;
}

/** Entries of an Accept header, the most wanted first. */
function weighted(header: string): Weighted[] {
  return header
    .split(",")
    .map((part) => {
      const [value = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((one) => one.trim()).find((one) => one.startsWith("q="));
      const weight = quality === undefined ? 1 : Number(quality.slice(2));
      return { value: value.trim().toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ value, weight }) => value !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** German or English by Accept-Language; English where neither is asked for. */
export function languageOf(header: string | undefined): Lang {
  const wanted = weighted(header ?? "").find(({ value }) => /^(de|en)\b/.test(value));
  return wanted?.value.startsWith("de") ? "de" : "en";
}

export const mediaTypes = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type Medium = keyof typeof mediaTypes;

/** The form that Accept asks for; JSON where nothing else is. */
export function mediumOf(header: string | undefined): Medium {
  for (const { value } of weighted(header ?? "")) {
    if (value === mediaTypes.json || value === "*/*" || value === "application/*") return "json";
    if (value === mediaTypes.csv || value === "text/*") return "csv";
    if (value === mediaTypes.xlsx) return "xlsx";
  }
  return "json";
}
