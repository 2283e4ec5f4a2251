import type { Row } from "../row.ts";
import { endOf, memoryMb, openFiles, ordered, withServer } from "./stand.ts";

/** Change a step of a straight line through values, by least squares. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, k) => sum + (k - middle) * (value - mean), 0);
  const below = values.reduce((sum, _, k) => sum + (k - middle) ** 2, 0);
  return above / below;
}

/** Plans one after the other: memory and open files of the server stay level. */
export const plansInARow = (count: number): Promise<Row> | null =>
  process.platform !== "linux"
    ? null
    : withServer(async (server) => {
        const [memory, files]: [number[], number[]] = [[], []];
        let failed = 0;
        for (let k = 0; k < count; k++) {
          if ((await endOf(server.url, await ordered(server.url))) !== "done") failed++;
          memory.push(memoryMb(server));
          files.push(openFiles(server));
        }
        // The first plans fill caches.
        const half = Math.floor(count / 3);
        const [grows, opens] = [slope(memory.slice(half)), slope(files.slice(half))];
        return {
          promise: `${count} plans in a row: memory and open files of the server stay level`,
          figure: `${failed} failed, ${grows.toFixed(2)} MB and ${opens.toFixed(2)} open files a plan; ${memory.at(-1)?.toFixed(0)} MB at the end`,
          held: failed === 0 && grows <= (count < 40 ? 2 : 0.5) && opens <= (count < 40 ? 0.6 : 0.2),
        };
      });
