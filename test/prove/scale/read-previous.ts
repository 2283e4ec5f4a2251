// node read-previous.ts FOLDER: reads an earlier run and says how many items it has and the most memory that took.
import { recordOf } from "../../../api/run/previous-run.ts";

const record = await recordOf(process.argv[2] ?? "");
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(JSON.stringify({ read: record?.items.length ?? 0, peakMb }));
