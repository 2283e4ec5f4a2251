import { describe, expect, test } from "vitest";
import type { Issue } from "../../../src/index.ts";
import type { StoreUnderTest } from "./given.ts";

export function answersPromises(given: StoreUnderTest): void {
  describe("questions and answers", () => {
    const question = (id: string): Issue => ({
      code: "number-style-unclear",
      severity: "warning",
      field: "quantity",
      question: { id, candidates: ["1.5", "1500"] },
    });

    test("a question is asked once, by the newest file, and shows its answer", async () => {
      await given.store.answers.ask("t", [question("q1"), question("q2")]);
      await given.store.answers.ask("t", [{ ...question("q1"), file: "later.csv" }]);
      await given.store.answers.set("t", { q1: "1500" });
      const [first, second, ...more] = await given.store.answers.questions("t");
      expect(first).toMatchObject({ id: "q1", answer: "1500", candidates: ["1.5", "1500"] });
      expect(first?.issue.file).toBe("later.csv");
      expect([second?.answer, more]).toEqual([null, []]);
      expect(await given.store.answers.questions("u")).toEqual([]);
    });

    test("null takes an answer back; a question without answer that nobody raised any more is forgotten", async () => {
      await given.store.answers.ask("t", [question("q1"), question("q2"), question("q3")]);
      await given.store.answers.set("t", { q1: "1500", q2: "1.5" });
      await given.store.answers.set("t", { q2: null });
      expect(await given.store.answers.answers("t")).toEqual({ q1: "1500" });
      await given.store.answers.forgetIdle("t", [question("q3")]);
      expect((await given.store.answers.questions("t")).map(({ id }) => id)).toEqual(["q1", "q3"]);
    });
  });
}
