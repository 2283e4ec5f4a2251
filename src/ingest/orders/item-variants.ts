import type { Issue } from "../../issue.ts";
import { ascending, by } from "../../numeric/order.ts";
import type { OrderLines } from "../../order.ts";
import { canonicalKey } from "../cells/identifiers.ts";
import { answerTo } from "../questions.ts";
import type { ReadOptions } from "../read-options.ts";

/** Item numbers of the lines and of master data by what they are but for leading zeros and capitals. */
function spellings(own: ReadonlySet<string>, known: Iterable<string>): [string, ReadonlySet<string>][] {
  const groups = new Map<string, Set<string>>();
  for (const id of [...own, ...known]) {
    const key = canonicalKey(id);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([id]));
    else group.add(id);
  }
  return [...groups].sort(by(([key]) => key));
}

/**
 * Items that differ only in leading zeros or in capitals (0815 and 815), among themselves and against master
 * data. They are reported and stay apart, until the user says which of them is meant.
 */
export function reportVariants(lines: OrderLines, { master, answers }: ReadOptions): Issue[] {
  const own = new Set(lines.items.values);
  const known = new Set((master ?? []).map(({ item }) => item));
  const issues: Issue[] = [];
  const merge = new Map<string, string>();
  for (const [key, group] of spellings(own, known)) {
    if (group.size < 2) continue;
    const variants = [...group].sort(ascending);
    const foreign = master === undefined ? [] : variants.filter((id) => own.has(id) && !known.has(id));
    if (known.size > 0 && foreign.length === 0) continue;
    const id = `same-item:${key}`;
    const answer = answerTo(answers, id);
    const text = variants.join(", ");
    if (answer !== undefined && group.has(answer)) {
      for (const variant of variants) if (variant !== answer && own.has(variant)) merge.set(variant, answer);
      issues.push({ code: "items-joined", severity: "info", item: answer, text });
    } else if (answer !== "different") {
      const isShorter = (one: string) =>
        variants.some((other) => known.has(other) && other.length > one.length);
      const lost = foreign.find(isShorter);
      const code = lost === undefined ? "item-variants" : "item-zeros-lost";
      const question = { id, candidates: [...variants, "different"] };
      issues.push({ code, severity: "warning", item: lost ?? variants[0], text, question });
    }
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
