import { h } from "preact";
import { words } from "../../../../src/index.ts";
import type { Drawn } from "../../drawn.ts";
import { lang, percent, say, t, value, whole } from "../../language.ts";
import { button, chip, failure, select, waiting } from "../../parts/basic.tsx";
import type { Inspected, Issue, UploadReport } from "../../shapes.ts";
import { fieldName } from "../../words/fields.ts";
import { fileWords, kindName, pageSentence } from "../../words/files.ts";
import { choicesFor, type Incoming } from "./import.ts";

export interface IncomingFileProps {
  readonly of: Incoming;
  readonly correct: (column: number, field: string) => void;
  readonly setKind: (kind: string) => void;
  readonly remove: () => void;
  /** The file with the lines of these order heads, where this is such a file. */
  readonly lines?: Incoming | undefined;
}

const separators: Readonly<Record<string, string>> = { "\t": "Tab", " ": "␣" };

/** "So habe ich die Datei verstanden": kind, columns with samples, what was repaired; each can be corrected. */
export function IncomingFile(props: IncomingFileProps): Drawn {
  const { of, setKind, remove } = props;
  const inspection = of.understood?.inspection;
  return h(
    "section",
    { class: "card incoming", "aria-label": of.name },
    h(
      "div",
      { class: "row between" },
      h("h2", {}, of.name),
      of.state !== "importing" &&
        button(t(fileWords.drop1), remove, { "aria-label": `${t(fileWords.drop1)}: ${of.name}` }),
    ),
    (of.state === "reading" || of.state === "importing") &&
      waiting(say(fileWords.reading, { file: of.name })),
    of.state === "failed" && failure(of.error ?? ""),
    inspection !== undefined &&
      of.state !== "reading" && [
        h(
          "div",
          { class: "row" },
          select(
            t(fileWords.is),
            of.kind,
            Object.keys(fileWords.kinds).map((kind) => [kind, kindName(kind)] as const),
            setKind,
          ),
          h("span", { class: "muted" }, dialect(inspection)),
        ),
        of.report?.changes !== undefined &&
          h(
            "p",
            {},
            say(
              fileWords.changes,
              Object.fromEntries(
                Object.entries(of.report.changes).map(([name, count]) => [name, whole(count)]),
              ),
            ),
          ),
        props.lines !== undefined &&
          h("p", {}, chip("good", say(fileWords.headsOf, { file: props.lines.name }))),
        h("h3", {}, t(fileWords.understood)),
        columnTable(inspection, props),
        h("p", { class: "muted small" }, t(fileWords.remembered)),
        sampleTable(of),
        of.report !== undefined && reported(of.report, props),
      ],
  );
}

function dialect({ delimiter, encoding, rows }: Inspected): string {
  const how =
    delimiter === ""
      ? t(fileWords.workbook)
      : say(fileWords.dialect, { encoding, delimiter: separators[delimiter] ?? delimiter });
  return `${say(fileWords.rows, { rows: whole(rows) })} · ${how}`;
}

/** A format as its reader writes it; whole numbers need none. */
function shownFormat(format: string): string {
  if (format === "ambiguous" || format === "cell") return "";
  if (/^[a-z]+$/.test(format)) return value(format);
  if (lang() === "en") return format;
  return format
    .replace(/d+/g, (found) => "T".repeat(found.length))
    .replace(/m{2}(?!:)/, "MM")
    .replace(/y+/g, (found) => "J".repeat(found.length));
}

function columnTable({ columns }: Inspected, { of, correct }: IncomingFileProps): Drawn {
  const choices = choicesFor(of.kind);
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(fileWords.understood) },
    h(
      "table",
      { class: "mapping" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          (["column", "meaning", "sure", "samples"] as const).map((name) =>
            h("th", { key: name, scope: "col" }, t(fileWords[name])),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        columns.map((column, k) =>
          h(
            "tr",
            { key: k, class: column.field === null ? "unused" : "" },
            h(
              "th",
              { scope: "row" },
              column.header === "" ? `#${k + 1}` : column.header,
              shownFormat(column.format) !== "" && h("span", { class: "sub" }, shownFormat(column.format)),
            ),
            h(
              "td",
              {},
              h(
                "select",
                {
                  "aria-label": `${t(fileWords.meaning)}: ${column.header}`,
                  value: column.field ?? "",
                  onChange: (event: Event) => correct(k, (event.currentTarget as HTMLSelectElement).value),
                },
                h("option", { value: "", selected: column.field === null }, t(fileWords.unused)),
                choices.map((field) =>
                  h(
                    "option",
                    { key: field, value: field, selected: field === column.field },
                    fieldName(field),
                  ),
                ),
              ),
            ),
            h("td", {}, column.field === null ? "" : percent(column.confidence, 0)),
            h("td", { class: "samples" }, column.samples.slice(0, 4).join(" · ")),
          ),
        ),
      ),
    ),
  );
}

/** A number with every digit that the file has. */
const exact = (x: number): string => {
  const text = String(Number(x.toPrecision(12)));
  return lang() === "de" ? text.replace(".", ",") : text;
};

function sampleTable({ understood }: Incoming): Drawn | undefined {
  const samples = understood?.samples.slice(0, 5) ?? [];
  const names = Object.keys(samples[0] ?? {}).filter((name) => !["file", "row", "byPeriod"].includes(name));
  if (samples.length === 0) return undefined;
  const shown = (x: unknown): string =>
    typeof x === "number" ? exact(x) : typeof x === "string" ? words.date(x, lang()) : "";
  return h(
    "div",
    { class: "scroll", tabIndex: 0, role: "region", "aria-label": t(fileWords.sampleRows) },
    h(
      "table",
      {},
      h("caption", {}, t(fileWords.sampleRows)),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          names.map((name) => h("th", { key: name, scope: "col" }, fieldName(name))),
        ),
      ),
      h(
        "tbody",
        {},
        samples.map((row, k) =>
          h(
            "tr",
            { key: k },
            names.map((name) =>
              h("td", { key: name }, name === "kind" ? value(String(row[name])) : shown(row[name])),
            ),
          ),
        ),
      ),
    ),
  );
}

const mostIssues = 8;

function issueLine(issue: Issue, k: number, { of, correct }: IncomingFileProps): Drawn {
  const columns = of.understood?.inspection.columns ?? [];
  const field = typeof issue.field === "string" ? issue.field : "";
  const choices = (
    issue.question?.id.startsWith(`column:${field}:`) ? issue.question.candidates : []
  ).flatMap((candidate) => columns.find(({ header }) => header.trim() === candidate) ?? []);
  return h(
    "li",
    { key: k },
    chip(issue.severity, value(issue.severity)),
    " ",
    pageSentence(issue),
    choices.slice(0, 6).map((column) => [
      " ",
      button(
        say(fileWords.isField, { column: column.header, field: fieldName(field) }),
        () => correct(column.index, field),
        {
          key: column.index,
        },
      ),
    ]),
  );
}

/** What was repaired or left out, with row numbers. */
function reported({ issues: all, used, rows, issueCounts }: UploadReport, props: IncomingFileProps): Drawn {
  // what heads lack stands in the file with their lines
  const issues =
    props.lines === undefined
      ? all
      : all.filter(({ code }) => code !== "column-unclear" && code !== "question");
  const total = Object.values(issueCounts ?? {}).reduce((sum, count) => sum + count, 0);
  const worst = { error: 0, warning: 1, info: 2 };
  const sorted = [...issues].sort((a, b) => worst[a.severity] - worst[b.severity]);
  return h(
    "div",
    {},
    h("h3", {}, t(fileWords.issues)),
    used !== undefined &&
      h("p", { class: "muted small" }, say(fileWords.used, { used: whole(used), rows: whole(rows) })),
    issues.length === 0
      ? h("p", {}, t(fileWords.noIssues))
      : h(
          "ul",
          { class: "plain" },
          sorted.slice(0, mostIssues).map((issue, k) => issueLine(issue, k, props)),
        ),
    sorted.length > mostIssues &&
      h(
        "details",
        {},
        h(
          "summary",
          {},
          say(fileWords.moreIssues, { count: whole(Math.max(total, issues.length) - mostIssues) }),
        ),
        h(
          "ul",
          { class: "plain" },
          sorted.slice(mostIssues, 200).map((issue, k) => issueLine(issue, k, props)),
        ),
      ),
  );
}
