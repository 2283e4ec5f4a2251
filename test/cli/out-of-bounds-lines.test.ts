import { expect, test } from "vitest";
import { seriesLines } from "../../api/ndjson/series-lines.ts";

test("a line with a number that no shop has is an error of its own, its neighbours are read", () => {
  const line = (value: number) => JSON.stringify({ item: `V${value}`, values: [4, value, 6] });
  const read = [...seriesLines([3, 7e200, -2e13, 9e11].map(line).join("\n"))];
  expect(read.map((one) => ("error" in one ? one.error.code : one.series.item))).toEqual([
    "V3",
    "value-not-a-number",
    "value-not-a-number",
    "V900000000000",
  ]);
});
