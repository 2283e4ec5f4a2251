import { defined } from "../../defined.ts";
import type { Issue } from "../../issue.ts";
import { ascending } from "../../numeric/order.ts";
import { type LineKind, lineKinds } from "../../order.ts";
import { bareText } from "../cells/cells.ts";
import { directionWord } from "../cells/direction-words.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { type Movement, movedQuantity, movementOf, movementsOf, takesOut } from "../cells/movements.ts";
import { isMissing } from "../cells/numbers.ts";
import { stageOf } from "../cells/stages.ts";
import { stateCounts } from "../columns/evidence/state-words.ts";
import type { Field } from "../columns/fields.ts";
import { shortText } from "../issue-list.ts";
import { type Answers, answerTo } from "../questions.ts";
import { type CodedTable, textAt } from "../typed/coded-table.ts";
import { withPair } from "../typed/out-of-pair.ts";
import { columnName } from "../typed/styles.ts";
import { type DefaultMovement, defaultMovement } from "./default-movement.ts";
import { movementOfLetters, movementsOfLetters } from "./document-kinds.ts";
import { repeatedStages } from "./repeated-stages.ts";
import { unknownKinds } from "./unknown-kinds.ts";
import { withoutContradiction } from "./whole/contradictions.ts";
import { titledLines } from "./whole/titled-lines.ts";

/** What the lines of a file are, and how their signs are meant. */
export interface LineMovements {
  /** Movement by kind code; undefined where the text is unknown, null where the cell is empty. */
  readonly byCode: readonly (Movement | undefined | null)[] | undefined;
  /** What a line is where no column says it. */
  readonly fallback: DefaultMovement;
  /** Debit/credit by code: 1 in, -1 out, 0 unknown. */
  readonly direction: readonly (1 | -1 | 0)[] | undefined;
  /** Kinds whose lines do not count, by code: nothing came about by them, or another one says the same. */
  readonly leavesOut: readonly boolean[];
  /** What leaves the stock is negative. */
  readonly signed: boolean;
  /** Questions, and what was assumed. */
  readonly issues: readonly Issue[];
}

const lineFields = new Set<Field>([
  ...(["item", "date", "quantity", "kind", "unit", "price", "supplier", "order", "line", "dueDate"] as const),
  ...([
    "receiptDate",
    "receivedQuantity",
    "supplierName",
    "supplierAndName",
    "customer",
    "orderQuantity",
  ] as const),
  ...(["openQuantity", "amount", "reference"] as const),
]);

const kindNames = new Set<string>(lineKinds);
const asKind = (text: string | undefined): LineKind | undefined =>
  text !== undefined && kindNames.has(text) ? (text as LineKind) : undefined;

/** Decides movements and signs from all lines; `quantities` are the raw values by code. */
export function lineMovements(
  coded: CodedTable,
  header: readonly string[],
  quantities: Float64Array,
  answers: Answers | undefined,
): LineMovements {
  const fallback = fallbackOf(coded, header, answers);
  const read = withPair(coded, movementsByCode(coded, fallback, answers), quantities);
  const direction = coded.columns.get("direction")?.texts.map(directionWord);
  if (read === undefined && direction === undefined) {
    const { signed, issues } = signsAlone(coded, quantities, answers);
    const titled = fallback.because === "" ? titledLines(coded, answers) : { issues: [] };
    const said = titled.movement ?? fallback;
    const all = [...issues, ...titled.issues, assumed(said, coded)];
    return { byCode: read, fallback: said, direction, leavesOut: [], signed, issues: all };
  }
  const signed = direction !== undefined || signsBeside(coded, read, quantities);
  if (read === undefined) return { byCode: read, fallback, direction, leavesOut: [], signed, issues: [] };
  const byCode =
    direction === undefined && (signed || !read.some((one) => one && takesOut(one.kind)))
      ? withoutContradiction(coded, read, quantities, answers)
      : read;
  const stages = repeatedStages(coded, byCode, quantities, answers);
  const { texts = [] } = coded.columns.get("kind") ?? {};
  const isSap = texts.every((text) => text === "" || /^\d{3}$/.test(bareText(text)));
  const leavesOut = texts.map(
    // where movements have their type, a row without one is none: an invoice in the history of an order
    (text, code) =>
      isUndecided(bareText(text)) || stages.isOut[code] || (isSap && text === "" && texts.length > 1),
  );
  const issues = [
    kindsRead(coded, byCode, fallback, signed),
    ...unknownKinds(coded, byCode, quantities),
    ...stages.issues,
  ];
  return { byCode, fallback, direction, leavesOut, signed, issues };
}

/** What the lines are where no column says it: by an answer, else by the headings. */
function fallbackOf(
  coded: CodedTable,
  header: readonly string[],
  answers: Answers | undefined,
): DefaultMovement {
  const kind = asKind(answerTo(answers, `kind:${coded.mapping.fingerprint}`));
  if (kind !== undefined) return { kind, because: "answer" };
  const fields = new Set(coded.columns.keys());
  const isBoth = fields.has("supplier") && fields.has("customer");
  const customer = isBoth && isBoughtFor(coded) ? coded.mapping.fields.get("customer") : undefined;
  if (customer === undefined) return defaultMovement(lineHeadings(coded, header), fields);
  fields.delete("customer");
  return defaultMovement(lineHeadings(coded, header, customer), fields);
}

/** True where each order has its supplier and few have a customer: for whom they were placed. */
function isBoughtFor(coded: CodedTable): boolean {
  const order = coded.columns.get("order");
  let [orders, bought, sold] = [0, 0, 0];
  for (let k = 0; k < coded.length; k++) {
    if (order !== undefined && k > 0 && order.codes[k] === order.codes[k - 1]) continue;
    orders++;
    if (!isMissing(bareText(textAt(coded, "supplier", k)))) bought++;
    if (!isMissing(bareText(textAt(coded, "customer", k)))) sold++;
  }
  return orders > 2 && bought === orders && sold < 0.5 * orders;
}

/** Movement of each text of the kind column, as the user said or as its words say. */
function movementsByCode(
  coded: CodedTable,
  fallback: DefaultMovement,
  answers: Answers | undefined,
): LineMovements["byCode"] {
  const column = coded.columns.get("kind");
  if (column === undefined) return undefined;
  const heading = normaliseHeading(columnName(coded, "kind") ?? "").key;
  const texts = column.texts.map(bareText);
  const letters = coded.byLetters === true ? texts.map(movementOfLetters) : undefined;
  const step: Movement = { kind: fallback.kind, reversal: false };
  const words = movementsOf(texts, /postenart|entrytype/.test(heading));
  const read =
    (letters ?? movementsOfLetters(heading, texts, words))?.map((movement) =>
      movement === null ? step : movement,
    ) ?? words;
  // "Pakbon" beside "Factuur" is a step of the same sale.
  const steps = read.find(
    (movement, code) => movement?.kind === "sale" && stageOf(texts[code]) !== undefined,
  );
  return read.map((known, code) => {
    const text = texts[code];
    const movement = known ?? (stageOf(text) === undefined ? undefined : steps);
    const kind = asKind(answerTo(answers, `kind:${coded.mapping.fingerprint}:${text}`));
    if (kind !== undefined) return { kind, reversal: false };
    return movement ?? (isMissing(text) || isUndecided(text) ? null : undefined);
  });
}

/** True for a document by which nothing came about: a quotation, a draft. Its lines are left out. */
const isUndecided = (text: string): boolean => movementOf(text) === undefined && stateCounts(text) === false;

/** Says what the lines are taken for, as a question where nothing speaks for it. */
function assumed({ kind, because }: DefaultMovement, { mapping }: CodedTable): Issue {
  if (because !== "") return { code: "kind-from-heading", severity: "info", kind, text: because };
  const question = { id: `kind:${mapping.fingerprint}`, candidates: ["sale", "issue", "purchase"] };
  return { code: "kind-assumed", severity: "info", kind, question };
}

/** Says how each text of the kind column was read, and how often it stands there. */
function kindsRead(
  coded: CodedTable,
  byCode: NonNullable<LineMovements["byCode"]>,
  fallback: DefaultMovement,
  signed: boolean,
): Issue {
  const column = columnName(coded, "kind");
  const { texts = [], counts = [] } = coded.columns.get("kind") ?? {};
  const read = byCode.flatMap((movement, code) => {
    if (movement === undefined || isUndecided(bareText(texts[code]))) return [];
    const reversal = movement?.reversal === true ? " (reversal)" : "";
    return [
      `${bareText(texts[code]) || "-"} = ${movement?.kind ?? fallback.kind}${reversal}: ${counts[code]}`,
    ];
  });
  const text = shortText(read.sort(ascending).join("; "));
  return { code: "kinds-read", severity: "info", ...defined({ column }), text, signed };
}

/** Headings without those of master data: a minimum order quantity says nothing about the lines. */
function lineHeadings(coded: CodedTable, header: readonly string[], apart?: number): readonly string[] {
  const master = new Set(
    [...coded.mapping.fields].filter(([field]) => !lineFields.has(field)).map(([, column]) => column),
  );
  return header.filter((_, column) => !master.has(column) && column !== apart);
}

/** Signs beside a kind column: do issues carry a minus? */
function signsBeside(coded: CodedTable, byCode: LineMovements["byCode"], quantities: Float64Array): boolean {
  const kinds = coded.columns.get("kind");
  const amounts = coded.columns.get("quantity");
  if (kinds === undefined || amounts === undefined || byCode === undefined) return false;
  let [minus, plus] = [0, 0];
  for (let k = 0; k < coded.length; k++) {
    const movement = byCode[kinds.codes[k]];
    if (!movement || !takesOut(movement.kind) || movement.reversal) continue;
    const raw = quantities[amounts.codes[k]];
    if (raw < 0) minus++;
    else if (raw > 0) plus++;
  }
  return minus > plus;
}

/** Whether a word of a heading speaks of what comes in or of what goes out. */
const wayOfWord = (word: string): 1 | -1 | undefined => {
  const kind = movementOf(word)?.kind;
  if (kind === "receipt" || kind === "purchase") return 1;
  return kind === "issue" || kind === "sale" || /bedarf|requirement|demand/i.test(word) ? -1 : undefined;
};

/** Signs without a kind column: few negative lines are returns, nearly all negative means issues with a minus. */
function signsAlone(
  coded: CodedTable,
  quantities: Float64Array,
  answers: Answers | undefined,
): Pick<LineMovements, "signed" | "issues"> {
  const id = `sign:${coded.mapping.fingerprint}`;
  const answer = answerTo(answers, id);
  if (answer !== undefined) return { signed: answer === "negative-is-issue", issues: [] };
  let [minus, plus] = [0, 0];
  coded.columns.get("quantity")?.counts.forEach((count, code) => {
    if (quantities[code] < 0) minus += count;
    else if (quantities[code] > 0) plus += count;
  });
  const share = minus + plus === 0 ? 0 : minus / (minus + plus);
  const place = defined({ column: columnName(coded, "quantity") });
  if (
    share > 0 &&
    /(change|delta|movement|bewegung|veranderung|anderung|differenz|mouvement|movimento|movimiento|mutatie|variation|variazione|zmiana|zmena)/.test(
      normaliseHeading(columnName(coded, "quantity") ?? "").key,
    )
  )
    return { signed: true, issues: [{ code: "signs-turned", severity: "info", ...place, count: minus }] };
  if (share >= 0.9)
    return { signed: true, issues: [{ code: "signs-turned", severity: "info", ...place, count: minus }] };
  if (share <= 0.3 || (minus < 5 && (share < 0.5 || minus < 2))) return { signed: false, issues: [] };
  // "Zugang/Bedarf", "In/Out": a column of both ways.
  const [first, second] = (columnName(coded, "quantity") ?? "").split("/").map(wayOfWord);
  const areBoth = first !== undefined && second !== undefined && first !== second;
  const candidates = ["negative-is-return", "negative-is-issue"];
  const question = { id, candidates: areBoth || share > 0.5 ? candidates.reverse() : candidates };
  const issue: Issue = { code: "sign-unclear", severity: "error", ...place, count: minus, question };
  return { signed: false, issues: [issue] };
}

/** Kind and quantity of one line. */
export interface LineMove {
  kind: LineKind;
  quantity: number;
}

/** Reads one line; undefined when its kind is unknown. */
export function moveOf(
  movements: LineMovements,
  raw: number,
  kindCode: number,
  directionCode: number,
): LineMove | undefined {
  const { byCode, fallback, direction, signed } = movements;
  const movement = byCode === undefined || kindCode < 0 ? null : byCode[kindCode];
  if (movement === undefined) return undefined;
  const way = direction === undefined || directionCode < 0 ? 0 : (direction[directionCode] ?? 0);
  const value = way === 0 ? raw : way * Math.abs(raw);
  if (movement === null) return withoutMovement(fallback.kind, value, signed, way);
  const quantity = movedQuantity(value, movement, signed);
  const demand = movement.kind === "issue" || movement.kind === "sale";
  return { kind: demand && quantity < 0 ? "return" : movement.kind, quantity };
}

function withoutMovement(kind: LineKind, value: number, signed: boolean, way: 1 | -1 | 0): LineMove {
  if (way !== 0)
    return way < 0
      ? { kind: kind === "purchase" ? "issue" : kind, quantity: 0 - value }
      : { kind: "receipt", quantity: value };
  if (kind === "return") return { kind, quantity: 0 - Math.abs(value) };
  const quantity = signed ? 0 - value : value;
  if (signed && quantity < 0) return { kind: "receipt", quantity: value };
  return { kind: quantity < 0 && kind !== "purchase" ? "return" : kind, quantity };
}
