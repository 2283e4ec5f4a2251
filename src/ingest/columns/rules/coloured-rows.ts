import type { Issue } from "../../../issue.ts";
import { shortText } from "../../issue-list.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { Table } from "../../table/record.ts";
import { stateCounts } from "../evidence/state-words.ts";

/** What a list marks rows by that no cell says: colours, struck or slanted letters. */
const marks =
  /(?<!\p{L})(gelb|rot|grün|gruen|orange|grau|blau|farbig|farblich|durchgestrichen|kursiv|yellow|red|green|gr[ae]y|blue|strike-?through|struck|crossed out|italics?|jaune|rouge|vert|barrée?s?|amarillo|rojo|verde|tachad[ao]s?|giallo|rosso|geel|rood|groen|doorgestreept|żółt|czerwon|zielon)(e|en|er|es)?(?!\p{L})/iu;
const longest = 120;

/** A line that says that marked rows do not count: "gelb = storniert". */
function marksOut(line: string): boolean {
  if (line.length > longest || !marks.test(line)) return false;
  return line.split(/[^\p{L}]+/u).some((word) => word.length > 3 && stateCounts(word) === false);
}

/**
 * Asks about a list whose legend says that rows of a colour do not count, since no cell tells which they are.
 */
export function colouredRows(table: Table, print: string, answers: Answers | undefined): readonly Issue[] {
  const id = `colours:${print}`;
  if (answerTo(answers, id) === "count") return [];
  const below = table
    .issues()
    .flatMap(({ code, text }) => (code === "footer-row" && text !== undefined ? [text] : []));
  const line = [...table.preamble, ...below].find(marksOut);
  if (line === undefined) return [];
  const text = shortText(line.replace(/[;\t|]+/g, " ").trim());
  return [{ code: "colours-unread", severity: "error", text, question: { id, candidates: ["count"] } }];
}
