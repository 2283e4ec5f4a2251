import { InputError } from "../../../errors.ts";
import type { Limits } from "../../limits.ts";
import { archiveFault } from "../file-signature.ts";
import { readStrings } from "./strings.ts";
import { type NumberStyle, readStyles } from "./styles.ts";
import { readWholeXml } from "./xml.ts";
import type { Zip, ZipEntry } from "./zip.ts";

/** A sheet and where its rows are packed. */
export interface SheetPart {
  readonly name: string;
  readonly visible: boolean;
  readonly entry: ZipEntry;
}

/** A workbook with what its sheets share. */
export interface Workbook {
  readonly zip: Zip;
  readonly sheets: readonly SheetPart[];
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** Whether days are counted from 1904 (old Macs) instead of 1900. */
  readonly in1904: boolean;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A target of a relationship, absolute or beside the part that names it. */
const resolved = (base: string, target: string): string => {
  if (target.startsWith("/")) return target.slice(1);
  const parts = (folderOf(base) + target).split("/");
  const path: string[] = [];
  for (const part of parts) {
    if (part === "..") path.pop();
    else if (part !== ".") path.push(part);
  }
  return path.join("/");
};

function relations(zip: Zip, part: string, limits: Limits): Map<string, { type: string; target: string }> {
  const found = new Map<string, { type: string; target: string }>();
  const entry = zip.entry(`${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`);
  if (entry === undefined) return found;
  readWholeXml(
    zip.read(entry),
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== "Relationship" || Id === undefined || Target === undefined || TargetMode === "External")
          return;
        found.set(Id, { type: (Type ?? "").split("/").at(-1) ?? "", target: resolved(part, Target) });
      },
    },
    limits,
  );
  return found;
}

/** Opens a workbook by its archive; throws for archives that are none. */
export function openWorkbook(zip: Zip, limits: Limits): Workbook {
  const root = [...relations(zip, "", limits).values()].find(({ type }) => type === "officeDocument");
  const path = root?.target ?? "xl/workbook.xml";
  const main = zip.entry(path);
  if (main === undefined || zip.entry("[Content_Types].xml") === undefined) {
    throw new InputError(archiveFault([...zip.entries.keys()]));
  }
  if (path.endsWith(".bin")) {
    throw new InputError({ code: "xlsb" });
  }
  const links = relations(zip, path, limits);
  const part = (type: string) => {
    const link = [...links.values()].find((candidate) => candidate.type === type);
    return link === undefined ? undefined : zip.entry(link.target);
  };
  let in1904 = false;
  const sheets: SheetPart[] = [];
  readWholeXml(
    zip.read(main),
    {
      open(name, attributes) {
        if (name === "workbookPr") in1904 = attributes.date1904 === "1" || attributes.date1904 === "true";
        if (name !== "sheet") return;
        const link = links.get(attributes.id ?? "");
        const entry = link === undefined ? undefined : zip.entry(link.target);
        if (entry === undefined || link?.type !== "worksheet") return;
        sheets.push({
          name: attributes.name ?? "",
          visible: (attributes.state ?? "visible") === "visible",
          entry,
        });
      },
    },
    limits,
  );
  const strings = part("sharedStrings");
  const styles = part("styles");
  return {
    zip,
    sheets,
    strings: strings === undefined ? [] : readStrings(zip.read(strings), limits),
    styles: styles === undefined ? [] : readStyles(zip.read(styles), limits),
    in1904,
  };
}
