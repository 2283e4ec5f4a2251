import { bareText } from "../cells/cells.ts";
import { kindOfLetters, lettersOf, stageOfDocument, takesBack } from "../cells/document-letters.ts";
import type { Movement } from "../cells/movements.ts";
import { type CodedTable, Coder } from "../typed/coded-table.ts";
import { repeatedDocuments } from "./repeated-stages.ts";

/** Sorts of documents that one list holds at most; more are letters of something else. */
const mostSorts = 8;
/** Numbers looked at before all are: nearly always one sort, or none. */
const sampled = 2000;

/**
 * A table whose document numbers tell what its lines are (AB-1, LS-1, RE-1), where no column does: their letters become
 * the kind of the lines, if they count one sale several times, go in and out, or take something back unsigned.
 */
export function withDocumentKinds(coded: CodedTable, quantities: Float64Array): CodedTable {
  const { columns, mapping } = coded;
  if (columns.has("kind") || columns.has("direction")) return coded;
  for (const field of ["order", "reference"] as const) {
    const [index, letters] = [mapping.fields.get(field), sortsOf(columns.get(field)?.texts ?? [])];
    if (index === undefined || letters === undefined) continue;
    const fields = new Map(mapping.fields).set("kind", index);
    const kind = codedLetters(coded, field, letters);
    const lettered = {
      ...coded,
      mapping: { ...mapping, fields },
      columns: new Map(columns).set("kind", kind),
      byLetters: true,
    };
    if (tellsKinds(lettered, kind, quantities)) return lettered;
  }
  return coded;
}

/** Letters of each number; undefined where not all have some, or all the same. */
function sortsOf(numbers: readonly string[]): readonly string[] | undefined {
  const step = Math.max(1, Math.floor(numbers.length / sampled));
  const some = numbers
    .filter((_, k) => k % step === 0)
    .map((text) => (text === "" ? "" : lettersOf(bareText(text))));
  if (some.includes(undefined) || new Set(some).size < 2) return undefined;
  const letters: string[] = [];
  for (const text of numbers) {
    const own = text === "" ? "" : lettersOf(bareText(text));
    if (own === undefined) return undefined;
    letters.push(own);
  }
  const count = new Set(letters).size;
  return count <= mostSorts && !letters.includes("") ? letters : undefined;
}

function codedLetters(coded: CodedTable, field: "order" | "reference", letters: readonly string[]): Coder {
  const coder = new Coder(coded.length);
  const codes = letters.map((own) => coder.code(own));
  const column = coded.columns.get(field);
  for (let k = 0; k < coded.length; k++) coder.put(k, codes[column?.codes[k] ?? 0]);
  return coder;
}

function tellsKinds(coded: CodedTable, { texts, codes }: Coder, quantities: Float64Array): boolean {
  const steps = texts.map((text) => stageOfDocument(text) !== undefined);
  const kinds = new Set(texts.map(kindOfLetters));
  const ways = [kinds.has("receipt"), kinds.has("purchase"), kinds.has("issue") || steps.includes(true)];
  if (ways.filter(Boolean).length > 1) return true;
  // Beside goods received, what nobody knows the letters of may be anything.
  if (kinds.has("receipt") && kinds.has(undefined)) return true;
  if (!steps.includes(true)) return false;
  const amounts = coded.columns.get("quantity");
  const isUnsigned = (code: number): boolean =>
    codes.some((own, k) => own === code && k < coded.length && quantities[amounts?.codes[k] ?? 0] > 0);
  if (texts.some((text, code) => takesBack(text) && isUnsigned(code))) return true;
  const sale: Movement = { kind: "sale", reversal: false };
  return (
    repeatedDocuments(
      coded,
      texts.map(() => sale),
      quantities,
    ).length > 1
  );
}

/** Document types of JD Edwards, under its names of their column: invoice, credit memo, vouchers, purchase and sales orders. */
const ofEdwards = /^(dct|doty|sddct|rpdct|ildct)$/;
const edwards: Readonly<Record<string, Movement["kind"]>> = {
  ...{ RI: "sale", RX: "sale", RM: "return", CO: "return", SO: "sale", SD: "sale", ST: "transfer" },
  ...{ OV: "receipt", PV: "purchase", OP: "purchase", OT: "transfer", IM: "issue", IC: "receipt" },
  ...{ II: "issue", IT: "transfer", IA: "adjustment", PI: "adjustment", IS: "scrap" },
};

/** Headings of the sort of a document. */
const ofDocument = /(dok|doc|beleg|bizonylat|voucher|bilag|piece)/;

/**
 * Movements of a column of document letters ("FS", "PZ", "KFS") under a heading that names documents, where every text
 * is known, be it as a word; null for a step of a sale, undefined for other columns.
 */
export function movementsOfLetters(
  key: string,
  texts: readonly string[],
  words: readonly (Movement | undefined)[],
): readonly (Movement | null)[] | undefined {
  const isEdwards = ofEdwards.test(key);
  const areWords = texts.every((text, k) => text === "" || words[k] !== undefined);
  if ((!isEdwards && !ofDocument.test(key)) || areWords) return undefined;
  const read = texts.map((text, k) => {
    const known = words[k];
    if (known !== undefined || text === "") return known ?? null;
    const own = isEdwards ? edwards[text] : undefined;
    if (own !== undefined) return { kind: own, reversal: false } as const;
    if (takesBack(text)) return { kind: "return", reversal: false } as const;
    return /^\p{L}{2,4}$/u.test(text) ? movementOfLetters(text) : undefined;
  });
  return read.includes(undefined) ? undefined : read.map((movement) => movement ?? null);
}

/**
 * Movement of a line by the letters of its document, null where it is what the other lines are (a step of a sale),
 * undefined where the letters are unknown.
 */
export function movementOfLetters(letters: string): Movement | undefined | null {
  const kind = kindOfLetters(letters);
  if (kind !== undefined) return { kind, reversal: false };
  return stageOfDocument(letters) === undefined ? undefined : null;
}
