import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { bareText } from "../cells/cells.ts";
import { stageOfDocument } from "../cells/document-letters.ts";
import type { Movement } from "../cells/movements.ts";
import { shortText } from "../issue-list.ts";
import { type Answers, answerTo } from "../questions.ts";
import type { CodedTable } from "../typed/coded-table.ts";
import { columnName } from "../typed/styles.ts";

/** From this share of its lines on a stage repeats another one. */
const mostly = 0.6;
/** Lines that are found again by chance. */
const byChance = 1;

/** Which kinds of documents are left out, as another one says the same, and the question that it is. */
interface RepeatedStages {
  /** By code of the kind column: true where its lines do not count. */
  readonly isOut: readonly boolean[];
  readonly issues: readonly Issue[];
}

/** A kind of document, and how often each quantity of an item stands in it. */
interface Documents {
  readonly code: number;
  readonly text: string;
  readonly lines: ReadonlyMap<string, number>;
  readonly sums: ReadonlyMap<number, number>;
  readonly count: number;
}

/** Whether so many of two sorts of things are the same that it is no chance. */
const isShared = (hits: number, a: number, b: number): boolean =>
  hits >= mostly * Math.min(a, b) && (hits > byChance || (hits === a && hits === b));

/** True where one stage says what the other says: the same lines, or the same sums of the items in other parts. */
function repeats(a: Documents, b: Documents): boolean {
  if (stageOfDocument(a.text) === stageOfDocument(b.text)) return false;
  let [lines, items] = [0, 0];
  for (const [line, count] of a.lines) lines += Math.min(count, b.lines.get(line) ?? 0);
  for (const [item, sum] of a.sums) if (b.sums.get(item) === sum) items++;
  return isShared(lines, a.count, b.count) || isShared(items, a.sums.size, b.sums.size);
}

/** The documents of each kind that is a step of a sale or purchase. */
function documentsOf(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
): Documents[] {
  const [kinds, items, amounts] = (["kind", "item", "quantity"] as const).map((field) =>
    coded.columns.get(field),
  );
  if (kinds === undefined || items === undefined || amounts === undefined) return [];
  const steps = kinds.texts.map((each, code) => {
    const movement = byCode[code];
    const isStep = movement && !movement.reversal && ["sale", "issue", "purchase"].includes(movement.kind);
    return isStep && stageOfDocument(bareText(each)) !== undefined;
  });
  const found = new Set(
    kinds.texts.flatMap((each, code) => (steps[code] ? [stageOfDocument(bareText(each))] : [])),
  );
  if (found.size < 2) return [];
  const all = kinds.texts.map((each, code) => ({
    code,
    text: bareText(each),
    lines: new Map<string, number>(),
    sums: new Map<number, number>(),
    count: kinds.counts[code],
  }));
  for (let k = 0; k < coded.length; k++) {
    if (!steps[kinds.codes[k]]) continue;
    const { lines, sums } = all[kinds.codes[k]];
    const [item, amount] = [items.codes[k], Math.abs(quantities[amounts.codes[k]])];
    const key = `${item} ${amount}`;
    lines.set(key, (lines.get(key) ?? 0) + 1);
    sums.set(item, (sums.get(item) ?? 0) + amount);
  }
  return all.filter(({ code }) => steps[code]);
}

/** Kinds of documents that say what another one says: none, or more than one. */
export function repeatedDocuments(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
): readonly Documents[] {
  const documents = documentsOf(coded, byCode, quantities);
  return documents.filter((one) => documents.some((other) => other !== one && repeats(one, other)));
}

/**
 * Order, delivery note and invoice of one sale in one list would count it three times: where the items and quantities
 * of one stand in another again, it is asked which of them counts.
 */
export function repeatedStages(
  coded: CodedTable,
  byCode: readonly (Movement | undefined | null)[],
  quantities: Float64Array,
  answers: Answers | undefined,
): RepeatedStages {
  const same = repeatedDocuments(coded, byCode, quantities);
  const nothing = byCode.map(() => false);
  if (same.length < 2) return { isOut: nothing, issues: [] };
  const id = `stages:${coded.mapping.fingerprint}`;
  const answer = answerTo(answers, id);
  if (answer === "all") return { isOut: nothing, issues: [] };
  if (same.some(({ text }) => text === answer)) {
    const out = new Set(same.filter(({ text }) => text !== answer).map(({ code }) => code));
    return { isOut: nothing.map((_, code) => out.has(code)), issues: [] };
  }
  const ranked = [...same].sort((a, b) => b.count - a.count || a.code - b.code);
  const text = shortText(ranked.map(({ text: word, count }) => `${word}: ${count}`).join(", "));
  const question = { id, candidates: [...ranked.map(({ text: word }) => word), "all"] };
  const column = columnName(coded, "kind");
  return {
    isOut: nothing,
    issues: [{ code: "stages-repeated", severity: "error", ...defined({ column }), text, question }],
  };
}
