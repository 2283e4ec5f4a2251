import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readText } from "./from-text.ts";

test("a long dashed rule with a foreign character in it costs no time", () => {
  const start = performance.now();
  expect(
    readText(`item;date;quantity\nA1;2025-01-31;5\n${"-".repeat(200)}x${"-".repeat(20)}\nA2;2025-01-31;6\n`)
      .lines.length,
  ).toBe(2);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("a text of rules only is refused, not hung on", () => {
  expect(() => readText(`${"-".repeat(300)}M\n`.repeat(20))).toThrow(InputError);
});
