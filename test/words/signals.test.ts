import { expect, test } from "vitest";
import type { Signal } from "../../src/signal.ts";
import { signalWords } from "../../src/words/signals.ts";

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
  expect(signalWords.spike.de(spike(0.4))).toContain("rund 40\u00a0% mehr als üblich.");
  expect(signalWords.spike.de(spike(3.83))).toContain("das 4,8-Fache des Üblichen.");
  expect(signalWords.spike.en(spike(3.83))).toContain("4.8 times the usual.");
});

test("a dip of the newest period is not said to be over", () => {
  const dip: Signal = { ...spike(-0.9), kind: "dip", direction: "down" };
  expect(signalWords.dip.de(dip)).toContain("ob es so bleibt, zeigt der nächste");
  expect(signalWords.dip.de({ ...dip, seen: "2026-10-01" })).toContain("danach wieder normal");
  expect(signalWords.dip.en({ ...dip, seen: "2026-10-01" })).toContain("normal afterwards");
});
