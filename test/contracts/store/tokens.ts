import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function tokensPromises(given: StoreUnderTest): void {
  describe("tokens", () => {
    const made = (name = "erp", more: { expires?: number } = {}) =>
      given.store.tokens.create({ name, tenant: "t", scopes: ["read"], ...more });

    test("a token is known by its text alone, until it is revoked or has expired", async () => {
      expect(await given.store.tokens.any()).toBe(false);
      const text = await made("erp", { expires: given.now() + 1000 });
      expect(await given.store.tokens.any()).toBe(true);
      expect(await given.store.tokens.check(text)).toMatchObject({
        name: "erp",
        tenant: "t",
        scopes: ["read"],
      });
      expect(await given.store.tokens.check(`${text.slice(0, -1)}x`)).toBeNull();
      expect(await given.store.tokens.check("")).toBeNull();
      given.pass(1000);
      expect(await given.store.tokens.check(text)).toBeNull();
      const other = await made("page");
      expect(await given.store.tokens.revoke("page", "u")).toBe(false);
      expect(await given.store.tokens.revoke("page", "t")).toBe(true);
      expect(await given.store.tokens.revoke("page", "t")).toBe(false);
      expect(await given.store.tokens.check(other)).toBeNull();
      expect(await given.store.tokens.any()).toBe(true);
    });

    test("lists show no secret, and when a token was used", async () => {
      const text = await made();
      given.pass(120_000);
      await given.store.tokens.check(text);
      const [row, ...more] = await given.store.tokens.list("t");
      expect(row).toMatchObject({ name: "erp", revoked: null, expires: null, used: given.now() });
      expect(JSON.stringify(row)).not.toContain(text.slice(14, 40));
      expect([more, await given.store.tokens.list("u"), (await given.store.tokens.list()).length]).toEqual([
        [],
        [],
        1,
      ]);
    });

    test("a name is taken while its token is valid, and must be printable", async () => {
      await made();
      await expect(made()).rejects.toThrow(/exists/);
      await given.store.tokens.revoke("erp", "t");
      await expect(made()).resolves.toBeTypeOf("string");
      await expect(made("a\nb")).rejects.toThrow(/a token's name/);
      await expect(made("..")).rejects.toThrow(/a token's name/);
      const other = { name: "erp", tenant: "u", scopes: ["read"] } as const;
      await expect(given.store.tokens.create(other)).resolves.toBeTypeOf("string");
    });
  });
}
