import { expect, test } from "vitest";
import { scanDateCell, scanNumberCell } from "../../src/ingest/cells/column-values.ts";
import { currencyOf } from "../../src/ingest/cells/currency.ts";
import { scanDate } from "../../src/ingest/cells/dates.ts";
import { durationUnit, splitDuration } from "../../src/ingest/cells/durations.ts";
import { normaliseHeading } from "../../src/ingest/cells/heading-key.ts";
import { canonicalKey, readIdentifier } from "../../src/ingest/cells/identifiers.ts";
import { movementOf } from "../../src/ingest/cells/movements.ts";
import { scanNumber } from "../../src/ingest/cells/numbers.ts";
import { weekdaysOf } from "../../src/ingest/master/suppliers.ts";
import { sepLine } from "../../src/ingest/table/dialect.ts";
import { cellKind } from "../../src/ingest/table/shape.ts";
import { formatStyle } from "../../src/ingest/table/xlsx/styles.ts";
import { splitSupplier } from "../../src/ingest/typed/typed-columns.ts";
import { defused } from "../../src/report/csv/defuse.ts";

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  ...{ scanDate, scanDateCell, scanNumber, scanNumberCell, splitDuration, durationUnit, normaliseHeading },
  ...{ canonicalKey, readIdentifier, movementOf, weekdaysOf, sepLine, cellKind, formatStyle },
  ...{ currencyOf, defused },
  splitSupplier: (text) => [splitSupplier(text, true), splitSupplier(text, false)],
};

const pieces = [
  "0",
  "1 ",
  "a",
  " ",
  "\t",
  "\n",
  "'",
  "\n'",
  '"',
  "(",
  "[",
  ")",
  "-",
  "=",
  ",",
  ".",
  "1.",
  "to",
  " to ",
  "2024-",
  "\u00e4",
  "\u0301",
];

test.each(Object.entries(readers))(
  "%s reads a hundred thousand characters of anything at once",
  (_, read) => {
    read("warm");
    for (const piece of pieces)
      for (const [before, after] of [
        ["", ""],
        ["1", "!"],
        ["mo", "?"],
        ["<", "x"],
      ]) {
        const text = before + piece.repeat(100_000 / piece.length) + after;
        const begun = process.cpuUsage();
        read(text);
        const { user, system } = process.cpuUsage(begun);
        expect((user + system) / 1000, JSON.stringify(text.slice(0, 12))).toBeLessThan(300);
      }
  },
);
