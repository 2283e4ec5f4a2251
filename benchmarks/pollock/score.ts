// The Pollock score (Vitagliano et al., VLDB 2023) and our own figure beside it, without any reader.

export type Rows = readonly (readonly string[])[];

const counted = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** Recall, precision and F1 of two multisets, summed (at most 3); nothing expected is always right. */
function agreement(clean: readonly string[], loaded: readonly string[]): number {
  if (clean.length === 0) return 3;
  const left = counted(clean);
  let both = 0;
  for (const [value, count] of counted(loaded)) both += Math.min(count, left.get(value) ?? 0);
  if (both === 0) return 0;
  const recall = both / clean.length;
  const precision = both / loaded.length;
  return recall + precision + (2 * recall * precision) / (recall + precision);
}

/** @example score([["a"], ["1"]], [["a"], ["1"]]) // 10 */
export function score(clean: Rows, loaded: Rows): number {
  if (clean.length === 0) return 10;
  const trimmed = (rows: Rows) => rows.map((row) => row.map((cell) => cell.trim()));
  const header = (rows: Rows) => trimmed(rows.slice(0, 1)).flat();
  const records = (rows: Rows) => trimmed(rows.slice(1)).map((row) => row.join(""));
  return (
    1 +
    agreement(header(clean), header(loaded)) +
    agreement(records(clean), records(loaded)) +
    agreement(clean.flat(), loaded.flat())
  );
}

/** The clean files and our output are RFC 4180. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      let close = at;
      do {
        const from = close + 1;
        close = text.indexOf('"', from);
        cell += (cell === "" && from === at + 1 ? "" : '"') + text.slice(from, close);
        close++;
      } while (text[close] === '"');
      at = close;
    } else {
      const end = text.slice(at).search(/[,\r\n]|$/);
      cell = text.slice(at, at + end);
      at += end;
    }
    row.push(cell);
    if (text[at] === ",") {
      at++;
      if (at === text.length || text[at] === "\n" || text[at] === "\r") row.push("");
      if (text[at] !== "\n" && text[at] !== "\r" && at < text.length) continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Cells that differ from the clean table in a row that no issue names. */
export function silentCells(
  clean: Rows,
  loaded: Rows,
  rowNumbers: readonly number[],
  issues: readonly { readonly row?: number; readonly severity: string }[],
): number {
  const named = new Set(issues.map((issue) => issue.row));
  const whole = issues.some((issue) => issue.row === undefined && issue.severity !== "info");
  if (whole) return 0;
  let silent = 0;
  for (let i = 0; i < Math.max(clean.length, loaded.length); i++) {
    if (named.has(rowNumbers[i])) continue;
    const width = Math.max(clean[i]?.length ?? 0, loaded[i]?.length ?? 0);
    for (let j = 0; j < width; j++) if (clean[i]?.[j] !== loaded[i]?.[j]) silent++;
  }
  return silent;
}
