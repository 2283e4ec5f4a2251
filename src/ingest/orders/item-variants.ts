import type { Issue } from "../../issue.ts";
import type { OrderLines } from "../../order.ts";
import { canonicalKey } from "../cells/identifiers.ts";
import { type Answers, answerTo } from "../questions.ts";

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Items that differ only in leading zeros or in capitals (0815 and 815), among themselves and against master
 * data. They are reported and stay apart, until the user says which of them is meant.
 */
export function reportVariants(
  lines: OrderLines,
  known: ReadonlySet<string> | undefined,
  answers: Answers | undefined,
): Issue[] {
  const groups = new Map<string, Set<string>>();
  const own = new Set(lines.items.values);
  const enter = (id: string): void => {
    const key = canonicalKey(id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([id]));
    else group.add(id);
  };
  own.forEach(enter);
  known?.forEach(enter);
  const issues: Issue[] = [];
  const merge = new Map<string, string>();
  for (const [key, group] of [...groups].sort(([a], [b]) => byCodeUnit(a, b))) {
    if (group.size < 2) continue;
    const variants = [...group].sort(byCodeUnit);
    const foreign = variants.filter((id) => own.has(id) && known !== undefined && !known.has(id));
    if (known !== undefined && known.size > 0 && foreign.length === 0) continue;
    const id = `same-item:${key}`;
    const answer = answerTo(answers, id);
    if (answer !== undefined && group.has(answer)) {
      for (const variant of variants) if (variant !== answer && own.has(variant)) merge.set(variant, answer);
      issues.push({ code: "items-joined", severity: "info", item: answer, text: variants.join(", ") });
      continue;
    }
    if (answer === "different") continue;
    const lost = foreign.find((each) =>
      variants.some((other) => known?.has(other) === true && other.length > each.length),
    );
    const question = { id, candidates: [...variants, "different"] };
    const code = lost === undefined ? "item-variants" : "item-zeros-lost";
    issues.push({
      code,
      severity: "warning",
      item: lost ?? variants[0],
      text: variants.join(", "),
      question,
    });
  }
  if (merge.size > 0) rename(lines, merge);
  return issues;
}

/** Replaces item names; lines of both names become lines of one item. */
function rename(lines: OrderLines, names: ReadonlyMap<string, string>): void {
  const { values, codes } = lines.items;
  const target = values.map((name) => names.get(name) ?? name);
  codes.clear();
  values.length = 0;
  const code = target.map((name) => {
    const seen = codes.get(name);
    if (seen !== undefined) return seen;
    codes.set(name, values.length);
    return values.push(name) - 1;
  });
  for (let k = 0; k < lines.length; k++) lines.item[k] = code[lines.item[k]];
}
