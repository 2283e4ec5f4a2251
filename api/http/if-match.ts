import { unreadable } from "./problem.ts";

/** The version that an If-Match header names; undefined where any will do. */
export function expectedVersion(header: string | null): number | undefined {
  if (header === null || header.trim() === "*") return undefined;
  const text = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (text === undefined)
    throw unreadable(
      "If-Match must be the version of the decision.",
      "If-Match muss die Version der Entscheidung sein.",
    );
  return Number(text);
}
