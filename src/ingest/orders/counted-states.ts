import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { bareText } from "../cells/cells.ts";
import { figureCounts, stateCounts } from "../columns/evidence/state-words.ts";
import { answerTo } from "../questions.ts";
import type { ReadOptions } from "../read-options.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { columnName } from "../typed/styles.ts";

/** Which states count, and questions about those that nobody knows. */
export interface CountedStates {
  readonly counts: (state: string) => boolean;
  readonly issues: readonly Issue[];
}

/**
 * Decides which states of lines count: those that the user listed; else as an answer says; else by their words.
 * @example countedStates(coded, { countedStates: ["offen"] }).counts("storniert") // false
 */
export function countedStates(
  coded: CodedTable,
  { countedStates: listed = [], answers }: ReadOptions,
): CountedStates {
  const texts = [...new Set((coded.columns.get("status")?.texts ?? []).map(bareText))];
  const wanted = new Set(listed.map((state) => state.trim().toLowerCase()));
  const idOf = (state: string): string => `state:${coded.mapping.fingerprint}:${state}`;
  const said = (state: string): boolean | undefined => {
    if (wanted.size > 0) return state === "" || wanted.has(state.trim().toLowerCase());
    const answer = answerTo(answers, idOf(state));
    if (answer === "counts" || answer === "does-not-count") return answer === "counts";
    return stateCounts(state) ?? figureCounts(state);
  };
  const known = new Map(texts.map((state) => [state, said(state)]));
  const column = columnName(coded, "status");
  const issues = texts
    .filter((state) => known.get(state) === undefined)
    .slice(0, 12)
    .map((text): Issue => {
      // A lone letter beside few lines marks them: "L" of those that were deleted.
      const isMark = /^\p{L}$/u.test(text) && texts.length === 2 && texts.includes("");
      const candidates = isMark ? ["does-not-count", "counts"] : ["counts", "does-not-count"];
      const question = { id: idOf(text), candidates };
      return { code: "state-unclear", severity: "error", ...defined({ column }), text, question };
    });
  return { counts: (state) => known.get(state) ?? true, issues };
}
