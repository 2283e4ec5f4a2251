import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function settingsPromises(given: StoreUnderTest): void {
  describe("settings", () => {
    test("count their changes, and say who made the last", () => {
      expect(given.store.settings.get("t")).toEqual({
        version: 0,
        config: {},
        calendar: [],
        who: null,
        at: null,
      });
      const settings = {
        config: { bucket: "week" },
        calendar: [{ from: "2026-12-24", to: "2026-12-31", kind: "plant-closure" as const }],
      };
      expect(given.store.settings.set("t", settings, "anna", 0)).toEqual({
        ...settings,
        version: 1,
        who: "anna",
        at: given.now(),
      });
      expect(() => given.store.settings.set("t", settings, "ben", 0)).toThrow(
        expect.objectContaining({ name: "VersionError", current: 1 }),
      );
      expect(given.store.settings.set("t", { ...settings, config: {} }, "ben").version).toBe(2);
      expect(given.store.settings.get("u").version).toBe(0);
    });

    test("owners are kept by tenant and caller", () => {
      given.store.settings.setOwners("t", "anna", ["Meier"]);
      given.store.settings.setOwners("t", "anna", ["Meier", "Kunz"]);
      expect(given.store.settings.ownersOf("t", "anna")).toEqual(["Meier", "Kunz"]);
      expect([given.store.settings.ownersOf("t", "ben"), given.store.settings.ownersOf("u", "anna")]).toEqual(
        [[], []],
      );
    });
  });
}
