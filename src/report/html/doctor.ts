import type { Issue } from "../../issue.ts";
import { issueSentence } from "../../words/index.ts";
import { decimal, percent } from "../../words/numbers.ts";
import { valueWords } from "../../words/values.ts";
import { html, type Markup } from "./markup.ts";
import { chip, say, section, type View, word } from "./view.ts";

const mostGroups = 40;
const examples = 5;

const ranks: Readonly<Record<Issue["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Issues by code and severity: errors first, then the most frequent. */
export function issueGroups(issues: readonly Issue[]): (readonly Issue[])[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${ranks[issue.severity]} ${issue.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups]
    .sort(([a, x], [b, y]) => Number(a[0]) - Number(b[0]) || y.length - x.length || (a < b ? -1 : 1))
    .map(([, group]) => group);
}

const place = (issue: Issue): string =>
  [issue.file, issue.row === undefined ? undefined : `${issue.row}`, issue.column]
    .filter((part) => part !== undefined)
    .join(" : ");

function exampleRows(group: readonly Issue[], view: View): Markup {
  const rows = group
    .slice(0, examples)
    .map(
      (issue) =>
        html`<tr><td>${place(issue)}</td><td>${issue.item ?? ""}</td><td>${issue.text ?? ""}</td><td>${issueSentence(issue, view.lang)}</td></tr>`,
    );
  const where = `${word(view, "file")} : ${word(view, "row")} : ${word(view, "column")}`;
  const rest = group.length - examples;
  return html`<details><summary>${word(view, "examples")}</summary><div class="scroll"><table><thead><tr><th scope="col">${where}</th><th scope="col">${word(view, "items")}</th><th scope="col">${word(view, "text")}</th><th scope="col">${word(view, "message")}</th></tr></thead><tbody>${rows}</tbody></table></div>${rest > 0 && html`<p class="muted small">${say(view, "moreRows", { lines: decimal(rest, view.lang, 0), file: "issues.csv" })}</p>`}</details>`;
}

function groupCard(group: readonly Issue[], view: View): Markup {
  const [first] = group;
  const { question } = first;
  return html`<div class="issue"><div>${chip(first.severity, valueWords(first.severity, view.lang))} <span class="count">${decimal(group.length, view.lang, 0)} ×</span> ${issueSentence(first, view.lang)}</div>${question !== undefined && html`<p class="small"><strong>${word(view, "question")}:</strong> <code>${question.id}</code> → ${question.candidates.slice(0, 6).join(" | ")}</p>`}${(group.length > 1 || first.row !== undefined) && exampleRows(group, view)}</div>`;
}

/** What the file doctor found: rows read and used, issues by code with their first rows. */
export function doctorSection(view: View): Markup {
  const { plan, lang } = view;
  const groups = issueGroups(plan.issues);
  const files = plan.inputs.map(({ file, lines, used }) => {
    const numbers = {
      lines: decimal(lines, lang, 0),
      used: decimal(used, lang, 0),
      share: percent(used / lines, lang),
    };
    return html`<div><dt>${file}</dt><dd>${say(view, "rows", numbers)}</dd></div>`;
  });
  const rest = groups.length - mostGroups;
  const content = html`<div class="card"><dl class="facts">${files}</dl>${groups.length === 0 ? html`<p>${word(view, "noIssues")}</p>` : groups.slice(0, mostGroups).map((group) => groupCard(group, view))}${rest > 0 && html`<p class="muted small">${say(view, "moreRows", { lines: decimal(rest, lang, 0), file: "issues.csv" })}</p>`}</div>`;
  return section(view, "doctor", "doctor", content);
}
