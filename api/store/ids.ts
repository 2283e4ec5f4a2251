import { randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new id: a prefix, then 20 characters by chance. @example newId("u") // "u-7k2m…" */
export function newId(prefix: string): string {
  const bytes = randomBytes(20);
  return `${prefix}-${Array.from(bytes, (byte) => alphabet[byte & 31]).join("")}`;
}
