import type { VNode } from "preact";
import { say, t } from "../../language.ts";
import { Chip } from "../../parts/chip.tsx";
import type { Inspection } from "../../shapes.ts";

const namesOf = (text = ""): string[] => text.split(", ").filter((name) => name !== "");

/** Which sheets of a workbook were read and which were not; nothing where it has only one. */
export function Sheets({ of }: { readonly of: Inspection }): VNode | null {
  const found = of.issues.find(({ code }) => code === "other-sheets");
  if (found?.code !== "other-sheets") return null;
  const [read, left] = [namesOf(found.sheet), namesOf(found.text)];
  return (
    <>
      <div class="chips">
        <strong>{say(t.files.sheets, { read: read.length, count: read.length + left.length })}</strong>
        {read.map((name) => (
          <Chip key={name} kind="good">
            {name}
          </Chip>
        ))}
        {left.map((name) => (
          <Chip key={name} kind="warning">
            {say(t.files.sheetLeft, { name })}
          </Chip>
        ))}
      </div>
      <p class="muted small">{t.files.sheetsText}</p>
    </>
  );
}
