const mostKept = 200;
const mostKeptBytes = 64 * 2 ** 20;

/** A page of a list as JSON text, and the cursor of the next one; null at the end. */
export interface ListPage<Body = string> {
  readonly body: Body;
  readonly next: string | null;
}

/** A page as it is kept: the bytes of its text. */
type KeptPage = ListPage<Uint8Array>;

/** Pages of result lists as bytes, so that readers of the same page cost one look into the store. */
export interface PageCache {
  /** A page; made where it is not kept. */
  get(key: string, make: () => Promise<ListPage>): Promise<KeptPage>;
}

/** A cache of at most 200 pages and 64 MiB. The oldest go first. */
export function pageCache(): PageCache {
  const pages = new Map<string, KeptPage>();
  /** Pages that are being made: whoever asks meanwhile waits for the same one. */
  const making = new Map<string, Promise<KeptPage>>();
  let bytes = 0;
  const kept = (key: string, made: KeptPage): KeptPage => {
    pages.set(key, made);
    bytes += made.body.length;
    for (const [old, page] of pages) {
      if (pages.size <= mostKept && bytes <= mostKeptBytes) break;
      pages.delete(old);
      bytes -= page.body.length;
    }
    return made;
  };
  return {
    async get(key, make) {
      const known = pages.get(key) ?? making.get(key);
      if (known !== undefined) return known;
      const made = make().then(({ body, next }) => kept(key, { body: Buffer.from(body), next }));
      making.set(key, made);
      try {
        return await made;
      } finally {
        making.delete(key);
      }
    },
  };
}
