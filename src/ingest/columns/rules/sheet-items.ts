import type { Issue } from "../../../issue.ts";
import { shortText } from "../../issue-list.ts";
import { type Answers, answerTo } from "../../questions.ts";
import type { Table } from "../../table/record.ts";
import type { Mapping } from "../mapping.ts";

/** Asks whether the names of sheets are items, where nothing else names any. */
export function sheetItems(
  { itemSheets, header }: Table,
  { fields, fingerprint }: Mapping,
  answers: Answers | undefined,
): Issue[] {
  const id = `sheet-items:${fingerprint}`;
  const isMeant = itemSheets !== undefined && fields.get("item") === header.length - 1;
  if (!isMeant || answerTo(answers, id) === "items") return [];
  const text = shortText(itemSheets.join(", "));
  return [{ code: "sheet-items-unclear", severity: "error", text, question: { id, candidates: ["items"] } }];
}
