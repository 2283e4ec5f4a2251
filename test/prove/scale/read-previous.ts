// node read-previous.ts FOLDER [newest]: reads an earlier run, or the newest one of several, and says how many items it
// has and the most memory that took.
import { recordOf } from "../../../api/run/previous-run.ts";

const [folder = "", newest] = process.argv.slice(2);
const record = await recordOf(folder, newest === "newest");
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(JSON.stringify({ read: record?.items.length ?? 0, peakMb }));
