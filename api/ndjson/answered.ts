import { attempt, errorLine } from "../../src/index.ts";

/** What is said of a line that cannot be worked out although it can be read. */
export const lineFailed = {
  code: "line-failed",
  message: "this line could not be worked out: check its numbers",
} as const;

/** The answer to one line; a fault of that line alone becomes its error, and the next one goes on. */
export const answered = (line: number, item: string, answer: () => string): string =>
  attempt(answer, () => errorLine(line, { item, ...lineFailed }));
