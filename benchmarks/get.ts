import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { m4Lines } from "./m4-csv.ts";
import { dataRoot } from "./sets.ts";

/** Where a set comes from: the sets are not part of this repository, several forbid passing them on. */
interface Source {
  readonly files: readonly string[];
  readonly from: string;
  readonly licence: string;
  readonly how: string;
  /** First 12 hex digits of the sha256 of the file as the benchmarks read it. */
  readonly sha256: readonly string[];
  /** How each file is built from what its source offers, where that needs no other program. */
  readonly builds?: readonly Build[];
}

interface Build {
  readonly urls: readonly string[];
  readonly text: (parts: readonly string[]) => string;
  /** sha256 of the text before it is packed. */
  readonly sha256: string;
}

const m4Build = (period: "Weekly" | "Hourly", freq: number, sha256: string): Build => ({
  urls: ["Train", "Test"].map(
    (part) =>
      `https://raw.githubusercontent.com/Mcompetitions/M4-methods/6c1067e5a571/Dataset/${part}/${period}-${part.toLowerCase()}.csv`,
  ),
  text: ([train = "", test = ""]) => m4Lines(train, test, { period: period.toUpperCase(), freq }),
  sha256,
});

const sources: Readonly<Record<string, Source>> = {
  m3: {
    files: ["m3/m3.jsonl.gz", "m3/m3_forecasts_24methods.csv.gz"],
    from: "https://github.com/robjhyndman/Mcomp (data/M3.rda, data/M3Forecast.rda, commit 34f3b4128243)",
    licence: "GPL-3 (package)",
    how: "in R: one JSON object a line with id, period, freq, start, h, x, xx of each series of M3",
    sha256: ["cddf5788a873", "0286bb04b867"],
  },
  tourism: {
    files: ["tourism/tourism.jsonl.gz"],
    from: "https://github.com/ellisp/Tcomp-r-package (pkg/data/tourism.rda, commit 33503f9c4bb7)",
    licence: "GPL-3 (package)",
    how: "in R: the same keys as for M3",
    sha256: ["56b20dcd0228"],
  },
  m4: {
    files: ["m4/m4_weekly.jsonl.gz", "m4/m4_hourly.jsonl.gz"],
    from: "https://github.com/Mcompetitions/M4-methods (Dataset/Train, Dataset/Test, commit 6c1067e5a571)",
    licence: "none stated",
    how: "join train and test rows of Weekly and Hourly: id, period, freq (1, 24), h (13, 48), x, xx",
    sha256: ["668bb310ae76", "7602275669d7"],
    builds: [
      m4Build("Weekly", 1, "76e1ec0cf08d8f1ef8e0bb6e4bc2a38d2ae9a40ca20a814a66dea0ab8ce7acb4"),
      m4Build("Hourly", 24, "094fb4365e8972f0b019c383f0e615a4941d807fe399a58cc47d017ceb509167"),
    ],
  },
  carparts: {
    files: ["carparts/carparts.csv"],
    from: "https://github.com/robjhyndman/expsmooth (data/carparts.rda, commit c19f978877f8)",
    licence: "GPL-3 (package)",
    how: "in R: one row a part, columns id and 1998-01 to 2002-03, blank where not observed",
    sha256: ["f5c1358a663a"],
  },
  auto: {
    files: ["auto/auto.csv"],
    from: "https://github.com/KhueNguyenTK/Spare-Part-Demand-Forecasting (RawData.RData, commit 13bea0d2af7b)",
    licence: "MIT (repository); owner of the data not named",
    how: "one row a part, columns id and t01 to t24, oldest month first (the workbook runs newest first)",
    sha256: ["dcb0ce58542e"],
  },
  man: {
    files: ["man/man.csv"],
    from: "https://github.com/KhueNguyenTK/Spare-Part-Demand-Forecasting (All Data sets/MAN.xlsx, commit 13bea0d2af7b)",
    licence: "MIT (repository); owner of the data not named",
    how: "columns id, pack_size, unit_cost_eur, order_cost_eur, holding_cost_eur_per_unit_year, lead_time_weeks, moq, weeks",
    sha256: ["5029ffa77b3c"],
  },
  "m5-tiny": {
    files: ["m5tiny/tiny_m5.csv.gz"],
    from: "https://github.com/krzjoa/m5 (data/tiny_m5.rda, commit 8b03702c48c7)",
    licence: "MIT (package); the competition's terms forbid passing the data on",
    how: "in R: write.csv of the long table",
    sha256: ["c1a0210ff8c7"],
  },
  "online-retail": {
    files: ["onlineretail/online_retail.csv.gz"],
    from: "https://github.com/allanvc/onlineretail (data/onlineretail.rda, commit 3a77afe42f26)",
    licence: "CC0 according to the package",
    how: "in R: write.csv of the invoice lines",
    sha256: ["53dd96bac516"],
  },
};

const digest = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Why a download did not happen, in one line. */
const reason = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};

async function fetched(url: string): Promise<string> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer.text();
}

/** Downloads, builds and checks one file; says in one line what came of it. */
async function built(build: Build, path: string): Promise<{ done: boolean; line: string }> {
  try {
    const text = build.text(await Promise.all(build.urls.map(fetched)));
    const found = digest(text);
    if (found !== build.sha256)
      return {
        done: false,
        line: `${path}: not written, the source has changed (sha256 of the series ${found})`,
      };
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, gzipSync(text));
    return { done: true, line: `${path}: downloaded, sha256 of the series as recorded` };
  } catch (error) {
    return { done: false, line: `${path}: not downloaded (${reason(error)}): try again with a network` };
  }
}

/**
 * `bench get NAME`: checks the files of a set by sha256 and downloads what is absent where its source can be read
 * without another program; else says how to get it. 0: all there, 1: not all there.
 */
export async function run(args: readonly string[]): Promise<number> {
  const [name = ""] = args;
  const source = sources[name];
  if (source === undefined) {
    process.stderr.write(
      `usage: npm run bench -- get NAME; NAME is one of ${Object.keys(sources).join(", ")}\n`,
    );
    return 2;
  }
  process.stdout.write(`source: ${source.from}\nlicence: ${source.licence}\n`);
  let complete = true;
  for (const [k, file] of source.files.entries()) {
    const path = join(dataRoot, file);
    const build = source.builds?.[k];
    if (existsSync(path)) {
      const same = digest(readFileSync(path)).startsWith(source.sha256[k] ?? "");
      process.stdout.write(
        `${path}: present, sha256 ${same ? "as recorded" : "differs from the recorded one"}\n`,
      );
      complete &&= same;
    } else if (build !== undefined) {
      const { done, line } = await built(build, path);
      process.stdout.write(`${line}\n`);
      complete &&= done;
    } else {
      complete = false;
      process.stdout.write(
        `${path}: absent, not downloaded because its source needs R or Excel to be read\n`,
      );
    }
  }
  if (!complete) process.stdout.write(`how: ${source.how}\n`);
  return complete ? 0 : 1;
}
