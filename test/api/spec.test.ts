import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specOf } from "../../api/jobs/spec.ts";
import { openStore } from "../../api/store/index.ts";

test("what stands in the store reaches a plan as it was decided and set, not as a text to be understood again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-spec-"));
  const store = await openStore(folder);
  try {
    const earlier = await store.plans.add("t", {}, true);
    await store.plans.end(earlier.seq, "done", { asOf: "2026-01-31" });
    const decide = (item: string, given: Parameters<typeof store.decisions.add>[3]) =>
      store.decisions.add("t", earlier.seq, item, given, "anna");
    await decide("0815", { action: "change", quantity: 1.234, reason: 'said "no", then yes;\nsure' });
    await decide("1E5", { action: "ordered", quantity: 1234, order: "4711" });
    await decide("A", { action: "reject" });
    await decide("B", { action: "accept", quantity: 1 });
    await decide("B", { action: "reset" });
    const calendar = [
      { from: "2026-12-24", to: "2026-12-31", kind: "plant-closure" as const, state: "by", scope: " " },
      { from: "2026-03-01", to: "2026-03-07", kind: "promotion" as const, item: "A", factor: 1.5 },
    ];
    const spec = await specOf(store, await store.plans.add("t", { calendar }, true), {
      folder: join(folder, "to"),
      uploads: [],
    });
    const decisions = readFileSync(spec.decisions, "utf8").trimEnd().split("\n");
    const own = { date: "2026-01-31", by: "anna" };
    expect({
      decisions: decisions.map((line) => JSON.parse(line)),
      calendar: spec.calendar,
    }).toEqual({
      decisions: [
        { ...own, item: "0815", action: "change", quantity: 1.234, reason: 'said "no", then yes;\nsure' },
        { ...own, item: "1E5", action: "ordered", quantity: 1234, order: "4711" },
        { ...own, item: "A", action: "reject" },
      ],
      calendar: [
        { from: "2026-12-24", to: "2026-12-31", kind: "plant-closure", state: "DE-BY" },
        { from: "2026-03-01", to: "2026-03-07", kind: "promotion", item: "A", factor: 1.5 },
      ],
    });
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
