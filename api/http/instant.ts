/** A moment (milliseconds since 1970) as the API writes it. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** The same of a moment that may not have come. */
export const instant = (ms: number | null): string | null => (ms === null ? null : iso(ms));
