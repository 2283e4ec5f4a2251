import { defined } from "../../defined.ts";
import { normaliseHeading } from "../cells/heading-key.ts";
import { movementOf } from "../cells/movements.ts";
import { totalSaid } from "../cells/total-words.ts";
import { stateCounts } from "../columns/evidence/state-words.ts";
import { synonymIndex } from "../columns/synonyms.ts";
import { holdsLines } from "../sheet-choice.ts";
import { filledCells } from "../table/blank-rows.ts";
import { reshaped, type Table, type TableRecord } from "../table/record.ts";
import { subjectOfName, titleText } from "../title-subjects.ts";

/** Rows among which titles are looked for. */
const sampleRows = 5000;
const longest = 40;

/** The title that a row alone says for the rows below it; "" for other rows. */
function titleOf({ cells }: TableRecord): string {
  if (filledCells(cells) !== 1) return "";
  const text = (cells.find((cell) => cell.trim() !== "") ?? "").trim().replace(/:$/, "");
  return text.length <= longest && /^\p{L}[^\d]*$/u.test(text) && totalSaid(text) === undefined ? text : "";
}

/** Kinds of movement that nothing else is called: "Lieferanten" and "Inventory" may head anything. */
const within = new Set<string>(["transfer", "adjustment", "scrap", "return"]);
const named = new Set<string>(["sale", "issue", "purchase", "return"]);

/** What a title says that its rows move; undefined where it names no movement. */
function movedBelow(title: string): string | undefined {
  const subject = subjectOfName(title);
  if (subject !== undefined) return named.has(subject) ? subject : undefined;
  const kind = movementOf(title)?.kind;
  return kind !== undefined && within.has(kind) ? kind : undefined;
}

/** Words for lines of documents, as they end a title: "Stornierte Aufträge". */
const ofLines =
  /^\S+ (aufträge|bestellungen|positionen|zeilen|lieferungen|rechnungen|verkäufe|belege|orders|lines|sales|positions|invoices|items|commandes|lignes|ventes|pedidos|líneas|ventas|ordini|righe|vendite|bestellingen|regels|zamówienia|pozycje|objednávky|řádky|položky|ordrar|rader|ordrer|linjer)$/iu;

/** Whether the rows below a title count; undefined where it says no state: a word, or one before the word for lines. */
function stateBelow(title: string): boolean | undefined {
  const [first = "", ...more] = title.split(/\s+/);
  return more.length === 0 || ofLines.test(title) ? stateCounts(first) : undefined;
}

const isDemand = (kind: string | undefined): boolean => kind === "sale" || kind === "issue";

/** What the titles of a table tell of the rows below them: their movement or their state. */
interface Sections {
  readonly heading: "Bewegungsart" | "Status" | "Jahr";
  readonly of: (title: string) => string;
}

/** What titles say of the rows below them, where the headings do not say it already; undefined where they say nothing. */
export function sectionsOf(titles: readonly string[], header: readonly string[]): Sections | undefined {
  const known = synonymIndex("orders").byKey;
  const fields = new Set(
    header.flatMap((heading) => known.get(normaliseHeading(heading).key) ?? []).map(({ field }) => field),
  );
  const moved = titles.flatMap((title) => movedBelow(title) ?? []);
  if (moved.some((kind) => !isDemand(kind)) && !fields.has("kind") && !fields.has("direction"))
    return { heading: "Bewegungsart", of: (title) => movedBelow(title) ?? title };
  if (titles.some((title) => stateBelow(title) === false) && !fields.has("status"))
    return { heading: "Status", of: (title) => (stateBelow(title) === undefined ? "" : title) };
  return undefined;
}

/**
 * A list of lines below titles that say what they are ("Verkäufe", "Retouren", "Stornierte Aufträge"), as one whose rows
 * say it; any other table as it is.
 */
export function withSectionTitles(table: Table): Table {
  const { header } = table;
  if (header.length < 3 || !holdsLines(header)) return table;
  const titles = new Set<string>();
  let [rows, first, begins] = [0, 0, false];
  for (const record of table.records()) {
    const title = titleOf(record);
    if (title !== "") {
      if (titles.size === 0) [first, begins] = [record.row, rows === 0];
      titles.add(title);
    }
    if (++rows >= sampleRows) break;
  }
  // Between the rows a word may be a remark on the row above: "storniert".
  if (!begins && ![...titles].every((title) => subjectOfName(title) !== undefined || ofLines.test(title)))
    return table;
  // What stands right above the first headings is the title of the rows below them.
  const above = titleText(table.preamble.at(-1) ?? "");
  const top = titles.size > 0 && subjectOfName(above) !== undefined ? [above] : [];
  const sections = sectionsOf([...top, ...titles], header);
  if (sections === undefined) return table;
  const { heading, of } = sections;
  function* records(): Generator<TableRecord> {
    let said = top.map(of).join("");
    for (const record of table.records()) {
      const title = titleOf(record);
      if (title !== "") {
        said = of(title);
        continue;
      }
      const types = record.types === undefined ? undefined : Uint8Array.of(...record.types, 0);
      yield { row: record.row, cells: [...record.cells, said], ...defined({ types }) };
    }
  }
  return reshaped(table, [...header, heading], records, {
    code: "rows-of-groups",
    severity: "info",
    row: first,
    text: [...titles].join(", ").slice(0, 80),
  });
}
