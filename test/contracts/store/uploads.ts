import { describe, expect, test } from "vitest";
import type { NewUpload } from "../../../api/store/uploads.ts";
import type { StoreUnderTest } from "./given.ts";

const uploaded = (sha256: string, more: Partial<NewUpload> = {}): NewUpload => ({
  kind: "orders",
  source: "erp",
  mode: "full",
  sha256,
  size: 1,
  name: "",
  report: {},
  ...more,
});

export function uploadsPromises(given: StoreUnderTest): void {
  describe("uploads", () => {
    const add = (source: string, mode: "full" | "delta", sha256: string) =>
      given.store.uploads.add("t", uploaded(sha256, { source, mode })).id;
    const current = () => given.store.uploads.current("t").map(({ id }) => id);

    test("an upload comes back as it was added, to its tenant alone", () => {
      const added = given.store.uploads.add(
        "t",
        uploaded("a", { report: { rows: 3 }, name: "ä.csv", size: 7 }),
      );
      expect(added).toMatchObject({
        sha256: "a",
        name: "ä.csv",
        size: 7,
        created: given.now(),
        removed: null,
      });
      expect(given.store.uploads.get("t", added.id)).toEqual(added);
      expect(given.store.uploads.known("t", "orders", "a")).toEqual(added);
      expect(given.store.uploads.list("t")).toEqual([added]);
      expect(given.store.uploads.get("u", added.id)).toBeUndefined();
      expect(given.store.uploads.known("u", "orders", "a")).toBeUndefined();
      expect(given.store.uploads.known("t", "items", "a")).toBeUndefined();
      expect(given.store.uploads.list("u")).toEqual([]);
    });

    test("a full file hides what its source had before, a delta adds, an undo gives back", () => {
      const a = add("erp", "full", "a");
      const b = add("erp", "delta", "b");
      const other = add("shop", "full", "c");
      expect(current()).toEqual([a, b, other]);
      const d = add("erp", "full", "d");
      expect(current()).toEqual([other, d]);
      expect(given.store.uploads.remove("u", d)).toBe(false);
      expect(given.store.uploads.remove("t", d)).toBe(true);
      expect(given.store.uploads.remove("t", d)).toBe(false);
      expect(current()).toEqual([a, b, other]);
      expect(given.store.uploads.current("u")).toEqual([]);
    });

    test("old content sent again is the newest again; removed content can be sent anew", () => {
      const a = add("erp", "full", "a");
      add("erp", "full", "b");
      given.store.uploads.touch(a);
      expect(current()).toEqual([a]);
      given.store.uploads.remove("t", a);
      expect(given.store.uploads.known("t", "orders", "a")).toBeUndefined();
      expect(given.store.uploads.get("t", a)?.removed).toBe(given.now());
      expect(add("erp", "full", "a")).not.toBe(a);
    });

    test("contents are those of every tenant, without what was removed", () => {
      const a = add("erp", "full", "a");
      given.store.uploads.add("u", uploaded("a"));
      given.store.uploads.add("u", uploaded("b"));
      expect(given.store.uploads.contents()).toEqual(new Set(["a", "b"]));
      given.store.uploads.remove("t", a);
      expect(given.store.uploads.contents()).toEqual(new Set(["a", "b"]));
    });
  });
}
