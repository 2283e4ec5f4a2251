/** Rows of one of the organisers' CSV files: id and the values that are there, quotes and the header left out. */
function rowsOf(csv: string): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const line of csv.trimEnd().split(/\r?\n/).slice(1)) {
    const [id = "", ...cells] = line.split(",").map((cell) => cell.replaceAll('"', "").trim());
    rows.set(id, cells.filter((cell) => cell !== "" && cell !== "NA").map(Number));
  }
  return rows;
}

/**
 * Train and test file of one frequency of M4 as the benchmarks read it: one JSON object a line, series in the order of
 * the training file.
 * @throws RangeError where a series has no test values
 */
export function m4Lines(
  train: string,
  test: string,
  of: { readonly period: string; readonly freq: number },
): string {
  const tests = rowsOf(test);
  return [...rowsOf(train)]
    .map(([id, x]) => {
      const xx = tests.get(id);
      if (xx === undefined) throw new RangeError(`no test values of ${id}`);
      return `${JSON.stringify({ id, period: of.period, freq: of.freq, h: xx.length, x, xx })}\n`;
    })
    .join("");
}
