import { expect, test } from "vitest";
import { codes, linesOf, questionOf, readText } from "../typing/from-text.ts";

const months = (text: string, answers?: Record<string, string>) =>
  linesOf(readText(text, answers === undefined ? {} : { answers })).map((line) =>
    line.split(" ").slice(0, 3).join(" "),
  );

/** The open question of a text about its fiscal year. */
const asked = (text: string) =>
  questionOf(text)?.issues.find(({ code }) => code === "fiscal-year-unclear")?.question;

const periods = "Part;Fiscal Period;Qty\nM;FY25-P01;10\nM;P02/2025;3\nN;2025P12;8\n";

test("periods of a fiscal year ask for its first month, and every answer is followed", () => {
  const { id = "", candidates = [] } = asked(periods) ?? {};
  expect(id).toMatch(/^fiscal-year:/);
  expect(candidates).toContain("before-10");
  expect(months(periods, { [id]: "01" })).toEqual(["M 2025-01-31 10", "M 2025-02-28 3", "N 2025-12-31 8"]);
  expect(months(periods, { [id]: "before-10" })).toEqual([
    "M 2024-10-31 10",
    "M 2024-11-30 3",
    "N 2025-09-30 8",
  ]);
  expect(months(periods, { [id]: "04" })).toEqual(["M 2025-04-30 10", "M 2025-05-31 3", "N 2026-03-31 8"]);
  expect(questionOf(periods, { answers: { [id]: "spring" } })).toBeDefined();
});

test("every spelling of a posting period asks, periods after the twelfth belong to the last one", () => {
  const texts = ["Periode 01/2025", "001.2025", "2025-P01", "2025P013"];
  for (const text of texts) {
    const file = `Material;Periode;Menge\nA;${text};5\nA;${text.replace("01", "02")};6\n`;
    expect(asked(file)?.candidates[0], text).toBe("01");
  }
  const file = "Material;Buchungsperiode;Menge\nA;01/2025;5\nA;02/2025;6\nB;11/2025;9\n";
  const id = asked(file)?.id ?? "";
  expect(months(file, { [id]: "before-10" })).toEqual(["A 2024-10-31 5", "A 2024-11-30 6", "B 2025-08-31 9"]);
  const thirteen = "Material;Buchungsperiode;Menge\nA;012.2025;5\nA;013.2025;6\n";
  expect(months(thirteen, { [asked(thirteen)?.id ?? ""]: "07" })).toEqual([
    "A 2026-06-30 5",
    "A 2026-06-30 6",
  ]);
});

test("a fiscal year and its period in columns of their own ask as well; a plain year and month do not", () => {
  const file = "Material;Geschäftsjahr;Periode;Menge\nA;2025;1;5\nA;2025;2;6\n";
  const id = asked(file)?.id ?? "";
  expect(months(file, { [id]: "07" })).toEqual(["A 2025-07-31 5", "A 2025-08-31 6"]);
  const named = "Material;Geschäftsjahr;Monat;Menge\nA;2025;Oktober;5\nA;2025;Januar;6\n";
  expect(months(named, { [asked(named)?.id ?? ""]: "before-10" })).toEqual([
    "A 2024-10-31 5",
    "A 2025-01-31 6",
  ]);
  expect(months("Material;Jahr;Periode;Menge\nA;2025;1;5\nA;2025;2;6\n")).toEqual([
    "A 2025-01-31 5",
    "A 2025-02-28 6",
  ]);
  expect(months("Material;Periode;Menge\nA;01/2025;5\nA;02/2025;6\n")[1]).toBe("A 2025-02-28 6");
});

test("where the file proves the first month nothing is asked: a day beside it, a month beside it, dates above", () => {
  const dates =
    "Material;Periode;Erfasst am;Menge\nA;2025-P01;14.10.2024;5\nA;2025-P03;30.12.2024;6\nB;2025-P04;02.01.2025;7\n";
  const read = readText(dates, { map: { date: "Periode" } });
  expect(codes(read)).toContain("fiscal-year-known");
  expect(linesOf(read)[0]).toMatch(/^A 2024-10-31 5/);
  const calendar =
    "Material;Buchungsperiode;Kalendermonat;Menge\nA;001.2025;07.2024;5\nA;002.2025;08.2024;6\n";
  expect(months(calendar)).toEqual(["A 2024-07-31 5", "A 2024-08-31 6"]);
  const above =
    "Verbrauch im Geschäftsjahr 01.10.2024 - 30.09.2025;;\nMaterial;Buchungsperiode;Menge\nA;001.2025;5\nA;004.2025;6\n";
  expect(months(above)).toEqual(["A 2024-10-31 5", "A 2025-01-31 6"]);
});

test("months beside a period without a year leave two answers at most", () => {
  const same = "Material;Buchungsperiode;Monatsname;Menge\nA;001.2025;Januar;5\nA;002.2025;Februar;6\n";
  expect(months(same)).toEqual(["A 2025-01-31 5", "A 2025-02-28 6"]);
  const other = "Material;Buchungsperiode;Monatsname;Menge\nA;001.2025;Oktober;5\nA;002.2025;November;6\n";
  expect(asked(other)?.candidates).toEqual(["before-10", "10"]);
});

test("headings of fiscal periods ask for the last one, by what the common years would make of it", () => {
  const file = "Part;2025P01;2025P02;2025P03\nA;1;2;3\nB;4;5;6\n";
  const issue = questionOf(file)?.issues.find(({ code }) => code === "periods-numbered");
  expect(issue?.question?.candidates.slice(0, 3)).toEqual(["2025-03", "2024-12", "2025-06"]);
  expect(months(file, { [issue?.question?.id ?? ""]: "2024-12" })[0]).toBe("A 2024-10-31 1");
  const words = "Part;Periode 01/2025;Periode 02/2025;Periode 03/2025\nA;1;2;3\nB;4;5;6\n";
  expect(questionOf(words)?.issues.some(({ code }) => code === "periods-numbered")).toBe(true);
});
