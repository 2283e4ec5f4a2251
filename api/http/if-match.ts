import { unreadable } from "./problem.ts";
import { ifMatch } from "./schemas/common.ts";

/** The version that an If-Match header names; undefined where any will do. */
export function expectedVersion(header: string | null): number | undefined {
  if (header === null) return undefined;
  const read = ifMatch.safeParse(header.trim());
  if (read.success) return read.data === "*" ? undefined : Number(read.data.replaceAll(/\D/g, ""));
  throw unreadable(
    "If-Match must be the version that was seen, or *.",
    "If-Match muss die gesehene Version sein, oder *.",
  );
}
