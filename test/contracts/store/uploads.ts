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
    const add = async (source: string, mode: "full" | "delta", sha256: string) =>
      (await given.store.uploads.add("t", uploaded(sha256, { source, mode }))).id;
    const current = async () => (await given.store.uploads.current("t")).map(({ id }) => id);

    test("an upload comes back as it was added, to its tenant alone", async () => {
      const added = await given.store.uploads.add(
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
      expect(await given.store.uploads.get("t", added.id)).toEqual(added);
      expect(await given.store.uploads.known("t", "orders", "a")).toEqual(added);
      expect(await given.store.uploads.list("t")).toEqual([added]);
      expect(await given.store.uploads.get("u", added.id)).toBeUndefined();
      expect(await given.store.uploads.known("u", "orders", "a")).toBeUndefined();
      expect(await given.store.uploads.known("t", "items", "a")).toBeUndefined();
      expect(await given.store.uploads.list("u")).toEqual([]);
    });

    test("a full file hides what its source had before, a delta adds, an undo gives back", async () => {
      const a = await add("erp", "full", "a");
      const b = await add("erp", "delta", "b");
      const other = await add("shop", "full", "c");
      expect(await current()).toEqual([a, b, other]);
      const d = await add("erp", "full", "d");
      expect(await current()).toEqual([other, d]);
      expect(await given.store.uploads.remove("u", d)).toBe(false);
      expect(await given.store.uploads.remove("t", d)).toBe(true);
      expect(await given.store.uploads.remove("t", d)).toBe(false);
      expect(await current()).toEqual([a, b, other]);
      expect(await given.store.uploads.current("u")).toEqual([]);
    });

    test("old content sent again is the newest again; removed content can be sent anew", async () => {
      const a = await add("erp", "full", "a");
      await add("erp", "full", "b");
      await given.store.uploads.touch(a);
      expect(await current()).toEqual([a]);
      await given.store.uploads.remove("t", a);
      expect(await given.store.uploads.known("t", "orders", "a")).toBeUndefined();
      expect((await given.store.uploads.get("t", a))?.removed).toBe(given.now());
      expect(await add("erp", "full", "a")).not.toBe(a);
    });

    test("some are found by their ids; whether a kind stands and what was undone since is known", async () => {
      const [a, b] = [await add("erp", "full", "a"), await add("erp", "delta", "b")];
      const ids = async (...asked: string[]) =>
        (await given.store.uploads.named("t", asked)).map(({ id }) => id);
      expect(await ids(b, "u-none", a, b)).toEqual([b, a, b]);
      expect(await given.store.uploads.named("u", [a])).toEqual([]);
      const kinds = () =>
        Promise.all([given.store.uploads.has("t", "orders"), given.store.uploads.has("t", "items")]);
      expect(await kinds()).toEqual([true, false]);
      const before = given.now();
      given.pass(1000);
      await given.store.uploads.remove("t", a);
      expect(await given.store.uploads.undoneAfter("t", before)).toEqual(new Set([a]));
      expect(await given.store.uploads.undoneAfter("t", given.now())).toEqual(new Set());
      await given.store.uploads.remove("t", b);
      expect(await kinds()).toEqual([false, false]);
    });

    test("contents are those of every tenant, without what was removed", async () => {
      const a = await add("erp", "full", "a");
      await given.store.uploads.add("u", uploaded("a"));
      await given.store.uploads.add("u", uploaded("b"));
      expect(await given.store.uploads.contents()).toEqual(new Set(["a", "b"]));
      await given.store.uploads.remove("t", a);
      expect(await given.store.uploads.contents()).toEqual(new Set(["a", "b"]));
    });
  });
}
