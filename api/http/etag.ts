import { createHash } from "node:crypto";

/** Tag of a content, or of everything that an answer depends on. */
export const etagOf = (content: string | Uint8Array): string =>
  `"${createHash("sha256").update(content).digest("hex").slice(0, 24)}"`;

/** True where an If-None-Match header names the tag. */
export const isKnown = (header: string | null, etag: string): boolean =>
  (header ?? "").split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
