import { fingerprint } from "./cells/heading-key.ts";
import { type Answers, answerTo } from "./questions.ts";

/**
 * Id under which the sheet of a workbook is kept once somebody has chosen it: it hangs on the names of the sheets.
 * @example sheetQuestion(["2024", "Plan"]) // "sheet:…"
 */
export const sheetQuestion = (names: readonly string[]): string => `sheet:${fingerprint(names)}`;

/** The sheet that the answers name for a workbook with such sheets. */
export const sheetByAnswer =
  (answers: Answers | undefined) =>
  (names: readonly string[]): string | undefined =>
    answerTo(answers, sheetQuestion(names));
