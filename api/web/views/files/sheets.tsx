import type { VNode } from "preact";
import { say } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import { Select } from "../../parts/select.tsx";
import type { Inspection } from "../../shapes.ts";
import { filesWords } from "../../words/files.ts";

interface SheetsProps {
  readonly of: Inspection;
  /** Sheets of the same workbook that are read beside this one, as a file of another kind. */
  readonly elsewhere: readonly string[];
  readonly choose: (sheet: string) => void;
}

/** The word for every sheet that holds the table. */
const all = "all";

/** Which sheets of a workbook are read and which are not, and another choice; nothing where it has only one. */
export function Sheets({ of, elsewhere, choose }: SheetsProps): VNode | null {
  const { sheets = [] } = of;
  if (sheets.length < 2) return null;
  const here = sheets.filter((sheet) => sheet.read);
  const read = sheets.filter((sheet) => sheet.read || elsewhere.includes(sheet.name));
  const left = sheets.filter((sheet) => !read.includes(sheet));
  const only = here.length === 1 ? (here[0]?.name ?? "") : all;
  return (
    <>
      <div class="chips">
        <strong>{say(filesWords.sheets, { read: read.length, count: sheets.length })}</strong>
        {read.map(({ name }) => (
          <Chip key={name} kind="good">
            {name}
          </Chip>
        ))}
        {left.map(({ name }) => (
          <Chip key={name} kind="warning">
            {say(filesWords.sheetLeft, { name })}
          </Chip>
        ))}
      </div>
      <div class="row">
        <Select
          label={filesWords.readSheet}
          value={only}
          options={[...sheets.map(({ name }) => [name, name] as const), [all, filesWords.allSheets] as const]}
          choose={choose}
        />
      </div>
      {left.length > 0 && <p class="muted small">{filesWords.sheetsText}</p>}
    </>
  );
}
