import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day, type StoreUnderTest } from "./given.ts";

export function blobsPromises(given: StoreUnderTest): void {
  describe("blobs", () => {
    async function* once(text: string): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    }

    test("a body gets its place by its hash once it is kept, and none when it is dropped", async () => {
      const body = await given.store.blobs.receive(once("abc"), 3);
      expect(body).toMatchObject({
        size: 3,
        sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      });
      await given.store.blobs.keep(body);
      expect(readFileSync(given.store.blobs.pathOf(body.sha256), "utf8")).toBe("abc");
      const other = await given.store.blobs.receive(once("abd"), 3);
      given.store.blobs.drop(other);
      expect([existsSync(other.path), existsSync(given.store.blobs.pathOf(other.sha256))]).toEqual([
        false,
        false,
      ]);
    });

    test("a body beyond its limit is refused", async () => {
      await expect(given.store.blobs.receive(once("abcd"), 3)).rejects.toThrow("more than 3 bytes");
    });

    test("blobs that nobody needs go once they are old", async () => {
      for (const text of ["a", "b"])
        await given.store.blobs.keep(await given.store.blobs.receive(once(text), 9));
      const hashes = [
        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
        "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d",
      ];
      const there = () => hashes.map((hash) => existsSync(given.store.blobs.pathOf(hash)));
      await given.store.blobs.dropOthers(new Set([hashes[0]]), Date.now() - day);
      expect(there()).toEqual([true, true]);
      await given.store.blobs.dropOthers(new Set([hashes[0]]), Date.now() + day);
      expect(there()).toEqual([true, false]);
    });
  });
}
