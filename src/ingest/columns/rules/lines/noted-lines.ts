import type { Issue } from "../../../../issue.ts";
import { bareText } from "../../../cells/cells.ts";
import { keyPattern, normaliseHeading } from "../../../cells/heading-key.ts";
import { type Answers, answerTo } from "../../../questions.ts";
import { uniqueLabel } from "../../column-names.ts";
import { numbersOfColumn } from "../../evidence/column-numbers.ts";
import type { DerivedField } from "../../evidence/derived.ts";
import type { Field } from "../../fields.ts";
import type { TableProfile } from "../../profile.ts";

/** Headings of what somebody writes beside a line. */
const noteHeading = keyPattern(
  /(bemerk|anmerk|hinweis|notiz|^note$|notes$|comment|kommentar|remark|memo$|opmerking|remarque|commentaire|observac|osservaz|^nota$|uwagi|poznamk|anmarkning|bemaerk|merknad|huomaut|megjegyz)/,
);
/** A note that says nothing but that the line was taken back, with its day at most. */
const cancelled =
  /^(storno|storniert|sztorno|cancell?ed|annull?iert|annul[ée]e?|annullat[oa]|anulad[oa]|cancelad[oa]|geannuleerd|anulowan[eoy]|zrušen[oa]|makulerad|aflyst|peruttu|entf[aä]llt|entfallen|void(ed)?)(?![\p{L}])[^\p{L}]{0,20}$/iu;
/** A note that says that the goods came back. */
const returned =
  /^(retoure?n?|rücksendung|rücklieferung|rückgabe|kundenretoure|retourniert|zurück|returned|(customer |sales )?return|retour client|retourné|reso( da cliente)?|devolución|devuelto|zwrot|vratka|vráceno|retur|palautus|gutschrift|credit( note)?|refund(ed)?|avoir|abono|nota di credito)(?![\p{L}])[^\p{L}]{0,20}$/iu;

/** A state of lines beside which no such note stands. */
const valid = "valid";

interface Table {
  readonly header: readonly string[];
  readonly profile: TableProfile;
}

const textOf = (cells: readonly string[], column: number): string => bareText(cells[column] ?? "").trim();

/** The column of notes with such a text, beside a quantity that goes the usual way. */
function columnWith(
  { header, profile }: Table,
  used: ReadonlySet<number>,
  quantity: number | undefined,
  words: RegExp,
): number | undefined {
  if (quantity === undefined) return undefined;
  const numberOf = numbersOfColumn(profile, quantity);
  const found = profile.columns.find(
    ({ index }) =>
      !used.has(index) &&
      noteHeading.test(normaliseHeading(header[index] ?? "").key) &&
      profile.head.some((cells) => words.test(textOf(cells, index)) && numberOf(cells) > 0) &&
      profile.head.some((cells) => !words.test(textOf(cells, index))),
  );
  return found?.index;
}

const mark = (field: Field, column: number, words: RegExp, said: string, other: string): DerivedField => ({
  field,
  columns: [column],
  of: (cells) => (words.test(textOf(cells, column)) ? said : other),
});

/**
 * What notes beside single lines say of them: "storniert" takes a line out; whether "Retoure" makes it a return, or takes
 * it out, is asked.
 */
export function notedLines(
  table: Table,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
  print: string,
  answers: Answers | undefined,
): { readonly derived: readonly DerivedField[]; readonly issues: readonly Issue[] } {
  const quantity = fields.get("quantity");
  const out = fields.has("status") ? undefined : columnWith(table, used, quantity, cancelled);
  if (out !== undefined) return { derived: [mark("status", out, cancelled, "cancelled", valid)], issues: [] };
  const isOpen = !fields.has("kind") && !fields.has("direction");
  const back = isOpen ? columnWith(table, used, quantity, returned) : undefined;
  if (back === undefined) return { derived: [], issues: [] };
  const id = `noted:${print}:${table.header[back] ?? ""}`;
  const answer = answerTo(answers, id);
  if (answer === "as-the-others") return { derived: [], issues: [] };
  if (answer === "returns") return { derived: [mark("kind", back, returned, "return", "")], issues: [] };
  if (answer === "do-not-count" && !fields.has("status"))
    return { derived: [mark("status", back, returned, "cancelled", valid)], issues: [] };
  const texts = table.profile.head.map((cells) => textOf(cells, back)).filter((text) => returned.test(text));
  const issue: Issue = {
    code: "lines-noted",
    severity: "error",
    column: uniqueLabel(table.header, back),
    text: texts[0] ?? "",
    count: texts.length,
    question: { id, candidates: ["returns", "do-not-count", "as-the-others"] },
  };
  return { derived: [], issues: [issue] };
}
