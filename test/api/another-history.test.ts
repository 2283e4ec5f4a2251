import { expect, test } from "vitest";
import { ended, json, ordersCsv, testServer } from "./server.ts";

test("the same export in another unit is held with the factor, and planned by force with a warning", async () => {
  const server = await testServer();
  try {
    const send = (body: string) =>
      server.call("POST", "/v1/uploads?kind=orders&source=erp&mode=full", { body });
    const run = async (body: object) =>
      ended(server, String((await json(await server.call("POST", "/v1/plans", { body }))).id));
    await send(ordersCsv());
    expect(await run({})).toMatchObject({ state: "done" });
    await send(ordersCsv({ scale: 1000 }));
    const held = await run({});
    expect(held).toMatchObject({ state: "held", code: "volume-guard" });
    expect(held.reason).toContain("1000 times");
    const forced = await run({ config: { force: true } });
    expect(forced).toMatchObject({ state: "done" });
    const { items } = await json(await server.call("GET", `/v1/plans/${forced.id}/issues`));
    expect(items).toContainEqual(expect.objectContaining({ code: "history-scaled", factor: 1000, count: 4 }));
  } finally {
    await server.end();
  }
});

test("an upload with demand dated after today says so", async () => {
  const server = await testServer();
  try {
    const year = new Date().getUTCFullYear();
    const upload = async (from: number) => {
      const body = ordersCsv({ from, months: 24 });
      const { report } = await json(await server.call("POST", "/v1/uploads?kind=orders", { body }));
      return (report as unknown as { issueCounts: Record<string, number> }).issueCounts;
    };
    expect(await upload(year - 3)).not.toHaveProperty("lines-ahead");
    expect(await upload(year)).toHaveProperty("lines-ahead", 1);
  } finally {
    await server.end();
  }
});
