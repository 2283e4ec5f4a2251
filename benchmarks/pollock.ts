import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { by, bytesSource, tableCells } from "../src/index.ts";
import { csvRows, type Rows, score, silentCells } from "./pollock/score.ts";

/**
 * The Pollock robustness score (HPI, VLDB 2023) of the table reader on the quarter of its files in
 * `../shared/data/pollock`, by the definition of the paper: 1, and recall, precision and F1 of headings, records and cells, at most 10.
 * Beside it our own figure: silent wrong cells, those that differ from the clean table while no issue names their row.
 */

/** Files of a tar archive: 512-byte headers with name and octal size. */
function* tarFiles(tar: Uint8Array): Generator<readonly [string, Uint8Array]> {
  const text = (at: number, length: number) =>
    new TextDecoder().decode(tar.subarray(at, at + length)).replace(/\0.*$/s, "");
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = text(at, 100);
    if (name === "") return;
    const size = Number.parseInt(text(at + 124, 12).trim(), 8) || 0;
    if (text(at + 156, 1) !== "5") yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

interface PollockScore {
  readonly file: string;
  readonly score: number;
  readonly silent: number;
}

/** Reads one polluted file and compares it with its clean version. */
function scored(file: string, polluted: Uint8Array, clean: Rows): PollockScore {
  try {
    const { csv, table } = tableCells(bytesSource(file, polluted));
    const loaded = csvRows([...csv].join(""));
    const rows = [
      ...(table.headerRows > 0 ? [table.headerRow] : []),
      ...[...table.records()].map(({ row }) => row),
    ];
    return { file, score: score(clean, loaded), silent: silentCells(clean, loaded, rows, table.issues()) };
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    return { file, score: 0, silent: 0 };
  }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Prints and writes the scores; 0 when the bars of the quarter hold. */
export async function run(_args: string[] = []): Promise<number> {
  const root = join(import.meta.dirname, "..");
  const data = resolve(root, process.env.BEDARF_DATA ?? "../shared/data", "pollock");
  if (!existsSync(join(data, "pollock_quarter.tar.gz"))) {
    console.log(`SKIP pollock: ${data}/pollock_quarter.tar.gz is absent (set BEDARF_DATA)`);
    return 0;
  }
  const started = performance.now();
  const files = new Map(tarFiles(gunzipSync(readFileSync(join(data, "pollock_quarter.tar.gz")))));
  const weights = JSON.parse(readFileSync(join(data, "weights.json"), "utf8")) as Record<string, number>;
  const scores: PollockScore[] = [];
  for (const file of Object.keys(weights).sort()) {
    const polluted = files.get(`polluted_files/csv/${file}`);
    const clean = files.get(`polluted_files/clean/${file}`);
    if (polluted === undefined || clean === undefined) continue;
    scores.push(scored(file, polluted, csvRows(new TextDecoder().decode(clean))));
  }
  const simple = scores.reduce((sum, { score }) => sum + score, 0) / scores.length;
  const weight = scores.reduce((sum, { file }) => sum + weights[file], 0);
  const weighted = scores.reduce((sum, { file, score }) => sum + score * weights[file], 0) / weight;
  const silent = scores.reduce((sum, file) => sum + file.silent, 0);
  const worst = [...scores]
    .sort(
      by(
        ({ score }) => score,
        ({ file }) => file,
      ),
    )
    .slice(0, 10);
  console.log(
    `pollock quarter, ${scores.length} files: simple ${simple.toFixed(4)}, weighted ${weighted.toFixed(4)}`,
  );
  console.log(`silent wrong cells: ${silent}; ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const { file, score, silent: cells } of worst)
    console.log(`  ${score.toFixed(4)} ${file} (silent ${cells})`);
  for (const { file, silent: cells } of scores) if (cells > 0) console.log(`  SILENT ${cells} ${file}`);
  const results = {
    files: scores.length,
    simple: round(simple),
    weighted: round(weighted),
    silentWrongCells: silent,
  };
  mkdirSync(join(root, "benchmarks/results"), { recursive: true });
  writeFileSync(join(root, "benchmarks/results/pollock.json"), `${JSON.stringify(results, null, 2)}\n`);
  return simple >= 9.9 && silent === 0 ? 0 : 1;
}
