import type { VNode } from "preact";
import { words } from "../../../../src/index.ts";
import { lang, percent, say, t, value, whole } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Select } from "../../parts/select.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
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
export function IncomingFile(props: IncomingFileProps): VNode {
  const { of, setKind, remove } = props;
  const inspection = of.understood?.inspection;
  return (
    <section class="card incoming" aria-label={of.name}>
      <div class="row between">
        <h2>{of.name}</h2>
        {of.state !== "importing" && (
          <button type="button" onClick={remove} aria-label={`${t(fileWords.drop1)}: ${of.name}`}>
            {t(fileWords.drop1)}
          </button>
        )}
      </div>
      {(of.state === "reading" || of.state === "importing") && (
        <Waiting text={say(fileWords.reading, { file: of.name })} />
      )}
      {of.state === "failed" && <Failure why={of.error ?? ""} />}
      {inspection !== undefined && of.state !== "reading" && (
        <>
          <div class="row">
            <Select
              label={t(fileWords.is)}
              value={of.kind}
              options={Object.keys(fileWords.kinds).map((kind) => [kind, kindName(kind)] as const)}
              choose={setKind}
            />
            <span class="muted">{dialect(inspection)}</span>
          </div>
          {of.report?.changes !== undefined && (
            <p>
              {say(
                fileWords.changes,
                Object.fromEntries(
                  Object.entries(of.report.changes).map(([name, count]) => [name, whole(count)]),
                ),
              )}
            </p>
          )}
          {props.lines !== undefined && (
            <p>
              <Chip kind="good">{say(fileWords.headsOf, { file: props.lines.name })}</Chip>
            </p>
          )}
          <h3>{t(fileWords.understood)}</h3>
          {columnTable(inspection, props)}
          <p class="muted small">{t(fileWords.remembered)}</p>
          {sampleTable(of)}
          {of.report !== undefined && reported(of.report, props)}
        </>
      )}
    </section>
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

function columnTable({ columns }: Inspected, { of, correct }: IncomingFileProps): VNode {
  const choices = choicesFor(of.kind);
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(fileWords.understood)}>
      <table class="mapping">
        <thead>
          <tr>
            {(["column", "meaning", "sure", "samples"] as const).map((name) => (
              <th key={name} scope="col">
                {t(fileWords[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column, k) => (
            <tr key={k} class={column.field === null ? "unused" : ""}>
              <th scope="row">
                {column.header === "" ? `#${k + 1}` : column.header}
                {shownFormat(column.format) !== "" && <span class="sub">{shownFormat(column.format)}</span>}
              </th>
              <td>
                <select
                  aria-label={`${t(fileWords.meaning)}: ${column.header}`}
                  value={column.field ?? ""}
                  onChange={(event) => correct(k, event.currentTarget.value)}
                >
                  <option value="" selected={column.field === null}>
                    {t(fileWords.unused)}
                  </option>
                  {choices.map((field) => (
                    <option key={field} value={field} selected={field === column.field}>
                      {fieldName(field)}
                    </option>
                  ))}
                </select>
              </td>
              <td>{column.field === null ? "" : percent(column.confidence, 0)}</td>
              <td class="samples">{column.samples.slice(0, 4).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number with every digit that the file has. */
const exact = (x: number): string => {
  const text = String(Number(x.toPrecision(12)));
  return lang() === "de" ? text.replace(".", ",") : text;
};

function sampleTable({ understood }: Incoming): VNode | undefined {
  const samples = understood?.samples.slice(0, 5) ?? [];
  const names = Object.keys(samples[0] ?? {}).filter((name) => !["file", "row", "byPeriod"].includes(name));
  if (samples.length === 0) return undefined;
  const shown = (x: unknown): string =>
    typeof x === "number" ? exact(x) : typeof x === "string" ? words.date(x, lang()) : "";
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t(fileWords.sampleRows)}>
      <table>
        <caption>{t(fileWords.sampleRows)}</caption>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {fieldName(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {samples.map((row, k) => (
            <tr key={k}>
              {names.map((name) => (
                <td key={name}>{name === "kind" ? value(String(row[name])) : shown(row[name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostIssues = 8;

function issueLine(issue: Issue, k: number, { of, correct }: IncomingFileProps): VNode {
  const columns = of.understood?.inspection.columns ?? [];
  const field = typeof issue.field === "string" ? issue.field : "";
  const choices = (
    issue.question?.id.startsWith(`column:${field}:`) ? issue.question.candidates : []
  ).flatMap((candidate) => columns.find(({ header }) => header.trim() === candidate) ?? []);
  return (
    <li key={k}>
      <Chip kind={issue.severity}>{value(issue.severity)}</Chip> {pageSentence(issue)}
      {choices.slice(0, 6).map((column) => [
        " ",
        <button type="button" onClick={() => correct(column.index, field)} key={column.index}>
          {say(fileWords.isField, { column: column.header, field: fieldName(field) })}
        </button>,
      ])}
    </li>
  );
}

/** What was repaired or left out, with row numbers. */
function reported({ issues: all, used, rows, issueCounts }: UploadReport, props: IncomingFileProps): VNode {
  // what heads lack stands in the file with their lines
  const issues =
    props.lines === undefined
      ? all
      : all.filter(({ code }) => code !== "column-unclear" && code !== "question");
  const total = Object.values(issueCounts ?? {}).reduce((sum, count) => sum + count, 0);
  const worst = { error: 0, warning: 1, info: 2 };
  const sorted = [...issues].sort((a, b) => worst[a.severity] - worst[b.severity]);
  return (
    <div>
      <h3>{t(fileWords.issues)}</h3>
      {used !== undefined && (
        <p class="muted small">{say(fileWords.used, { used: whole(used), rows: whole(rows) })}</p>
      )}
      {issues.length === 0 ? (
        <p>{t(fileWords.noIssues)}</p>
      ) : (
        <ul class="plain">{sorted.slice(0, mostIssues).map((issue, k) => issueLine(issue, k, props))}</ul>
      )}
      {sorted.length > mostIssues && (
        <details>
          <summary>
            {say(fileWords.moreIssues, { count: whole(Math.max(total, issues.length) - mostIssues) })}
          </summary>
          <ul class="plain">{sorted.slice(mostIssues, 200).map((issue, k) => issueLine(issue, k, props))}</ul>
        </details>
      )}
    </div>
  );
}
