import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function tokensPromises(given: StoreUnderTest): void {
  describe("tokens", () => {
    const made = (name = "erp", more: { expires?: number } = {}) =>
      given.store.tokens.create({ name, tenant: "t", scopes: ["read"], ...more });

    test("a token is known by its text alone, until it is revoked or has expired", () => {
      expect(given.store.tokens.any()).toBe(false);
      const text = made("erp", { expires: given.now() + 1000 });
      expect(given.store.tokens.any()).toBe(true);
      expect(given.store.tokens.check(text)).toMatchObject({ name: "erp", tenant: "t", scopes: ["read"] });
      expect(given.store.tokens.check(`${text.slice(0, -1)}x`)).toBeNull();
      expect(given.store.tokens.check("")).toBeNull();
      given.pass(1000);
      expect(given.store.tokens.check(text)).toBeNull();
      const other = made("page");
      expect(given.store.tokens.revoke("page", "u")).toBe(false);
      expect(given.store.tokens.revoke("page", "t")).toBe(true);
      expect(given.store.tokens.revoke("page", "t")).toBe(false);
      expect(given.store.tokens.check(other)).toBeNull();
      expect(given.store.tokens.any()).toBe(true);
    });

    test("lists show no secret, and when a token was used", () => {
      const text = made();
      given.pass(120_000);
      given.store.tokens.check(text);
      const [row, ...more] = given.store.tokens.list("t");
      expect(row).toMatchObject({ name: "erp", revoked: null, expires: null, used: given.now() });
      expect(JSON.stringify(row)).not.toContain(text.slice(14, 40));
      expect([more, given.store.tokens.list("u"), given.store.tokens.list().length]).toEqual([[], [], 1]);
    });

    test("a name is taken while its token is valid, and must be printable", () => {
      made();
      expect(() => made()).toThrow(/exists/);
      given.store.tokens.revoke("erp", "t");
      expect(() => made()).not.toThrow();
      expect(() => made("a\nb")).toThrow(/a token's name/);
      expect(() => made("..")).toThrow(/a token's name/);
      const other = { name: "erp", tenant: "u", scopes: ["read"] } as const;
      expect(() => given.store.tokens.create(other)).not.toThrow();
    });
  });
}
