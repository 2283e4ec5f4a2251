import { expect, test } from "vitest";
import type { StoreUnderTest } from "./given.ts";

const actor = { tenant: "t", who: "anna", request: "r1" };

export function auditPromises(given: StoreUnderTest): void {
  test("the audit log is a chain over all tenants, shown to each in pages of its own", async () => {
    for (const [who, action] of [
      ["anna", "upload.add"],
      ["ben", "plan.order"],
    ])
      await given.store.audit.add({ ...actor, who }, action, "o", { rows: 3 });
    await given.store.audit.addAll({ ...actor, tenant: "u" }, [
      ["upload.add", "o", {}],
      ["upload.undo", "o", {}],
    ]);
    expect(await given.store.audit.list("t", 0, 9)).toMatchObject([
      {
        at: given.now(),
        who: "anna",
        action: "upload.add",
        object: "o",
        detail: '{"rows":3}',
        request: "r1",
      },
      { who: "ben", action: "plan.order" },
    ]);
    const [first] = await given.store.audit.list("t", 0, 1);
    expect(await given.store.audit.list("t", first.seq, 9)).toMatchObject([{ who: "ben" }]);
    expect(await given.store.audit.firstBroken()).toBeNull();
  });
}
