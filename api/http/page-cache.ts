const mostKept = 200;
const mostKeptBytes = 64 * 2 ** 20;

/** Pages of result lists as bytes, so that readers of the same page cost one look into the store. */
export interface PageCache {
  /** The bytes of a page; made where they are not kept. */
  get(key: string, make: () => Promise<string>): Promise<Uint8Array>;
}

/** A cache of at most 200 pages and 64 MiB. The oldest go first. */
export function pageCache(): PageCache {
  const pages = new Map<string, Uint8Array>();
  /** Pages that are being made: whoever asks meanwhile waits for the same one. */
  const making = new Map<string, Promise<Uint8Array>>();
  let bytes = 0;
  const kept = (key: string, made: Uint8Array): Uint8Array => {
    pages.set(key, made);
    bytes += made.length;
    for (const [old, page] of pages) {
      if (pages.size <= mostKept && bytes <= mostKeptBytes) break;
      pages.delete(old);
      bytes -= page.length;
    }
    return made;
  };
  return {
    async get(key, make) {
      const known = pages.get(key) ?? making.get(key);
      if (known !== undefined) return known;
      const made = make().then((text) => kept(key, Buffer.from(text)));
      making.set(key, made);
      try {
        return await made;
      } finally {
        making.delete(key);
      }
    },
  };
}
