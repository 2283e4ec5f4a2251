/** Bytes of one page of a list, however few rows that are: some milliseconds to read and write. */
const mostPageBytes = 2 ** 20;

/** How many of some rows make a page: as many as fit, one at least, so that a reader always gets on. */
export function fitting(rows: readonly { readonly bytes: number }[]): number {
  let bytes = 0;
  const at = rows.findIndex((row) => {
    bytes += row.bytes;
    return bytes > mostPageBytes;
  });
  return at < 0 ? rows.length : Math.max(1, at);
}
