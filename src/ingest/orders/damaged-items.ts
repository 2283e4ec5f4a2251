import type { Issue } from "../../issue.ts";
import { ascending } from "../../numeric/order.ts";
import { bareText } from "../cells/cells.ts";
import { readIdentifier } from "../cells/identifiers.ts";
import { answerTo } from "../questions.ts";
import type { ReadOptions } from "../read-options.ts";
import type { CodedTable } from "../typed/coded-table.ts";

/** True when a spreadsheet would show this identifier as the destroyed text: 4006381333931 as "4,00638E+12". */
function showsAs(id: string, damaged: string): boolean {
  if (!/^\d{2,}$/.test(id)) return false;
  const [mantissa = "", exponent = ""] = damaged.replace(",", ".").toUpperCase().split("E+");
  const digits = mantissa.includes(".") ? mantissa.length - mantissa.indexOf(".") - 1 : 0;
  const [own = "", power = ""] = Number(id).toExponential(digits).split("e+");
  return Number(own) === Number(mantissa) && Number(power) === Number(exponent);
}

/**
 * Destroyed item numbers of a table with the items of the master data that they may have been. Nothing is restored
 * before the user says so.
 */
export function damagedItems(
  coded: CodedTable,
  { master = [], answers }: ReadOptions,
): { restored: (text: string) => string | undefined; issues: Issue[] } {
  const known = new Map<string, string>();
  const issues: Issue[] = [];
  for (const each of coded.columns.get("item")?.texts ?? []) {
    const read = readIdentifier(each);
    if ("id" in read || read.problem !== "damaged") continue;
    const text = bareText(each);
    const id = `damaged-item:${text}`;
    const answer = answerTo(answers, id);
    if (answer !== undefined) known.set(text, answer);
    const shown = master.map(({ item }) => item).filter((item) => showsAs(item, text));
    const candidates = [...new Set(shown)].sort(ascending);
    if (candidates.length === 0 || answer !== undefined) continue;
    issues.push({ code: "item-restorable", severity: "warning", text, question: { id, candidates } });
  }
  return { restored: (text) => known.get(text), issues };
}
