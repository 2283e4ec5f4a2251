const mostKept = 200;
const mostKeptBytes = 64 * 2 ** 20;

/** Pages of result lists as bytes, so that readers of the same page cost one look into the store. */
export interface PageCache {
  /** The bytes of a page; made where they are not kept. */
  get(key: string, make: () => string): Uint8Array;
}

/** A cache of at most 200 pages and 64 MiB. The oldest go first. */
export function pageCache(): PageCache {
  const pages = new Map<string, Uint8Array>();
  let bytes = 0;
  return {
    get(key, make) {
      const known = pages.get(key);
      if (known !== undefined) return known;
      const made = Buffer.from(make());
      pages.set(key, made);
      bytes += made.length;
      for (const [old, page] of pages) {
        if (pages.size <= mostKept && bytes <= mostKeptBytes) break;
        pages.delete(old);
        bytes -= page.length;
      }
      return made;
    },
  };
}
