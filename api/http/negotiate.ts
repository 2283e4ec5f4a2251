import { parseAccept } from "hono/utils/accept";
import { words } from "../../src/index.ts";
import type { Lang } from "../command.ts";

/** What an Accept header takes, in small letters, the most wanted first. */
const taken = (header: string | null): string[] =>
  parseAccept(header ?? "")
    .filter(({ q }) => q > 0)
    .map(({ type }) => type.toLowerCase());

/** The language of Accept-Language; English where none that is spoken here is asked for. */
export const languageOf = (header: string | null): Lang =>
  taken(header)
    .map(words.langNamed)
    .find((lang) => lang !== undefined) ?? "en";

export const mediaTypes = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
type Medium = keyof typeof mediaTypes;

/** The form that Accept asks for; JSON where nothing else is. */
export function mediumOf(header: string | null): Medium {
  for (const type of taken(header)) {
    if (type === mediaTypes.json || type === "*/*" || type === "application/*") return "json";
    if (type === mediaTypes.csv || type === "text/*") return "csv";
    if (type === mediaTypes.xlsx) return "xlsx";
  }
  return "json";
}

/** True where an Accept-Encoding header takes gzip. @example takesGzip("br, gzip;q=0") // false */
export function takesGzip(header: string | null): boolean {
  const weights = new Map(parseAccept(header ?? "").map(({ type, q }) => [type.toLowerCase(), q]));
  return (weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0) > 0;
}
