import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { cappedCall } from "../../../api/jobs/process.ts";
import { runCommand } from "../../../api/jobs/run-command.ts";
import { seriesLines } from "../../../api/ndjson/series-lines.ts";
import { suggestLine } from "../../../api/ndjson/suggest-lines.ts";
import { requestHorizon } from "../../../src/index.ts";

const line = (more: string): string =>
  `{"item":"A","values":[3,4,5],"bucket":"month","start":"2023-01-01","onHand":5,"leadTimeDays":14,"reviewDays":7${more}}`;

const codeOf = (text: string): string | undefined => {
  const [one] = [...seriesLines(text)].map(suggestLine);
  return one !== undefined && "error" in one ? one.error.code : undefined;
};

test("numbers that would size lists are refused with their line: seasons of 1e13 buckets, days beyond 2200", () => {
  for (const period of ["1e13", "1e308", "9007199254740993", "3661", "0", "-1", "1.5"])
    expect(codeOf(line(`,"period":${period}`)), period).toBe("period-not-valid");
  for (const day of ["9999-12-31", "2201-01-01"]) {
    expect(codeOf(line(`,"start":"${day}"`)), day).toBe("start-not-a-date");
    expect(codeOf(line(`,"asOf":"${day}"`)), day).toBe("asOf-not-a-date");
    expect(codeOf(line(`,"previous":{"start":"${day}","mean":[1]}`)), day).toBe("previous-not-valid");
    expect(codeOf(line(`,"events":[{"from":"2024-01-01","to":"${day}","kind":"promotion"}]`)), day).toBe(
      "event-not-valid",
    );
  }
  expect(codeOf(line(',"period":366'))).toBeUndefined();
});

test("a review time below nothing asks for the buckets of the usual one", () => {
  const [one, usual] = [...seriesLines([line(',"reviewDays":-1e308'), line("")].join("\n"))].map(suggestLine);
  if (one === undefined || "error" in one || usual === undefined || "error" in usual)
    throw new Error("no request");
  expect(requestHorizon(one.request)).toBe(requestHorizon(usual.request));
});

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.from(`${line("")}\n`.repeat(50));
}

test("a stream's process that is ended counts as ended, also when nobody reads what it wrote", async () => {
  const run = runCommand(["forecast", "-", "--pool", "none"], endless(), {
    inputBytes: 1e9,
    memoryMb: 256,
    dataFolder: "/nonexistent",
  });
  const first = await run.output[Symbol.asyncIterator]().next();
  expect(first.done).toBe(false);
  run.kill();
  expect((await run.end).code).toBeNull();
});

test.skipIf(process.platform !== "linux")("memory beside the heap has an end too", () => {
  const script = (bytes: number) => `Buffer.alloc(${bytes}, 1); process.stdout.write("fits")`;
  const said = (bytes: number) => {
    const [file, args] = cappedCall(64, ["-e", script(bytes)]);
    return spawnSync(file, args, { encoding: "utf8" }).stdout;
  };
  expect(said(1e8)).toBe("fits");
  expect(said(2 ** 31)).toBe("");
});

test.skipIf(spawnSync("setpriv", ["--pdeathsig", "KILL", "true"]).status !== 0)(
  "a process that never looks up ends with the one that started it",
  async () => {
    const [file, args] = cappedCall(64, ["-e", "process.stdout.write(String(process.pid)); for (;;);"]);
    const starter = `const child = require("node:child_process").spawn(${JSON.stringify(file)}, ${JSON.stringify(args)});
      child.stdout.pipe(process.stdout); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ["-e", starter]);
    const [said] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(said.toString());
    const isLive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    expect(isLive()).toBe(true);
    parent.kill("SIGKILL");
    for (let k = 0; k < 200 && isLive(); k++) await wait(50);
    expect(isLive()).toBe(false);
  },
);
