/** What a text that a command reads may cost. Buffers are outside of the heap's cap, so they are counted here. */

/** Bytes of a packed text after unpacking. */
export const mostTextBytes = 256 * 2 ** 20;

/** Characters of one line of NDJSON. */
export const mostLineChars = 16_000_000;

/** Buckets of one season: ten years of days. */
export const mostPeriod = 3660;

/** Last year that a series or a day may begin in. */
export const lastYear = 2200;

/** Buckets that one series is forecast for. */
export const mostHorizon = 10_000;
