/** The sign between the cells of a heading: semicolon or tab where it has one, else the comma. */
export const delimiterOf = (head: string): string => [";", "\t"].find((one) => head.includes(one)) ?? ",";

/** Cells of a line, quotes taken off; a delimiter inside quotes is text. */
export function csvCells(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  for (let k = 0; k < line.length; k++) {
    const sign = line[k];
    if (sign === '"' && isQuoted && line[k + 1] === '"') cell += line[++k];
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}
