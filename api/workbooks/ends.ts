/** How reading a foreign workbook ends, by the exit code of its process (from 10 on). */
const ends = ["damaged", "encrypted", "word", "slides", "no-workbook"] as const;

export type End = (typeof ends)[number];

const firstCode = 10;

export const exitCodeOf = (end: End): number => firstCode + ends.indexOf(end);

/** The end that an exit code stands for; undefined where the process died otherwise. */
export const endOf = (code: number | null): End | undefined => ends[(code ?? 0) - firstCode];
