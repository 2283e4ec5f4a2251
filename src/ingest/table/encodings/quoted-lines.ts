/** A line that is one quoted cell, and separators behind it. */
const wholeLine = /^"((?:[^"]|"")*)"([;,\t]*)$/;
/** Share of the lines of a sample that are quoted as a whole: some programs leave the heading bare. */
const leastShare = 0.3;
const sampleLines = 200;

/** A line without the quotes around all of it. */
function bareLine(line: string, tail: string): string {
  const found = wholeLine.exec(line);
  if (found !== null && /[;,\t|]/.test(found[1] ?? "")) return (found[1] ?? "").replaceAll('""', '"');
  return tail !== "" && line.endsWith(tail) ? line.slice(0, -tail.length) : line;
}

/**
 * What makes of lines that are quoted as a whole the lines that were meant ("4711,""a, b"",5" -> 4711,"a, b",5);
 * undefined for a text of usual lines. Spreadsheets write them where a list of commas was opened as one column.
 */
export function quotedLines(head: string): ((text: string) => string) | undefined {
  if (!head.startsWith('"') && !head.includes('\n"')) return undefined;
  const lines = head
    .split(/\r?\n|\r/, sampleLines)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");
  const whole = lines.flatMap((line) => {
    const found = wholeLine.exec(line);
    return found !== null && /[;,\t|]/.test(found[1] ?? "") ? [found] : [];
  });
  if (whole.length < 2 || whole.length < leastShare * lines.length) return undefined;
  const [tail = ""] = whole.map((found) => found[2] ?? "");
  if (whole.some((found) => found[2] !== tail)) return undefined;
  // The others must be lines of the same list: bare ones of the same separator, with the same tail.
  const separators = [",", ";", "\t", "|"].filter((one) => one !== tail[0]);
  const counts = (line: string, separator: string): number =>
    line.replace(/"(?:[^"]|"")*"/g, "").split(separator).length;
  const bare = lines.map((line) => bareLine(line, tail));
  const fits = separators.some((separator) => {
    const widths = bare.map((line) => counts(line, separator));
    const most = Math.max(...widths);
    return most > 1 && widths.filter((width) => width === most).length >= 0.8 * widths.length;
  });
  if (!fits) return undefined;
  return (text) =>
    text
      .split("\n")
      .map((line) => {
        const isCut = line.endsWith("\r");
        const bared = bareLine(isCut ? line.slice(0, -1) : line, tail);
        return isCut ? `${bared}\r` : bared;
      })
      .join("\n");
}
