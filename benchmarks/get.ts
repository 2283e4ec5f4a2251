import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataRoot } from "./sets.ts";

/** Where a set comes from: the sets are not part of this repository, several forbid passing them on. */
interface Source {
  readonly files: readonly string[];
  readonly from: string;
  readonly licence: string;
  readonly how: string;
  /** First 12 hex digits of the sha256 of the file as the benchmarks read it. */
  readonly sha256: readonly string[];
}

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

/** `bench get NAME`: says where a set comes from, under which licence, and how to bring it into the data folder. */
export async function run(args: readonly string[]): Promise<number> {
  const [name = ""] = args;
  const source = sources[name];
  if (source === undefined) {
    process.stderr.write(
      `usage: npm run bench -- get NAME; NAME is one of ${Object.keys(sources).join(", ")}\n`,
    );
    return 2;
  }
  source.files.forEach((file, k) => {
    const state = existsSync(join(dataRoot, file)) ? "present" : "absent";
    process.stdout.write(`${join(dataRoot, file)}: ${state}, sha256 begins with ${source.sha256[k]}\n`);
  });
  process.stdout.write(`source: ${source.from}\nlicence: ${source.licence}\nhow: ${source.how}\n`);
  process.stdout.write(
    "The set is not downloaded: it needs R to read, and its terms ask that it stays where it is.\n",
  );
  return 0;
}
