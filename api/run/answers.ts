import { UsageError } from "../../src/index.ts";
import { readJson } from "./files.ts";
import { isTexts } from "./texts.ts";

/** `--answers F`: an object of texts, question id to candidate. */
export function answersOf(path: string): Record<string, string> {
  const json = readJson(path);
  if (!isTexts(json)) throw new UsageError({ code: "answers-not-an-object", path });
  return json;
}
