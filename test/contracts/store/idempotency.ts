import { describe, expect, test } from "vitest";
import { day, type StoreUnderTest } from "./given.ts";

export function idempotencyPromises(given: StoreUnderTest): void {
  describe("idempotency keys", () => {
    const answer = { status: 201, headers: { a: "b" }, body: Buffer.from("x") };

    test("live seven days with their answer, each tenant's apart", async () => {
      const { idempotency } = given.store;
      expect(await idempotency.claim("t", "k", "f")).toBe("new");
      expect(await idempotency.claim("t", "k", "f")).toBe("running");
      expect(await idempotency.claim("t", "k", "g")).toBe("other-body");
      expect(await idempotency.claim("u", "k", "g")).toBe("new");
      await idempotency.finish("t", "k", answer);
      given.pass(6.9 * day);
      const kept = await idempotency.claim("t", "k", "f");
      expect(kept).toMatchObject({ status: 201, headers: { a: "b" } });
      expect(typeof kept === "object" && Buffer.from(kept.body).toString()).toBe("x");
      given.pass(0.2 * day);
      expect(await idempotency.claim("t", "k", "f")).toBe("new");
    });

    test("are free again when nothing happened, and after the process that held them", async () => {
      await given.store.idempotency.claim("t", "k", "f");
      await given.store.idempotency.release("t", "k");
      expect(await given.store.idempotency.claim("t", "k", "g")).toBe("new");
      await given.reopen();
      await given.store.idempotency.forgetRunning();
      expect(await given.store.idempotency.claim("t", "k", "h")).toBe("new");
      await given.store.idempotency.finish("t", "k", answer);
      await given.store.idempotency.release("t", "k");
      await given.store.idempotency.forgetRunning();
      expect(await given.store.idempotency.claim("t", "k", "h")).toMatchObject({ status: 201 });
    });
  });
}
