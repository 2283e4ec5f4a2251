import type { Issue } from "../../issue.ts";
import { by } from "../../numeric/order.ts";
import { issueSentence, valueWords } from "../../words/index.ts";
import { decimal, percent } from "../../words/numbers.ts";
import { html, type Markup, type Piece } from "./markup.ts";
import { chip, leftOut, say, section, type View, word } from "./view.ts";

const mostGroups = 40;
const examples = 5;

const ranks: Readonly<Record<Issue["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Issues by code and severity: errors first, then the most frequent. */
function issueGroups(issues: readonly Issue[]): (readonly Issue[])[] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${ranks[issue.severity]} ${issue.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [issue]);
    else group.push(issue);
  }
  return [...groups]
    .sort(
      by(
        ([key]) => key[0],
        ([, group]) => -group.length,
        ([key]) => key,
      ),
    )
    .map(([, group]) => group);
}

const place = (issue: Issue): string =>
  [issue.file, issue.row === undefined ? undefined : `${issue.row}`, issue.column]
    .filter((part) => part !== undefined)
    .join(" : ");

function exampleRows(group: readonly Issue[], view: View): Markup {
  const where = `${word(view, "file")} : ${word(view, "row")} : ${word(view, "column")}`;
  const headings = [where, word(view, "items"), word(view, "text"), word(view, "message")];
  const rows = group.slice(0, examples).map((issue) => {
    const cells = [place(issue), issue.item ?? "", issue.text ?? "", issueSentence(issue, view.lang)];
    return html`<tr>${cells.map((text) => html`<td>${text}</td>`)}</tr>`;
  });
  return html`<details><summary>${word(view, "examples")}</summary>
    <div class="scroll"><table>
    <thead><tr>${headings.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead>
    <tbody>${rows}</tbody></table></div>
    ${leftOut(view, group.length - examples, "issues.csv")}</details>`;
}

function questionLine({ question }: Issue, view: View): Piece {
  if (question === undefined) return undefined;
  const candidates = question.candidates.slice(0, 6).join(" | ");
  const ask = html`<strong>${word(view, "question")}:</strong>`;
  return html`<p class="small">${ask} <code>${question.id}</code> → ${candidates}</p>`;
}

function groupCard(group: readonly Issue[], view: View): Markup {
  const [first] = group;
  const severity = chip(first.severity, valueWords(first.severity, view.lang));
  const count = html`<span class="count">${decimal(group.length, view.lang, 0)} ×</span>`;
  const example = group.length > 1 && html`<span class="muted">${word(view, "example")}</span> `;
  return html`<div class="issue">
    <div>${severity} ${count} ${example}${issueSentence(first, view.lang)}</div>
    ${questionLine(first, view)}
    ${(group.length > 1 || first.row !== undefined) && exampleRows(group, view)}</div>`;
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
  const cards = groups.slice(0, mostGroups).map((group) => groupCard(group, view));
  const content = html`<div class="card"><dl class="facts">${files}</dl>
    ${cards.length === 0 ? html`<p>${word(view, "noIssues")}</p>` : cards}
    ${leftOut(view, groups.length - mostGroups, "issues.csv")}</div>`;
  return section(view, "doctor", "doctor", content);
}
