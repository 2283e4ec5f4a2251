import type { Plan } from "../src/index.ts";
import type { Lang } from "./command.ts";

/** Amounts by currency, e.g. "12345 EUR + 10 USD". */
function sums(amounts: readonly { amount?: number; currency?: string }[]): string {
  const total = new Map<string, number>();
  for (const { amount = 0, currency = "" } of amounts)
    total.set(currency, (total.get(currency) ?? 0) + amount);
  const parts = [...total]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => `${Math.round(sum)} ${currency}`.trim());
  return parts.length === 0 ? "0" : parts.join(" + ");
}

/** What a run says on stderr when it is done: four lines for people. */
export function summaryOf(plan: Plan, out: string, lang: Lang): string {
  const orders = plan.items.filter(({ suggestion }) => (suggestion?.quantity ?? 0) > 0);
  const attention = orders.filter(({ suggestion }) => suggestion?.attention !== "none").length;
  const open = plan.items.reduce(
    (n, { signals }) => n + signals.filter(({ state }) => state === "open").length,
    0,
  );
  const problems = plan.issues.filter(({ severity }) => severity !== "info").length;
  const lines = plan.inputs.reduce((n, input) => n + input.lines, 0);
  const money = sums(orders.flatMap(({ suggestion }) => (suggestion === null ? [] : [suggestion])));
  return lang === "de"
    ? `${lines} Zeilen, ${plan.items.length} Artikel, Stichtag ${plan.asOf}, Zeitraum ${plan.bucket}\n` +
        `${orders.length} Bestellvorschläge über ${money}, davon ${attention} bitte ansehen\n` +
        `${open} offene Meldungen, ${problems} Hinweise zu den Dateien\n${out}/report.html\n`
    : `${lines} lines, ${plan.items.length} items, as of ${plan.asOf}, bucket ${plan.bucket}\n` +
        `${orders.length} order suggestions worth ${money}, ${attention} of them to be looked at\n` +
        `${open} open signals, ${problems} warnings about the files\n${out}/report.html\n`;
}
