import { join } from "node:path";
import { replay, replayFiles, replayPieces, words } from "../../src/index.ts";
import { checkedConfig } from "../run/config.ts";
import { writeFolder } from "../run/files.ts";
import { toRead } from "../run/sources.ts";
import { replayForecaster } from "../threads/replay-forecaster.ts";
import { defaultThreads, threads } from "../threads/threads.ts";
import { filesOf, noOrders, type PlanEnd, type PlanSpec, refused } from "./plan-job.ts";

/** Everything that the process of a replay needs; it opens no store. */
export interface ReplaySpec extends Pick<PlanSpec, "folder" | "sources" | "config" | "answers"> {
  readonly from: string;
  readonly to: string;
  readonly reviewDays?: number;
}

/** The result that is the same in every language. */
const replayName = "replay.json";

/** Lives the past again as `bedarf replay` does, and writes the result folder: replay.json, de/ and en/. */
export async function runReplayJob(
  spec: ReplaySpec,
  progress: (share: number, step: string) => void,
): Promise<PlanEnd> {
  const workers = threads(defaultThreads());
  try {
    const { options, map, answers } = checkedConfig(spec.config);
    const { orders = [], items = [] } = toRead(filesOf(spec));
    if (orders.length === 0) throw noOrders();
    const { input, issues } = replayFiles(
      { orders, items },
      {
        from: spec.from,
        to: spec.to,
        reviewDays: spec.reviewDays ?? options.reviewDays,
        target: options.serviceLevel,
        holdingRatePerYear: options.holdingRatePerYear,
        orderCost: options.orderCost,
        state: options.state,
        bucket: options.bucket,
        reading: {
          map,
          answers: { ...spec.answers, ...answers },
          byLocation: options.key === "item,location",
        },
      },
      replayForecaster(workers),
      (done, of) => progress((done / Math.max(1, of)) * 0.95, "forecasts"),
    );
    const { result, rows } = await replay(input);
    progress(0.95, "results");
    for (const lang of words.langs) {
      const pieces = replayPieces(result, rows, issues, lang);
      writeFolder(join(spec.folder, lang), new Map([...pieces].filter(([name]) => name !== replayName)));
      const common = pieces.get(replayName);
      if (lang === "en" && common !== undefined) writeFolder(spec.folder, new Map([[replayName, common]]));
    }
    const summary = { from: result.from, to: result.to, items: result.items, issues: issues.length };
    return { state: "done", asOf: result.to, volumes: {}, summary, questions: [], forced: [] };
  } catch (error) {
    return refused(error, spec.folder);
  } finally {
    await workers.close();
  }
}
