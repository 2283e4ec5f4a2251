import { UsageError } from "../../src/index.ts";
import { isTexts } from "./config.ts";
import { readJson } from "./files.ts";

/** `--answers F`: an object of texts, question id to candidate. */
export function answersOf(path: string): Record<string, string> {
  const json = readJson(path);
  if (!isTexts(json)) throw new UsageError({ code: "answers-not-an-object", path });
  return json;
}
