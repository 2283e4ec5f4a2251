import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answersOf } from "../../api/run/answers.ts";
import { checkedConfig } from "../../api/run/config.ts";
import { writeFolder } from "../../api/run/files.ts";
import { summaryOf } from "../../api/run/summary.ts";
import { type Issue, QuestionError, UsageError, words } from "../../src/index.ts";
import { samplePlan } from "../report/sample-plan.ts";

const folder = mkdtempSync(join(tmpdir(), "bedarf-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a result folder", () => {
  test("whose name is a file is wrong use, said in one line", () => {
    const path = join(folder, "taken");
    writeFileSync(path, "kept");
    expect(() => writeFolder(path, new Map([["a.csv", Buffer.from("x")]]))).toThrow(UsageError);
    expect(() => writeFolder(join(path, "below"), new Map([["a.csv", Buffer.from("x")]]))).toThrow(
      /is a file: name a folder/,
    );
    expect(readFileSync(path, "utf8")).toBe("kept");
  });

  test.skipIf(process.platform !== "linux")(
    "where no folder can be made is wrong use, and never tried for ever",
    () => {
      expect(() => writeFolder("/proc/bedarf/out", new Map([["a.csv", Buffer.from("x")]]))).toThrow(
        UsageError,
      );
    },
  );

  test("is made with its parents and holds nothing but the named files", () => {
    const deep = join(folder, "a", "b");
    writeFolder(deep, new Map([["plan.json", Buffer.from("{}")]]));
    writeFolder(deep, new Map([["issues.csv", Buffer.from("code")]]), ["plan.json", "issues.csv"]);
    expect(readdirSync(deep)).toEqual(["issues.csv"]);
  });
});

describe("a question", () => {
  const issue: Issue = {
    code: "column-unclear",
    severity: "error",
    file: "b.csv",
    field: "quantity",
    question: { id: "column:quantity:1", candidates: ["Menge 1", "Menge2"] },
  };
  const asked = new QuestionError({ code: "question", issue, more: 0, file: "b.csv" }, [issue]);

  test("is asked in the language of the reader, with the option that answers it", () => {
    expect(words.faultSentence(asked.fault, "de")).toBe(
      'b.csv: Welche Spalte ist „quantity“? Zur Wahl: Menge 1, Menge2. Antwort: --map quantity="Menge 1"',
    );
    expect(asked.message).toBe(
      'b.csv: Which column is "quantity"? Candidates: Menge 1, Menge2. Answer with --map quantity="Menge 1"',
    );
  });

  test("is answered by a file of texts only", () => {
    const path = join(folder, "answers.json");
    writeFileSync(path, '{"column:quantity:1": "Menge2"}');
    expect(answersOf(path)).toEqual({ "column:quantity:1": "Menge2" });
    writeFileSync(path, '{"column:quantity:1": 2}');
    expect(() => answersOf(path)).toThrow(UsageError);
  });
});

test("the summary counts the money of suggestions without supplier or currency too", () => {
  const plan = samplePlan();
  const items = plan.items.map((item) =>
    item.suggestion === null
      ? item
      : { ...item, suggestion: { ...item.suggestion, quantity: 2, amount: 10, currency: "" } },
  );
  const worth = 10 * items.filter(({ suggestion }) => suggestion !== null).length;
  expect(summaryOf({ ...plan, items, baskets: [] }, "out", "en")).toContain(`worth ${worth};`);
});

describe("a config", () => {
  test("says in one line what is wrong with it", () => {
    const wrong: [unknown, RegExp][] = [
      [[], /must be a JSON object/],
      [{ foo: 1 }, /unknown option foo/],
      [{ asOf: "2025-02-30" }, /asOf must be an existing day/],
      [{ serviceLevel: "x" }, /serviceLevel must be a number/],
      [{ model: "nope" }, /model must be one of combination, naive/],
      [{ horizon: 0 }, /horizon must be a number from 1 to 400/],
      [{ only: "colour=red" }, /only must be supplier/],
    ];
    for (const [given, said] of wrong) {
      expect(() => checkedConfig(given)).toThrow(UsageError);
      expect(() => checkedConfig(given)).toThrow(said);
    }
  });

  test("reads a service level above 1 as percent, and a flag wins", () => {
    expect(checkedConfig({ serviceLevel: 98 }).options.serviceLevel).toBe(0.98);
    expect(checkedConfig({ serviceLevel: 98 }, { serviceLevel: 0.9 }).options.serviceLevel).toBe(0.9);
    expect(checkedConfig({ model: "ets" }).options.model).toBe("ets");
  });
});
