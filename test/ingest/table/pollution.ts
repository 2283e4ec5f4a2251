/**
 * Polluted versions of a made-up order table, in the kinds that the Pollock benchmark names (VLDB 2023), from a seed.
 * The table and its values are ours; only the kinds are Pollock's.
 */
export type Row = readonly string[];

export interface Polluted {
  readonly name: string;
  readonly text: string;
  readonly clean: readonly Row[];
}

/** Numbers in [0, 1) from a seed (linear congruence); a fixture needs no better ones. */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const things = "Bolt,Washer,Hinge,Drill,Valve,Clamp,Sensor,Bearing,Gasket,Spring,Pump,Motor".split(",");
const traits = "Steel,Brass,Heavy-Duty,Coated,Flat,Long,Waterproof,Short,Buyer's,Fine-Thread".split(",");
const uses = (
  "made for daily use in the workshop;fits every frame, even the old ones;don't overtighten it;keeps its shape, hot or cold;" +
  "tested in the buyer's own plant;ships in boxes of ten, ready to use;quiet, light and easy to clean"
).split(";");

/** Header and `count` rows: date, time, quantity, code, price, name, description, address, an empty column. */
export function orderTable(seed: number, count: number): Row[] {
  const draw = draws(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)];
  const two = (n: number) => String(n).padStart(2, "0");
  const rows: Row[] = [
    ["DAY", "TIME", "Qty", "ITEMID", "Price", "ItemName", "ItemDescription", "URL", "Remarks"],
  ];
  for (let i = 0; i < count; i++) {
    const id = `${pick(["AB", "QX", "MT", "KL"])}-${1000 + Math.floor(draw() * 9000)}`;
    const inches = draw() < 0.15 ? `, ${1 + Math.floor(draw() * 40)}"` : "";
    const words = [pick(traits), pick(things), ...(draw() < 0.4 ? [pick(things)] : [])];
    rows.push([
      `${two(1 + Math.floor(draw() * 28))}/${two(1 + (i % 12))}/2021`,
      `${two(Math.floor(draw() * 24))}:${two(15 * Math.floor(draw() * 4))}`,
      String(Math.floor(draw() * 40)),
      id,
      `$${(1 + draw() * 90).toFixed(2)}`,
      words.join(" ") + (draw() < 0.3 ? `, ${pick(traits)}` : "") + inches,
      `This ${pick(things).toLowerCase()} is ${pick(uses)}, and ${pick(uses)}.`,
      `https://www.example.org/item/${id.replace("-", "_")}.html`,
      "",
    ]);
  }
  return rows;
}

export interface Style {
  readonly delimiter: string;
  readonly quote: string;
  /** What stands before a quote inside a quoted cell; "" leaves it bare. */
  readonly escape: string;
  readonly end: string;
}

export const plain: Style = { delimiter: ",", quote: '"', escape: '"', end: "\r\n" };

/** Descriptions and addresses always stand in quotes, other cells where they must. */
export function cellText(cell: string, column: number, style: Style): string {
  const must =
    /[,\n]/.test(cell) || cell.includes(style.quote) || cell.includes(style.delimiter.trim() || ",");
  if (!must && column !== 6 && column !== 7) return cell;
  return style.quote + cell.replaceAll(style.quote, style.escape + style.quote) + style.quote;
}

export const lineText = (row: Row, style: Style): string =>
  row.map((cell, i) => cellText(cell, i, style)).join(style.delimiter);

export const fileText = (rows: readonly Row[], style: Style = plain): string =>
  rows.map((row) => lineText(row, style) + style.end).join("");

/** Whole files: another dialect, another frame around the table. */
export function filePollutions(seed: number): Polluted[] {
  const rows = orderTable(seed, 70);
  const body = rows.slice(1);
  const header = rows[0];
  const styled = (label: string, style: Partial<Style>): Polluted => ({
    name: label,
    text: fileText(rows, { ...plain, ...style }),
    clean: rows,
  });
  const narrow = orderTable(seed + 1, 12).map((row) => row.slice(3, 7));
  const wide = orderTable(seed + 2, 12).map((row, i) => [
    ...row,
    i === 0 ? "Extra" : "x",
    i === 0 ? "More" : String(i),
  ]);
  const text = fileText(rows);
  const more = [...rows, ...wide.slice(1).map((row) => row.slice(0, -2))];
  return [
    { name: "source", text, clean: rows },
    styled("semicolon", { delimiter: ";" }),
    styled("tab", { delimiter: "\t" }),
    styled("pipe", { delimiter: "|" }),
    styled("comma and blank", { delimiter: ", " }),
    styled("blank", { delimiter: " " }),
    styled("LF", { end: "\n" }),
    styled("CR", { end: "\r" }),
    styled("apostrophe as quote", { quote: "'", escape: "'" }),
    styled("apostrophe as quote, not escaped", { quote: "'", escape: "" }),
    styled("backslash as escape", { escape: "\\" }),
    styled("missing escape", { escape: "" }),
    { name: "no final newline", text: text.replace(/\r\n$/, ""), clean: rows },
    { name: "two final newlines", text: `${text}\r\n`, clean: rows },
    { name: "no payload", text: "", clean: [] },
    { name: "no header", text: fileText(body), clean: body },
    { name: "header only", text: fileText([header]), clean: [header] },
    { name: "one data row", text: fileText(rows.slice(0, 2)), clean: rows.slice(0, 2) },
    {
      name: "two header rows",
      text: fileText([header, ...rows]),
      clean: [header.map((h) => `${h} ${h}`), ...body],
    },
    {
      name: "three header rows",
      text: fileText([header, header, ...rows]),
      clean: [header.map((h) => `${h} ${h} ${h}`), ...body],
    },
    { name: "preamble", text: `Orders of the year\r\nprinted for the plant\r\n\r\n${text}`, clean: rows },
    {
      name: "delimited preamble",
      text: `Orders,,,,,,,,\r\nmade by hand,,,,,,,,\r\n,,,,,,,,\r\n${text}`,
      clean: rows,
    },
    { name: "narrower second table", text: `${text}\r\n${fileText(narrow)}`, clean: rows },
    { name: "narrower second table at once", text: text + fileText(narrow), clean: rows },
    // The same headings and two more: the list goes on.
    { name: "wider second table", text: `${text}\r\n${fileText(wide)}`, clean: more },
    { name: "wider second table at once", text: text + fileText(wide), clean: more },
  ];
}

/** One row of the table is broken: a delimiter more or less, a quote too many, another delimiter. */
export function rowPollutions(seed: number, count: number): Polluted[] {
  const draw = draws(seed + 77);
  const rows = orderTable(seed, 70);
  const polluted: Polluted[] = [];
  const broken = (label: string, at: number, line: string, clean: readonly Row[] = rows) => {
    const lines = rows.map((row) => lineText(row, plain));
    lines[at] = line;
    polluted.push({ name: `${label} ${at}`, text: lines.map((text) => text + plain.end).join(""), clean });
  };
  for (let i = 0; i < count; i++) {
    const at = Math.floor(draw() * rows.length);
    const row = rows[at];
    const cells = row.map((cell, column) => cellText(cell, column, plain));
    const column = Math.floor(draw() * cells.length);
    broken(`more ${column}`, at, [...cells.slice(0, column), "", ...cells.slice(column)].join(","));
    const seam = Math.max(1, column);
    broken(`less ${seam}`, at, `${cells.slice(0, seam).join(",")}${cells.slice(seam).join(",")}`);
    const stray = cells.map((cell, j) => (j === column ? `"${cell}` : cell)).join(",");
    const withQuote = row.map((cell, j) => (j === column ? `"${cell}` : cell));
    broken(
      `quote ${column}`,
      at,
      stray,
      rows.map((known, j) => (j === at ? withQuote : known)),
    );
    broken("blanks", at, cells.join(" "));
    broken("semicolons", at, cells.join(";"));
  }
  return polluted;
}
