import fc from "fast-check";
import { expect, test } from "vitest";
import { html } from "../../src/report/html/markup.ts";
import { reportPage } from "../../src/report/index.ts";
import { langs, reportWordsOf } from "../../src/words/languages.ts";
import { samplePlan } from "./sample-plan.ts";

const runs = Number(process.env.PROVE_CASES ?? 200);
const plan = samplePlan();
const pages = { de: reportPage(plan, "de"), en: reportPage(plan, "en") };

/** Elements that are opened or closed at the wrong place. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const markup = page.replace(/<style>.*?<\/style>/s, "").replace(/<!doctype html>/, "");
  for (const [, close, name, self] of markup.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?:\s[^>]*?)?(\/?)>/g)) {
    if (self === "/") continue;
    if (close !== "/" && name === "meta") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) wrong.push(name);
  }
  return [...wrong, ...open];
}

test("the page loads nothing: no address, no script, no style of another place", () => {
  for (const lang of langs) {
    expect(pages[lang]).not.toMatch(/https?:|\/\/|<script|<link|<img|<iframe|@import|url\(|\son[a-z]+=/i);
    expect(pages[lang]).toContain("default-src 'none'");
  }
});

test("every link leads to a place on the page, every id is there once", () => {
  for (const lang of langs) {
    const ids = [...pages[lang].matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of pages[lang].matchAll(/href="([^"]*)"/g)) {
      expect(ids, target).toContain(target.slice(1));
    }
    for (const [, labels] of pages[lang].matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const label of labels.split(" ")) expect(ids).toContain(label);
    }
  }
});

test("every picture has a title and a description", () => {
  for (const lang of langs) {
    const pictures = pages[lang].match(/<svg class="chart".*?<\/svg>/gs) ?? [];
    expect(pictures.length).toBeGreaterThan(60);
    for (const picture of pictures) {
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
      expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    }
  }
});

test("elements are closed in the order in which they were opened", () => {
  for (const lang of langs) expect(unbalanced(pages[lang])).toEqual([]);
});

test("what stands in the files is shown, never run", () => {
  for (const lang of langs) {
    expect(pages[lang]).not.toContain("<b>fett");
    expect(pages[lang]).toContain("&lt;b&gt;fett&lt;/b&gt;");
    expect(pages[lang]).toContain("12&quot;-Rohr");
  }
});

test("sections stand in the order in which a buyer reads", () => {
  const order = [
    "order",
    "changed",
    "doctor",
    "kpis",
    "charts",
    "overview",
    "open-orders",
    "lead-times",
    "parameters",
  ];
  for (const lang of langs) {
    const found = [...pages[lang].matchAll(/<section id="([a-z-]+)"/g)].map(([, id]) => id);
    expect(found).toEqual(order);
  }
});

test("each language has its own words, numbers and dates", () => {
  expect(pages.de).toContain('<html lang="de">');
  expect(pages.en).toContain('<html lang="en">');
  expect(pages.de).toContain("31.10.2026");
  expect(pages.en).toContain("31 Oct 2026");
  expect(pages.de).toMatch(/>\d{3}\.\d{3}\u00a0€</);
  expect(pages.en).toMatch(/>€\d{3},\d{3}</);
  for (const key of ["orderNow", "changed", "doctor", "charts", "why"] as const) {
    expect(pages.de).toContain(reportWordsOf("de").page[key]);
    expect(pages.en).toContain(reportWordsOf("en").page[key]);
    expect(pages.de).not.toContain(`>${reportWordsOf("en").page[key]}<`);
  }
});

test("at most twelve KPIs are shown, each light with its word", () => {
  const section = /<section id="kpis".*?<\/section>/s.exec(pages.en)?.[0] ?? "";
  expect(section.match(/class="kpi"/g)).toHaveLength(12);
  for (const [, kind, text] of section.matchAll(
    /<span class="chip (green|amber|red)">.*?<\/span>([^<]*)<\/span>/g,
  )) {
    expect(text).toBe({ green: "good", amber: "watch", red: "act" }[kind]);
  }
});

test("sums of the page are the sums of the plan", () => {
  const ours = plan.items.reduce((sum, { suggestion }) => sum + (suggestion?.amount ?? 0), 0);
  const theirs = plan.items.reduce(
    (sum, { suggestion: s }) => sum + (s?.asIs?.quantity ?? 0) * (s?.unitPrice ?? 0),
    0,
  );
  const shown = (x: number) => `€${Math.round(x).toLocaleString("en-US")}`;
  expect(pages.en).toContain(`<div class="value">${shown(ours)}</div>`);
  expect(pages.en).toContain(`<div class="value">${shown(theirs)}</div>`);
});

test("a plan of three thousand items still makes a page of less than two megabytes", () => {
  const page = reportPage(samplePlan(3000, 12), "de");
  expect(page.length).toBeLessThan(2_000_000);
  expect(page).toContain("suggestions.xlsx");
});

test("an empty plan says that nothing is to be ordered", () => {
  const empty = {
    ...plan,
    items: [],
    baskets: [],
    openOrders: [],
    leadTimes: [],
    cash: [],
    parameters: [],
    issues: [],
  };
  const page = reportPage(empty, "en");
  expect(page).toContain(reportWordsOf("en").page.nothingToOrder);
  expect(page).toContain(reportWordsOf("en").page.noIssues);
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
});

test("no text leaves its element", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."<>\"'&;\0\u0007 aé\ud800") }), (text) => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      expect(markup.match(/[<>]/g)).toHaveLength(4);
      expect(markup.match(/"/g)).toHaveLength(2);
    }),
    { numRuns: runs },
  );
});

const value = fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.double({ min: 0, max: 1e7, noNaN: true }));
const series = fc.array(value, { maxLength: 30 }).map((values) => Float64Array.from(values));
const bucketStarts = {
  day: "2026-10-31",
  week: "2026-10-26",
  month: "2026-10-01",
  quarter: "2026-10-01",
  year: "2026-01-01",
};

test("no plan breaks the page: any bucket, histories of any length, no demand, no price, no stock", () => {
  const some = samplePlan(6, 12);
  fc.assert(
    fc.property(
      fc.constantFrom("day", "week", "month", "quarter", "year" as const),
      fc.array(fc.tuple(series, series, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }),
      (bucket, made) => {
        const items = made.map(([values, mean, priced, planned], k) => {
          const { unitCost, currency, partial, ...of } = { ...some.items[k], partial: undefined };
          const bands = {
            mean: mean.map((x) => x || 0),
            levels: [0.5],
            quantiles: [mean.map((x) => x || 0)],
          };
          const { start, ...forecast } = of.forecast;
          return {
            ...of,
            ...(priced ? { unitCost: 2, currency: "EUR" } : {}),
            history: { start: bucketStarts[bucket], values },
            forecast: { ...forecast, demand: bands, cumulative: bands },
            suggestion: planned ? of.suggestion : null,
          };
        });
        for (const lang of langs) {
          const page = reportPage({ ...some, bucket, items }, lang);
          expect(page).not.toMatch(/NaN|Infinity|undefined/);
          expect(unbalanced(page)).toEqual([]);
        }
      },
    ),
    { numRuns: Math.min(runs, 60) },
  );
});

test("with a run before this one the page says which forecasts moved and why, and says nothing on a first run", () => {
  const change = {
    item: plan.items[0]?.item ?? "",
    bucket: "2026-12-01",
    before: 100,
    after: 150,
    change: 60,
    reason: "data-correction",
    parts: { "model-change": 0, "data-correction": 60, "parameter-change": 0, "new-sale": 0 },
  } as const;
  const page = reportPage({ ...plan, changes: [change] }, "en");
  expect(page).toContain(reportWordsOf("en").page.movedForecasts);
  expect(page).toContain("mainly corrected data (+60)");
  expect(pages.en).not.toContain(reportWordsOf("en").page.movedForecasts);
});

test("a plan of more items than a call has arguments has its report", () => {
  const { items, ...rest } = samplePlan(4, 6);
  const many = { ...rest, items: Array.from({ length: 130_000 }, (_, k) => items[k % items.length]) };
  expect(reportPage(many, "en")).toContain("130,000");
});
