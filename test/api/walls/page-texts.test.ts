import { expect, test } from "vitest";
import { pageCache } from "../../../api/http/page-cache.ts";
import { leadingFields } from "../../../api/http/routes/result-rows.ts";

const wanted = new Set(["item", "name", "group", "owner"]);
const history = { start: "2024-01-01", values: [1, 2], owner: "inner" };

test.each([
  { item: "A" },
  { item: "A", name: "Bolt", owner: "D1" },
  { item: 'A,"demandBasis":"sale"', name: '","demandBasis":', owner: "x" },
  { item: "A\\", name: '\\"},{"name":"B"}', group: '"next":"p.7"}', owner: "ü\n\u2028{[" },
  { item: "", name: "},", group: "]", owner: '\\\\"' },
])("the leading fields of %j are read back as they are, whatever follows", (fields) => {
  const of = (row: object): unknown => JSON.parse(leadingFields(JSON.stringify(row), wanted));
  expect(of(fields)).toEqual(fields);
  expect(of({ ...fields, demandBasis: "sale", history })).toEqual(fields);
  expect(of({ ...fields, history, owner2: "y" })).toEqual(fields);
  expect(of({ ...fields, unit: "ST", name2: "z" })).toEqual(fields);
});

test("numbers and nothing are plain values too; an object that begins otherwise has no such fields", () => {
  expect(leadingFields('{"item":12,"name":null,"owner":["x"]}', wanted)).toBe('{"item":12,"name":null}');
  expect(leadingFields('{"history":{"item":"A"},"item":"A"}', wanted)).toBe("{}");
  expect(leadingFields("{}", wanted)).toBe("{}");
});

test("a kept page names the next one as it was made, not by what its rows say", async () => {
  const cache = pageCache();
  const body = '{"items":[{"name":"x"}],"next":null,"say":"\\"next\\":\\"p.7\\"}';
  for (let k = 0; k < 2; k++) {
    const page = await cache.get("a", async () => ({ body, next: "plan.9" }));
    expect([Buffer.from(page.body).toString(), page.next]).toEqual([body, "plan.9"]);
  }
  expect((await cache.get("b", async () => ({ body: "{}", next: null }))).next).toBeNull();
});
