import type { VNode } from "preact";
import { unusedColumns } from "../../../../src/index.ts";
import { percent, say, whole } from "../../language.ts";
import { fieldName, kindName } from "../../names.ts";
import { Chip } from "../../parts/chip.tsx";
import { Select } from "../../parts/select.tsx";
import { Failure, Waiting } from "../../parts/states.tsx";
import type { Inspection, UploadReport } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";
import { ColumnsTable } from "./columns-table.tsx";
import { has, type Incoming, isUnsure, lackedBeside, offered, sheetsRead } from "./incoming.ts";
import { Reported } from "./reported.tsx";
import { SampleRows } from "./sample-rows.tsx";
import { Sheets } from "./sheets.tsx";
import type { IncomingFiles } from "./use-incoming.ts";

interface IncomingFileProps {
  readonly of: Incoming;
  readonly files: IncomingFiles;
  /** The file with the lines of these order heads, where this is such a file. */
  readonly lines: Incoming | undefined;
}

/** A file on its way in: what it was understood as, to be corrected, and what an import would change. */
export function IncomingFile({ of, files, lines }: IncomingFileProps): VNode {
  const inspection = of.understood?.inspection;
  const rest = files.incoming.filter((one) => one.file === of.file && one.key !== of.key);
  const name = rest.length === 0 ? of.name : `${of.name} · ${sheetsRead(of).join(", ")}`;
  return (
    <section class="card incoming" aria-label={name}>
      <div class="row between">
        <h2>{name}</h2>
        {of.state !== "importing" && (
          <button type="button" aria-label={`${filesWords.drop1}: ${name}`} onClick={() => files.remove(of)}>
            {filesWords.drop1}
          </button>
        )}
      </div>
      {(of.state === "reading" || of.state === "importing") && (
        <Waiting text={say(filesWords.reading, { file: of.name })} />
      )}
      {of.state === "failed" && <Failure why={of.error ?? ""} />}
      {inspection !== undefined && of.state !== "reading" && (
        <UnderstoodFile of={of} files={files} lines={lines} inspection={inspection} rest={rest} />
      )}
    </section>
  );
}

interface UnderstoodFileProps extends IncomingFileProps {
  readonly inspection: Inspection;
  /** What else is read of the same workbook. */
  readonly rest: readonly Incoming[];
}

/** "So habe ich die Datei verstanden": kind, columns with samples, what was repaired. */
function UnderstoodFile({ of, files, lines, inspection, rest }: UnderstoodFileProps): VNode {
  const correct = (column: number, field: string): void => void files.correct(of, column, field);
  return (
    <>
      <div class="row">
        <Select
          label={filesWords.is}
          value={of.kind}
          options={Object.keys(filesWords.kinds).map((kind) => [kind, kindName(kind)] as const)}
          choose={(kind) => files.setKind(of, kind)}
        />
        <span class="muted">{dialect(inspection)}</span>
      </div>
      <Sheets
        of={inspection}
        elsewhere={rest.flatMap(sheetsRead)}
        choose={(sheet) => void files.chooseSheet(of, sheet)}
      />
      {of.report?.changes !== undefined && <p>{changesSentence(of.report.changes)}</p>}
      {lines !== undefined && (
        <p>
          <Chip kind="good">{say(filesWords.headsOf, { file: lines.name })}</Chip>
        </p>
      )}
      <Understood of={inspection} />
      {lackedBeside(of, files.incoming).map((field) => (
        <p key={field} class="row">
          {say(filesWords.lacked, { field: fieldName(field) })}
          {offered(inspection.columns, field).map(({ index, header }) => (
            <button type="button" key={index} onClick={() => correct(index, field)}>
              {say(filesWords.isField, { column: header, field: fieldName(field) })}
            </button>
          ))}
        </p>
      ))}
      {of.report !== undefined && (
        <Reported
          report={of.report}
          columns={inspection.columns}
          isHeads={lines !== undefined}
          correct={correct}
          answer={(question, candidate) => void files.answer(of, question, candidate)}
          isBrought={(field) => files.incoming.some((one) => one.key !== of.key && has(one, ["item", field]))}
        />
      )}
      <details open={inspection.columns.some(isUnsure)}>
        <summary>{filesWords.changeColumns}</summary>
        <ColumnsTable columns={inspection.columns} kind={of.kind} correct={correct} />
        <p class="muted small">{filesWords.remembered}</p>
        <SampleRows rows={of.understood?.samples ?? []} />
      </details>
    </>
  );
}

/** What the columns were taken for, in one line: the sentence one needs before any list. */
function Understood({ of: { columns } }: { readonly of: Inspection }): VNode {
  const periods = columns.filter(({ use }) => use === "period");
  const read = columns.filter(({ field, use }) => field !== null && use !== "period");
  return (
    <>
      <h3>{filesWords.understood}</h3>
      <ul class="read-as">
        {read.map((column) => (
          <li
            key={column.index}
            title={say(filesWords.sureBecause, { share: percent(column.confidence, 0) })}
          >
            <span class="muted">{column.header === "" ? `#${column.index + 1}` : column.header}</span>{" "}
            <strong>{fieldName(column.field ?? "")}</strong>
            {isUnsure(column) && <Chip kind="warning">{percent(column.confidence, 0)}</Chip>}
          </li>
        ))}
        {periods.length > 0 && (
          <li>
            <span class="muted">{`${periods[0]?.header} … ${periods.at(-1)?.header}`}</span>{" "}
            <strong>
              {say(filesWords.periods, { count: periods.length, field: fieldName(periods[0]?.field ?? "") })}
            </strong>
          </li>
        )}
      </ul>
      <Unused columns={columns} />
    </>
  );
}

/** The columns that nothing is made of, by name. */
function Unused({ columns }: Pick<Inspection, "columns">): VNode | null {
  const names = unusedColumns(
    columns.map(({ header, index, use, field }) => ({ column: header || `#${index + 1}`, use, field })),
  );
  return names.length === 0 ? null : <p>{say(filesWords.unusedColumns, { columns: names.join(", ") })}</p>;
}

const changesSentence = (changes: NonNullable<UploadReport["changes"]>): string =>
  say(
    filesWords.changes,
    Object.fromEntries(Object.entries(changes).map(([name, count]) => [name, whole(count)])),
  );

const separators: Readonly<Record<string, string>> = { "\t": "Tab", " ": "␣" };

function dialect({ delimiter, encoding, rows }: Inspection): string {
  const how =
    delimiter === ""
      ? filesWords.workbook
      : say(filesWords.dialect, { encoding, delimiter: separators[delimiter] ?? delimiter });
  return `${say(filesWords.rows, { rows: whole(rows) })} · ${how}`;
}
