import {
  by,
  type Issue,
  isListed,
  isOpenSignal,
  lineKind,
  type Plan,
  unusedColumns,
  words,
} from "../../src/index.ts";
import type { Lang, Phrase } from "../command.ts";

/** Amounts by currency, e.g. "12345 EUR + 10 USD". */
function sums(amounts: readonly { amount?: number; currency?: string }[]): string {
  const total = new Map<string, number>();
  for (const { amount = 0, currency = "" } of amounts)
    total.set(currency, (total.get(currency) ?? 0) + amount);
  const parts = [...total]
    .sort(by(([currency]) => currency))
    .map(([currency, sum]) => `${Math.round(sum)} ${currency}`.trim());
  return parts.length === 0 ? "0" : parts.join(" + ");
}

/** So many columns that are not used are named in a line. */
const mostUnused = 12;

/** The columns of a file that are not used, by name. */
function unusedLine(file: string, names: readonly string[], lang: Lang): string {
  const rest = names.length - mostUnused;
  const listed = names.slice(0, mostUnused).join(", ");
  const said: Phrase = {
    de: `${file}: nicht verwendet: ${listed}${rest > 0 ? ` und ${rest} weitere` : ""}\n`,
    en: `${file}: not used: ${listed}${rest > 0 ? ` and ${rest} more` : ""}\n`,
  };
  return words.phraseIn(said, lang);
}

/** What makes the whole result doubtful: said by name, not only counted. */
const doubtful: ReadonlySet<Issue["code"]> = new Set<Issue["code"]>([
  ...(["history-scaled", "history-gone", "history-shrank", "history-grew", "file-scaled"] as const),
  ...(["half-left-out", "all-on-one-day", "items-once-each", "items-unknown"] as const),
  ...(["no-demand", "receipts-outweigh", "returns-outweigh"] as const),
]);

/**
 * What a run says on stderr when it is done: what it did not use of each file, what makes its result doubtful (`more`
 * beside the plan's own), then four lines for people.
 */
export function summaryOf(plan: Plan, out: string, lang: Lang, more: readonly Issue[] = []): string {
  const doubts = [...plan.issues.filter(({ code }) => doubtful.has(code)), ...more].map(
    (issue) => `${issue.file === undefined ? "" : `${issue.file}: `}${words.issueSentence(issue, lang)}\n`,
  );
  const orders = plan.items.filter(({ suggestion }) => (suggestion?.quantity ?? 0) > 0);
  const kinds = plan.items.flatMap(({ suggestion }) =>
    suggestion !== null && isListed(suggestion) ? [lineKind(suggestion)] : [],
  );
  const of = (kind: string): number => kinds.filter((one) => one === kind).length;
  const open = plan.items.reduce(
    (n, { signals, suggestion }) => n + signals.filter((signal) => isOpenSignal(signal, suggestion)).length,
    0,
  );
  const problems = plan.issues.filter(({ severity }) => severity !== "info").length;
  const unused = plan.inputs.flatMap(({ file, columns = [] }) => {
    const names = unusedColumns(columns);
    return names.length === 0 ? [] : [unusedLine(file, names, lang)];
  });
  const lines = plan.inputs.reduce((n, input) => n + input.lines, 0);
  const money = sums(orders.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion])));
  const de = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const en = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
  const said: Phrase = {
    de:
      `${de(lines, "Zeile", "Zeilen")}, ${plan.items.length} Artikel, Stichtag ${plan.asOf}, Zeitraum ${plan.bucket}\n` +
      `${de(orders.length, "Bestellvorschlag", "Bestellvorschläge")} über ${money}; ${de(of("shortage"), "Engpass", "Engpässe")}, ${de(of("doubt"), "Frage", "Fragen")}, ${of("blocked")} gesperrt\n` +
      `${de(open, "offene Meldung", "offene Meldungen")}, ${de(problems, "Hinweis", "Hinweise")} zu den Dateien\n${out}/report.html\n`,
    en:
      `${en(lines, "line")}, ${en(plan.items.length, "item")}, as of ${plan.asOf}, bucket ${plan.bucket}\n` +
      `${en(orders.length, "order suggestion")} worth ${money}; ${en(of("shortage"), "shortage")}, ${en(of("doubt"), "question")}, ${of("blocked")} blocked\n` +
      `${en(open, "open signal")}, ${en(problems, "warning")} about the files\n${out}/report.html\n`,
  };
  return unused.join("") + doubts.join("") + words.phraseIn(said, lang);
}
