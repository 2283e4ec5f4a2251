import type { Plan } from "../../result.ts";
import type { Lang } from "../../words/languages.ts";
import { date } from "../../words/numbers.ts";
import { supplierOrders } from "../order-list.ts";
import { changesSection, openSignals } from "./changes.ts";
import { doctorSection } from "./doctor.ts";
import { itemsSection } from "./item-cards.ts";
import { kpiSection } from "./kpis.ts";
import { html, type Markup, raw } from "./markup.ts";
import { attentionLines, orderSection } from "./orders.ts";
import { overviewSection } from "./overview.ts";
import { styles } from "./styles.ts";
import { pageHead, summary } from "./summary.ts";
import { leadTimesSection, openOrdersSection, parametersSection } from "./tables.ts";
import { say, type View, word } from "./view.ts";

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function contents(view: View, sections: readonly Markup[]): Markup {
  const links = sections.flatMap(({ markup }) => {
    const found = /<section id="([a-z-]+)".*?<h2[^>]*>(.*?)<\/h2>/s.exec(markup);
    return found === null ? [] : [html`<li><a href="#${found[1]}">${raw(found[2])}</a></li>`];
  });
  return html`<nav aria-label="${word(view, "contents")}"><ul>${links}</ul></nav>`;
}

function foot(view: View): Markup {
  const { plan } = view;
  const files = plan.inputs.map(
    ({ file, sha256 }) => html`<div>${file} <code>sha256 ${sha256.slice(0, 16)}…</code></div>`,
  );
  const hash = html`${word(view, "configHash")} <code>${plan.configHash.slice(0, 16)}</code>`;
  return html`<footer><p>${say(view, "about")}</p><p>bedarf ${plan.version} · ${hash}</p>${files}</footer>`;
}

/**
 * report.html: one page that a buyer reads from top to bottom, in one language, with everything inside: no script, no
 * network. The same plan gives the same bytes.
 */
export function reportPage(plan: Plan, lang: Lang): string {
  const view: View = { plan, lang };
  const orders = supplierOrders(plan);
  const sections = [
    orderSection(view, orders),
    changesSection(view),
    doctorSection(view),
    kpiSection(view),
    itemsSection(view),
    overviewSection(view),
    openOrdersSection(view),
    leadTimesSection(view),
    parametersSection(view),
  ];
  const top = summary(view, orders, attentionLines(view).length, openSignals(view).length);
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${raw(policy)}"><meta name="robots" content="noindex">
  <title>${word(view, "title")} ${date(plan.asOf, lang)} – bedarf</title><style>${raw(styles)}</style></head>
<body>${pageHead(view)}${contents(view, sections)}<main>${top}
${sections.map((part) => [part, raw("\n")])}</main>${foot(view)}</body></html>
`.markup;
}
