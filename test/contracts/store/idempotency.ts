import { describe, expect, test } from "vitest";
import { day, type StoreUnderTest } from "./given.ts";

export function idempotencyPromises(given: StoreUnderTest): void {
  describe("idempotency keys", () => {
    const answer = { status: 201, headers: { a: "b" }, body: Buffer.from("x") };

    test("live seven days with their answer, each tenant's apart", () => {
      const { idempotency } = given.store;
      expect(idempotency.claim("t", "k", "f")).toBe("new");
      expect(idempotency.claim("t", "k", "f")).toBe("running");
      expect(idempotency.claim("t", "k", "g")).toBe("other-body");
      expect(idempotency.claim("u", "k", "g")).toBe("new");
      idempotency.finish("t", "k", answer);
      given.pass(6.9 * day);
      const kept = idempotency.claim("t", "k", "f");
      expect(kept).toMatchObject({ status: 201, headers: { a: "b" } });
      expect(typeof kept === "object" && Buffer.from(kept.body).toString()).toBe("x");
      given.pass(0.2 * day);
      expect(idempotency.claim("t", "k", "f")).toBe("new");
    });

    test("are free again when nothing happened, and after the process that held them", () => {
      given.store.idempotency.claim("t", "k", "f");
      given.store.idempotency.release("t", "k");
      expect(given.store.idempotency.claim("t", "k", "g")).toBe("new");
      given.reopen();
      given.store.idempotency.forgetRunning();
      expect(given.store.idempotency.claim("t", "k", "h")).toBe("new");
      given.store.idempotency.finish("t", "k", answer);
      given.store.idempotency.release("t", "k");
      given.store.idempotency.forgetRunning();
      expect(given.store.idempotency.claim("t", "k", "h")).toMatchObject({ status: 201 });
    });
  });
}
