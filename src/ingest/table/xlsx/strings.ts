import { InputError } from "../../../errors.ts";
import type { Limits } from "../../limits.ts";
import { readWholeXml } from "./xml.ts";

/** Characters that XML cannot hold are written `_x000D_`. */
export const unescapeXlsx = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** The shared strings of a workbook; rich text is joined, phonetic readings are left out. */
export function readStrings(pieces: Iterable<Uint8Array>, limits: Limits): readonly string[] {
  const strings: string[] = [];
  let text = "";
  let size = 0;
  let inText = false;
  let inReading = false;
  readWholeXml(
    pieces,
    {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") inReading = true;
        else if (name === "t") inText = !inReading;
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") inReading = false;
        else if (name === "si") strings.push(unescapeXlsx(text));
      },
      text(part) {
        if (!inText) return;
        text += part;
        size += part.length;
        if (size > limits.sharedStringBytes || text.length > limits.cellChars) {
          throw new InputError({
            code: "cell-too-large",
            part: "sheet-texts",
            millions: limits.cellChars / 1e6,
          });
        }
      },
    },
    limits,
  );
  return strings;
}
