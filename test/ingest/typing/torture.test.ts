import { expect, test } from "vitest";
import { tortureCases } from "../../../datasets/make/torture.ts";
import { lineRecord } from "../../../src/ingest/inspect.ts";
import { readOrders } from "../../../src/ingest/orders/orders.ts";
import { QuestionError } from "../../../src/ingest/questions.ts";
import { bytesSource } from "../../../src/ingest/source.ts";
import type { Issue } from "../../../src/issue.ts";

function read(
  file: string,
  bytes: Uint8Array,
): { lines: Record<string, unknown>[]; issues: readonly Issue[] } {
  try {
    const { lines, issues } = readOrders([bytesSource(file, bytes)]);
    return { lines: Array.from({ length: lines.length }, (_, k) => lineRecord(lines, k)), issues };
  } catch (error) {
    if (error instanceof QuestionError) return { lines: [], issues: error.issues };
    throw error;
  }
}

test.each(tortureCases().map((each) => [each.file, each] as const))(
  "%s",
  (file, { bytes, lines, issues }) => {
    const found = read(file, bytes);
    const fields = Object.keys(lines[0] ?? {});
    const only = (line: Readonly<Record<string, unknown>>) =>
      JSON.stringify(fields.map((field) => line[field] ?? null));
    expect(found.lines.map(only).sort()).toEqual(lines.map((line) => only({ ...line })).sort());
    const rows = new Set(found.issues.map(({ row }) => row));
    for (const { row } of issues) if (row !== undefined) expect(rows).toContain(row);
  },
);
