import { describe, expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

export function settingsPromises(given: StoreUnderTest): void {
  describe("settings", () => {
    test("count their changes, and say who made the last", async () => {
      expect(await given.store.settings.get("t")).toEqual({
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
      expect(await given.store.settings.set("t", settings, "anna", 0)).toEqual({
        ...settings,
        version: 1,
        who: "anna",
        at: given.now(),
      });
      await expect(given.store.settings.set("t", settings, "ben", 0)).rejects.toThrow(
        expect.objectContaining({ name: "VersionError", current: 1 }),
      );
      expect((await given.store.settings.set("t", { ...settings, config: {} }, "ben")).version).toBe(2);
      expect((await given.store.settings.get("u")).version).toBe(0);
    });

    test("owners are kept by tenant and caller", async () => {
      await given.store.settings.setOwners("t", "anna", ["Meier"]);
      await given.store.settings.setOwners("t", "anna", ["Meier", "Kunz"]);
      expect(await given.store.settings.ownersOf("t", "anna")).toEqual(["Meier", "Kunz"]);
      expect([
        await given.store.settings.ownersOf("t", "ben"),
        await given.store.settings.ownersOf("u", "anna"),
      ]).toEqual([[], []]);
    });
  });
}
