import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, CrashError, startChild } from "../../../api/jobs/process.ts";
import { fileKinds } from "../../../src/index.ts";
import { timesSlower } from "../machine.ts";
import { type Row, seeded } from "../row.ts";

const fixtures = join(import.meta.dirname, "..", "..", "fixtures", "typing");

/** Pieces that files are spoilt with. */
const spoils = [
  '"',
  '";"',
  "\u0000",
  "\r",
  "\n\n\n",
  ";".repeat(300),
  "x: ".repeat(50),
  "(".repeat(500),
  "[x".repeat(400),
  "to".repeat(300),
  "9".repeat(400),
  "1e308",
  "-",
  "\ufeff",
  "'",
  "31.12.9999",
  "\ud83d\ude00".repeat(40),
  "\t ".repeat(200),
];

/** A file of 1 to 64 KB out of others: cut, doubled, crossed and spoilt. */
function mutant(seeds: readonly string[], random: () => number): Buffer {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  let text = pick(seeds);
  for (let k = 1 + Math.floor(random() * 6); k > 0; k--) {
    const [from, to] = [random(), random()]
      .map((share) => Math.floor(share * text.length))
      .sort((a, b) => a - b) as [number, number];
    const kind = Math.floor(random() * 5);
    if (kind === 0) text = text.slice(0, from) + pick(spoils) + text.slice(from);
    if (kind === 1) text = text.slice(0, to) + text.slice(from, to).repeat(2) + text.slice(to);
    if (kind === 2) text = text.slice(0, from) + text.slice(to);
    if (kind === 3) text = text.slice(0, from) + pick(seeds).slice(0, 4000) + text.slice(from);
    if (kind === 4) text = text.replaceAll(pick([",", ";", "\n", ".", '"']), pick(spoils).slice(0, 60));
    text = text.slice(0, 65_536);
  }
  while (text.length < 1024) text += `${pick(spoils)}\n${text || "x"}`;
  return Buffer.from(text.slice(0, 65_536));
}

const statOf = (pid: number | undefined): number => {
  const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = rest.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const peakOf = (pid: number | undefined): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

/** Files made by mutation, each read as every upload is: processor time and memory. */
export async function mutants(count: number): Promise<Row | null> {
  if (process.platform !== "linux") return null;
  const seeds = readdirSync(fixtures)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => readFileSync(join(fixtures, name), "utf8"));
  const random = seeded(23);
  const folder = mkdtempSync(join(tmpdir(), "bedarf-mutants-"));
  const path = join(folder, "file.csv");
  let child = startChild(1024, { dataFolder: folder });
  const faults: string[] = [];
  let [longest, peak, taken] = [0, 0, 0];
  try {
    for (let k = 0; k < count; k++) {
      const bytes = mutant(seeds, random);
      writeFileSync(path, bytes);
      const kind = fileKinds[Math.floor(random() ** 3 * fileKinds.length)];
      const file = { path, name: `m${k}.csv` };
      const before = statOf(child.pid);
      try {
        await ask(child, {
          task: "examine",
          kind,
          file,
          size: bytes.length,
          mode: "full",
          answers: {},
          current: [],
          compare: false,
        });
        taken++;
      } catch (error) {
        if (error instanceof CrashError || (error as { fault?: unknown }).fault === undefined) {
          faults.push(`file ${k}: ${(error as Error).message.slice(0, 80)}`);
          child = startChild(1024, { dataFolder: folder });
          continue;
        }
      }
      longest = Math.max(longest, statOf(child.pid) - before);
      peak = Math.max(peak, peakOf(child.pid));
    }
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    promise:
      "Files of 1 to 64 KB made by mutation are read or refused by name: each at most 5 s of processor time (longer on a slow machine) and 600 MB",
    figure: `${count} files, ${taken} read, longest ${longest.toFixed(1)} s, peak ${peak.toFixed(0)} MB, ${faults.length === 0 ? "0 faults" : faults.slice(0, 4).join("; ")}`,
    held: faults.length === 0 && longest <= 5 * timesSlower() && peak <= 600,
    isOnlyLate: faults.length === 0 && peak <= 600,
  };
}
