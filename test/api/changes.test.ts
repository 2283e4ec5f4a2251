import { expect, test } from "vitest";
import type { ForecastHistory, Kpi } from "../../api/web/shapes.ts";
import { bucketsOf, type DatedForecast, movedChart } from "../../api/web/views/item/moved-chart.ts";
import { overrideRows } from "../../api/web/views/kpis/overrides.tsx";
import { ended, itemsCsv, json, ordersCsv, testServer } from "./server.ts";

test("the next run says what moved the forecasts and what overrides were worth, by reason", async () => {
  const server = await testServer();
  const planOf = async (months: number, scale = 1) => {
    // the last months sell more than anybody expected
    const rows = ordersCsv({ months })
      .split("\n")
      .map((row, k) => {
        const cells = row.split(",");
        const isLate = k > 0 && cells.length > 4 && Number(cells[0]?.slice(1)) >= 30;
        return isLate ? [...cells.slice(0, 4), Number(cells[4]) * scale, ...cells.slice(5)].join(",") : row;
      });
    await server.call("POST", "/v1/uploads?kind=orders&source=erp", { body: rows.join("\n") });
    const { id } = await json(await server.call("POST", "/v1/plans", { body: {} }));
    expect((await ended(server, String(id))).state).toBe("done");
    return String(id);
  };
  try {
    await server.call("POST", "/v1/uploads?kind=items", { body: itemsCsv() });
    const first = await planOf(30);
    expect(await json(await server.call("GET", `/v1/plans/${first}/changes`))).toEqual({
      items: [],
      next: null,
    });
    for (const item of ["A1", "A2", "A3"])
      await server.call("POST", `/v1/plans/${first}/suggestions/${item}/decision`, {
        body: { action: "change", quantity: 60, reason: "promotion" },
      });
    const second = await planOf(35, 1.6);
    const { items } = await json(await server.call("GET", `/v1/plans/${second}/changes?lang=de`));
    const moved = items as unknown as { item: string; reason: string; sentence: string }[];
    expect(moved.length).toBeGreaterThan(1);
    expect(moved.every(({ reason }) => reason === "new-sale")).toBe(true);
    expect(moved[0]?.sentence).toMatch(/^Prognose für den Zeitraum ab .* vor allem durch neue Verkäufe/);
    const kpis = await json(await server.call("GET", `/v1/plans/${second}/kpis`));
    const { overrideValue } = kpis.quality as unknown as Record<string, Kpi>;
    const rows = overrideRows(overrideValue);
    expect(rows.map(({ by, key, cells }) => `${by} ${key} ${cells}`)).toContain("reason promotion 3");
    expect(rows.slice(0, 3).map(({ step }) => step)).toEqual(["statistical", "override", "final"]);
    expect(rows.findIndex(({ by }) => by === "reason")).toBeGreaterThan(
      rows.findLastIndex(({ by }) => by === "all"),
    );
    const history = await json(await server.call("GET", "/v1/items/A1/history"));
    const [target] = bucketsOf(history as unknown as ForecastHistory);
    expect(target?.runs.map(({ asOf }) => asOf)).toEqual(["2025-06-15", "2025-11-15"]);
  } finally {
    await server.end();
  }
});

test("the item's chart shows one period from run to run: the last run of each as-of, and what came", () => {
  const run = (asOf: string, mean: number, plan = asOf): DatedForecast => ({
    plan,
    asOf,
    mean,
    quantiles: { "0.05": mean - 9, "0.25": mean - 4, "0.5": mean, "0.75": mean + 4, "0.95": mean + 9 },
  });
  const forecasts = [run("2026-01-31", 50, "old"), run("2026-01-31", 60), run("2026-02-28", 75)];
  const history = {
    runs: [],
    targets: [
      { bucket: "2026-04-01", forecasts: forecasts.slice(1) },
      { bucket: "2026-05-01", forecasts: [run("2026-02-28", 75)] },
      { bucket: "2026-03-01", forecasts },
    ],
  };
  const [first, second, ...others] = bucketsOf(history);
  expect([first?.bucket, second?.bucket, others]).toEqual(["2026-03-01", "2026-04-01", []]);
  expect(first?.runs.map(({ mean }) => mean)).toEqual([60, 75]);
  const { markup } = movedChart("2026-03-01", first?.runs ?? [], 80);
  expect(markup.match(/class="fan/g)).toHaveLength(2);
  expect(markup).toContain('class="forecast"');
  expect(markup).toMatch(/came true 80|eingetreten 80/);
});
