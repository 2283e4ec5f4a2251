import { UsageError } from "../src/index.ts";
import { readJson } from "./files.ts";

/** `--answers F`: an object of texts, question id to candidate. */
export function answersOf(path: string): Record<string, string> {
  const json = readJson(path);
  const valid = typeof json === "object" && json !== null && !Array.isArray(json);
  if (!valid || !Object.values(json).every((value) => typeof value === "string")) {
    throw new UsageError(`${path} must be a JSON object {"question id": "candidate"}`);
  }
  return json as Record<string, string>;
}
