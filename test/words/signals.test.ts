import { expect, test } from "vitest";
import type { Signal } from "../../src/signal.ts";
import { signalClause } from "../../src/words/index.ts";

const spike = (size: number): Signal => ({
  kind: "spike",
  at: "2026-09-01",
  seen: "2026-09-01",
  state: "open",
  direction: "up",
  size,
  p: 1e-6,
  q: 1e-4,
  impact: 0,
  impactUnit: "EUR",
});

test("a share is more than usual, a multiple is one of the usual", () => {
  expect(signalClause(spike(0.4), "de")).toContain("rund 40\u00a0% mehr als üblich.");
  expect(signalClause(spike(3.83), "de")).toContain("das 4,8-Fache des Üblichen.");
  expect(signalClause(spike(3.83), "en")).toContain("4.8 times the usual.");
});

test("a dip of the newest period is not said to be over", () => {
  const dip: Signal = { ...spike(-0.9), kind: "dip", direction: "down" };
  expect(signalClause(dip, "de")).toContain("ob es so bleibt, zeigt der nächste");
  expect(signalClause({ ...dip, seen: "2026-10-01" }, "de")).toContain("danach wieder normal");
  expect(signalClause({ ...dip, seen: "2026-10-01" }, "en")).toContain("normal afterwards");
});
