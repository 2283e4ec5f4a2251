import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csv, csvDialects } from "../../src/report/csv/csv.ts";
import { defused } from "../../src/report/csv/defuse.ts";
import { resultFiles } from "../../src/report/index.ts";
import { langs } from "../../src/words/languages.ts";
import { samplePlan } from "./sample-plan.ts";

const runs = Number(process.env.PROVE_CASES ?? 200);
const plan = samplePlan();
const files = { de: resultFiles(plan, "de"), en: resultFiles(plan, "en") };

function table(file: string, lang: "de" | "en"): string[][] {
  const bytes = files[lang].get(file);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return parse(text, { delimiter: csvDialects[lang].delimiter, bom: true });
}

test("German files carry a byte order mark, semicolons and decimal commas, English ones commas and points", () => {
  const german = files.de.get("forecasts.csv") ?? new Uint8Array();
  const english = files.en.get("forecasts.csv") ?? new Uint8Array();
  expect([...german.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(english.slice(0, 16))).toBe("item,bucket,mean");
  expect(table("forecasts.csv", "de")[1][2]).toMatch(/^\d+,\d+$/);
  expect(table("forecasts.csv", "en")[1][2]).toMatch(/^\d+\.\d+$/);
});

test("headings are the field names of the contract, in both languages", () => {
  for (const lang of langs) {
    expect(table("suggestions.csv", lang)[0].join()).toBe(
      "item,name,supplier,quantity,unit,purchaseQuantity,purchaseUnit,supplierItem,need,orderBy,receiptBy," +
        "unitPrice,amount,currency,policy,serviceType,expectedService,reorderPoint,orderUpTo,safetyStock,onHand," +
        "onOrder,backorders,runsOutOn,attention,attentionCodes,asIsQuantity,asIsOrderBy,decision,reasons," +
        "safeUntil",
    );
    expect(table("forecasts.csv", lang)[0].join()).toBe(
      "item,bucket,mean,q0.05,q0.25,q0.5,q0.75,q0.95,cumulativeMean,cumulativeQ0.05,cumulativeQ0.25," +
        "cumulativeQ0.5,cumulativeQ0.75,cumulativeQ0.95",
    );
    expect(table("signals.csv", lang)[0].join()).toBe(
      "item,kind,at,seen,state,direction,size,p,q,impact,impactUnit,sentence,firstAt,firstSize,escalated,answer,returns,until",
    );
    expect(table("cash.csv", lang)[0].join()).toBe("week,supplier,p50,p90,currency");
    expect(table("issues.csv", lang)[0].join()).toBe(
      "code,severity,file,row,column,item,text,question,candidates,message",
    );
    expect(table("parameters.csv", lang)[0].join()).toBe(
      "item,reorderPointOld,reorderPointNew,orderUpToOld,orderUpToNew,safetyStockOld,safetyStockNew," +
        "leadTimeDaysOld,leadTimeDaysNew,basis,change,reason,bucket,basisOld",
    );
  }
});

test("only lines with something to order stand in suggestions.csv, their ids as in the plan", () => {
  const wanted = plan.items.flatMap(({ suggestion: s }) => (s !== null && s.quantity > 0 ? [s.item] : []));
  for (const lang of langs) {
    const ids = table("suggestions.csv", lang)
      .slice(1)
      .map((row) => row[0]);
    expect(ids).toEqual(wanted.map(defused));
  }
});

test("numbers of a German file read back as the plan's, to nine digits", () => {
  const row = table("forecasts.csv", "de")[1]
    .slice(2)
    .map((x) => Number(x.replace(",", ".")));
  const { demand, cumulative } = plan.items[0].forecast;
  const at = (bands: typeof demand) => [
    bands.mean[0],
    ...[0.05, 0.25, 0.5, 0.75, 0.95].map((level) => bands.quantiles[bands.levels.indexOf(level)][0]),
  ];
  const expected = [...at(demand), ...at(cumulative)];
  row.forEach((x, k) => {
    expect(Math.abs(x - expected[k])).toBeLessThanOrEqual(5e-9 * Math.abs(expected[k]));
  });
});

test("a negative number is a number, the same characters as text are defused", () => {
  const text = [...csv(["a", "b"], [[-5, "-5"]], csvDialects.de)].join("");
  expect(text).toBe("\ufeffa;b\r\n-5;'-5\r\n");
});

const nasty = fc.string({
  unit: fc.constantFrom(..."=+-@\t\r\n\0＝＋－＠' \u00a0a1;,\"é"),
  maxLength: 12,
});

test("no text cell of any table begins, after blanks or a newline, with what a spreadsheet runs", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (const line of defused(text).split(/[\r\n]/)) {
        expect(line).not.toMatch(/^[\s\u00a0]*[=+\-@＝＋－＠]/u);
      }
      expect(defused(text)).not.toMatch(/^[\t\r\n\0]/);
    }),
    { numRuns: runs },
  );
});

test("different texts stay different when they are defused", () => {
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      for (const other of [b, `'${a}`]) expect(defused(a) === defused(other)).toBe(a === other);
    }),
    { numRuns: runs },
  );
});

test("any table of any text comes back cell by cell from both dialects", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(nasty, fc.string()), { minLength: 2, maxLength: 3 })), (rows) => {
      for (const lang of langs) {
        const full = rows.map((row) => [row[0], row[1]]);
        const text = [...csv(["a", "b"], full, csvDialects[lang])].join("");
        const back: string[][] = parse(text, { delimiter: csvDialects[lang].delimiter, bom: true });
        expect(back.slice(1)).toEqual(full.map((row) => row.map(defused)));
      }
    }),
    { numRuns: runs },
  );
});
