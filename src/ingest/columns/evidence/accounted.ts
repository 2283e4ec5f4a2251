import { bareText } from "../../cells/cells.ts";
import { areDocumentNumbers } from "../../cells/document-letters.ts";
import { normaliseHeading } from "../../cells/heading-key.ts";
import { movementOf } from "../../cells/movements.ts";
import { stageOf } from "../../cells/stages.ts";
import { answerTo } from "../../questions.ts";
import type { Field } from "../fields.ts";
import type { Mapping, MappingOptions } from "../mapping.ts";
import type { TableProfile } from "../profile.ts";
import { returnedLines } from "../rules/lines/came-back.ts";
import { cameIn, movedElsewhere } from "../rules/lines/came-in.ts";
import { creditsOfInvoices } from "../rules/lines/invoice-credits.ts";
import { kindBesideWay, wayBesideKind } from "../rules/lines/kind-beside-way.ts";
import {
  areMirrored,
  areRefunds,
  ofReturns,
  withoutMirrored,
  withReturns,
} from "../rules/lines/mirrored-lines.ts";
import { notedLines } from "../rules/lines/noted-lines.ts";
import { openingLines } from "../rules/lines/opening-lines.ts";
import { toldInTexts } from "../rules/lines/told-in-texts.ts";
import { undecided, undecidedColumn } from "../rules/undecided.ts";
import type { DerivedField } from "./derived.ts";
import { type FewValues, fewValues } from "./few-values.ts";
import { lessReturns } from "./less-returns.ts";
import { movedBetween, movedInside } from "./moved-between.ts";
import { flaggedWay, inWords, movedByPartner, movementColumn, saysMovements } from "./movement-column.ts";
import { chosenLines, nestedLines, partOfLine } from "./nested-lines.ts";
import { stateOfLine } from "./state-columns.ts";
import { figureCounts, stateCounts } from "./state-words.ts";
import { variantsOf } from "./variant-columns.ts";

/** Fields that say nothing of a line, so that their columns are looked at again. */
const idle = new Set<Field>(["rowType", "group", "planning", "name", "owner", "reference"]);

/** A mapping that has looked at every column, and the fields that are made of several of them. */
interface Accounted {
  readonly mapping: Mapping;
  readonly derived: readonly DerivedField[];
}

/**
 * Looks at the columns of order lines that no heading explains: what moves which way, what does not count, what
 * tells variants apart. They are understood by what they hold, or asked about; none is passed over.
 * @example accounted(mapping, ["Artikel", "Storno", …], profile, {}).derived // [{ field: "status", … }]
 */
export function accounted(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  { answers }: MappingOptions,
  said: ReadonlyMap<Field, number>,
): Accounted {
  const fields = withoutWords(mapping.fields, said, profile);
  const confidence = new Map(mapping.confidence);
  const derived: DerivedField[] = [];
  const used = columnsInUse(fields, profile);
  const table = { header, keys: header.map((heading) => normaliseHeading(heading).key), profile };
  const take = (field: Field, column: number): void => {
    for (const [other, at] of fields) if (at === column) fields.delete(other);
    fields.set(field, column);
    confidence.set(column, 0.9);
    used.add(column);
  };
  const add = (each: DerivedField | undefined): void => {
    const [first] = each?.columns ?? [];
    if (each === undefined || first === undefined) return;
    take(each.field, first);
    for (const column of each.columns) used.add(column);
    derived.push(each);
  };
  const takeMoved = (columns: readonly FewValues[], moved: { column: number; field: Field }): void => {
    const letters = inWords(columns, moved.column);
    if (moved.field === "direction" && letters !== undefined) add(letters);
    else take(moved.field, moved.column);
  };
  for (const [column, use] of answeredUses(fewValues(header, profile, used), mapping.fingerprint, answers))
    if (use === "nothing") used.add(column);
    else take(use, column);
  const numbers = fields.has("order") ? undefined : documentNumbers(profile, used);
  if (numbers !== undefined) take("order", numbers);
  if (!fields.has("kind") && !fields.has("direction")) {
    const columns = fewValues(header, profile, used);
    const moved = movedBy(columns, header, profile, fields, used);
    if (moved !== undefined && "of" in moved) add(moved);
    else if (moved !== undefined) takeMoved(columns, moved);
  }
  const left = fewValues(header, profile, used);
  const way = wayBesideKind(left, profile, fields);
  if (way !== undefined) takeMoved(left, way);
  add(kindBesideWay(fewValues(header, profile, used), profile, fields));
  const less = lessReturns(profile, header, fields, { print: mapping.fingerprint, answers });
  add(less.derived);
  if (!fields.has("direction")) add(movedElsewhere(header, profile, fields));
  for (const each of cameIn(header, profile, fields)) add(each);
  withoutMirrored(profile, fields, said);
  const state = stateBy(header, table.keys, profile, fields, used);
  if (state?.isMirrored === true) for (const column of state.columns) used.add(column);
  else add(state);
  const noted = notedLines({ header, profile }, fields, used, mapping.fingerprint, answers);
  for (const each of noted.derived) add(each);
  const variants = fields.has("variant")
    ? { issues: [] }
    : variantsOf(table, fields.get("item"), used, mapping.fingerprint, answers);
  if ("derived" in variants) add(variants.derived);
  for (const column of "columns" in variants ? variants.columns : []) used.add(column);
  const inside = fields.has("kind") || fields.has("direction") ? undefined : movedInside(header, profile);
  const open =
    variants.issues.length > 0 ? [] : undecided(header, profile, fields, used, mapping.fingerprint, inside);
  return {
    mapping: {
      ...mapping,
      fields,
      confidence,
      issues: [...mapping.issues, ...less.issues, ...noted.issues, ...variants.issues, ...open],
    },
    derived,
  };
}

/** What says which way lines go: a column as it stands, or fields made of some. */
function movedBy(
  columns: readonly FewValues[],
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
): DerivedField | ReturnType<typeof movementColumn> {
  const credits = creditsOfInvoices(columns, header);
  if (credits !== undefined) return credits;
  const moved = movementColumn(columns, profile, fields.get("item"));
  const isSaid = saysMovements(columns, moved?.column);
  const between = isSaid ? undefined : movedBetween(header, profile);
  return (
    between ??
    (isSaid ? moved : (toldInTexts(header, profile, used) ?? moved)) ??
    flaggedWay(columns, header) ??
    returnedLines(columns, fields.has("order")) ??
    movedByPartner(header, profile, fields) ??
    openingLines(profile, fields)
  );
}

/** Columns that say something of a line already. */
const columnsInUse = (fields: ReadonlyMap<Field, number>, profile: TableProfile): Set<number> =>
  new Set(
    [...fields].flatMap(([field, column]) => {
      const isOpen = field === "active" && variesInItems(profile, fields.get("item"), column);
      return idle.has(field) || isOpen ? [] : [column];
    }),
  );

/** What columns say by the answers to the questions about them. */
function answeredUses(
  columns: readonly FewValues[],
  print: string,
  answers: MappingOptions["answers"],
): (readonly [number, "kind" | "status" | "variant" | "nothing"])[] {
  return columns.flatMap(({ column, heading }) => {
    const use = answerTo(answers, `column-use:${print}:${heading}`);
    return use === "kind" || use === "status" || use === "variant" || use === "nothing"
      ? [[column, use] as const]
      : [];
  });
}

/** Fields of which a column of documents in words ("Fatura", "Nota de Crédito") is no number of an order. */
function withoutWords(
  named: ReadonlyMap<Field, number>,
  said: ReadonlyMap<Field, number>,
  profile: TableProfile,
): Map<Field, number> {
  const fields = new Map(named);
  if (!said.has("order") && areWords(profile, fields.get("order"))) fields.delete("order");
  return fields;
}

/** True for documents without any number: their column says what they are, not which. */
const areWords = ({ columns }: TableProfile, column: number | undefined): boolean => {
  const texts = (columns[column ?? -1]?.texts ?? []).map(bareText).filter((text) => text !== "");
  return texts.length > 1 && texts.every((text) => /^\D{4,}$/.test(text) && movesOrCounts(text));
};
const movesOrCounts = (text: string): boolean =>
  movementOf(text) !== undefined || stageOf(text) !== undefined || stateCounts(text) === false;

/** A column of document numbers of several sorts, which no heading names. */
const documentNumbers = (profile: TableProfile, used: ReadonlySet<number>): number | undefined =>
  profile.columns.find(({ index, texts }) => !used.has(index) && areDocumentNumbers(texts.map(bareText)))
    ?.index;

/** True for a column of which an item has several values: it speaks of the line, not of the item. */
function variesInItems({ head }: TableProfile, item: number | undefined, column: number): boolean {
  const known = new Map<string, string>();
  return head.some((cells) => {
    const [own, text] = [cells[item ?? -1] ?? "", cells[column] ?? ""];
    const before = known.get(own);
    known.set(own, text);
    return before !== undefined && before !== text;
  });
}

/** What says whether a line counts, and whether the list has the reversals of all that do not. */
function stateBy(
  header: readonly string[],
  keys: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
): (DerivedField & { readonly isMirrored: boolean }) | undefined {
  const state = both(
    nestedLines(profile, header, fields, used) ?? chosenLines(profile, fields, used),
    stateOfLine(fewValues(header, profile, used), header, keys, used),
  );
  const status = fields.get("status");
  if (state === undefined) return status === undefined ? undefined : ofReturns(status, profile, fields);
  const isOut = (cells: readonly string[]): boolean => stateCounts(state.of(cells)) === false;
  const said = status === undefined ? state : besideStatus(status, state);
  const isMirrored = areMirrored(profile, fields, isOut) || areRefunds(profile, fields, said.of);
  return { ...withReturns(said, profile, fields), isMirrored };
}

/** States by two ways: what the first does not say, the second does. */
const both = (first: DerivedField | undefined, second: DerivedField | undefined): DerivedField | undefined =>
  first === undefined || second === undefined
    ? (first ?? second)
    : {
        field: "status",
        columns: [...second.columns, ...first.columns],
        of: (cells) => first.of(cells) || second.of(cells),
      };

/** The state of a line by its own column, but for lines that another column takes out. */
const besideStatus = (status: number, { columns, of }: DerivedField): DerivedField => ({
  field: "status",
  columns: [status, ...columns],
  of: (cells) => {
    const other = of(cells);
    const decides = stateCounts(other) === false || figureCounts(other) === false || other === partOfLine;
    return decides ? other : (cells[status] ?? "");
  },
});

/** The rows of a wide table with the state that a column gives them: sales beside plan, pieces beside money. */
export function withStates(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  { answers }: MappingOptions,
): Accounted {
  const used = new Set([...mapping.fields].flatMap(([field, column]) => (idle.has(field) ? [] : [column])));
  const keys = header.map((heading) => normaliseHeading(heading).key);
  const state = mapping.fields.has("status")
    ? undefined
    : stateOfLine(fewValues(header, profile, used), header, keys, used);
  const [first] = state?.columns ?? [];
  if (state === undefined || first === undefined) return figuresOf(mapping, header, profile, used, answers);
  const fields = new Map([...mapping.fields].filter(([, column]) => column !== first)).set("status", first);
  return { mapping: { ...mapping, fields }, derived: [state] };
}

/**
 * Asks about the column that tells the rows of an item apart in a table with its periods in columns, where its heading
 * says nothing and each item has the same words: figures of two years, or sales and something else.
 */
function figuresOf(
  mapping: Mapping,
  header: readonly string[],
  profile: TableProfile,
  used: ReadonlySet<number>,
  answers: MappingOptions["answers"],
): Accounted {
  const item = mapping.fields.get("item");
  const found = fewValues(header, profile, used).find(({ column, key, values }) => {
    if (item === undefined || column === item || !anyFigure.test(key) || values.length < 2) return false;
    if ((profile.columns[column]?.numberRate ?? 0) > 0.5) return false;
    const words = new Map<string, string[]>();
    for (const cells of profile.head)
      words.set(cells[item] ?? "", [...(words.get(cells[item] ?? "") ?? []), cells[column] ?? ""]);
    return [...words.values()].every(
      (own) => own.length === values.length && new Set(own).size === values.length,
    );
  });
  const use = found && answerTo(answers, `column-use:${mapping.fingerprint}:${found.heading}`);
  if (found === undefined || use === "nothing") return { mapping, derived: [] };
  if (use === "status")
    return {
      mapping: { ...mapping, fields: new Map(mapping.fields).set("status", found.column) },
      derived: [],
    };
  const issue = undecidedColumn(found, header, mapping.fingerprint, ["status", "nothing"]);
  return { mapping: { ...mapping, issues: [...mapping.issues, issue] }, derived: [] };
}

/** Headings under which rows of one item may be anything. */
const anyFigure =
  /^$|^(typ|type|art|kennzahl|kennziffer|figure|measure|metric|indicator|wertart|datenart|zeile|row|line|serie|series|version|szenario|scenario|key figure|keyfigure|kpi|indicateur|indicador|wskaznik|ukazatel)$/;
