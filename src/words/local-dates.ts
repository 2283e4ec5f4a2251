import type { Lang } from "./lang.ts";
import { date } from "./numbers.ts";

const isoDates = /(?<![\w\-./:])\d{4}-\d{2}-\d{2}(?![\w\-/]|[.:]\w)/g;

/**
 * A sentence with its ISO dates as the reader writes them; what is `quoted` from a file stays as it stands there.
 * @example localDates("ab 2026-10-31", "de") // "ab 31.10.2026"
 */
export const localDates = (sentence: string, lang: Lang, quoted = ""): string =>
  sentence.replace(isoDates, (iso) => (quoted.includes(iso) ? iso : date(iso, lang)));
