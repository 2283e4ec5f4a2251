import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planned, testServer } from "../api/server.ts";
import type { Row } from "./row.ts";

/** The version whose findings are known. */
const fuzzer = "schemathesis==4.32.5";
const home = join(tmpdir(), "bedarf-schemathesis");

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function ran(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = home,
) {
  return new Promise<Ended>((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    let said = "";
    const hear = (text: Buffer) => {
      said = (said + text.toString()).slice(-100_000);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => resolve({ code: null, said: error.message }));
    child.on("close", (code) => resolve({ code, said }));
  });
}

/** The fuzzer's program, installed once below the folder for temporary files; undefined where that cannot be. */
async function installed(): Promise<string | undefined> {
  const program = join(home, "bin", "schemathesis");
  if (existsSync(program)) return program;
  const made = await ran("python3", ["-m", "venv", home], {}, tmpdir());
  if (made.code !== 0) return undefined;
  const { code } = await ran(join(home, "bin", "pip"), ["install", "--quiet", fuzzer]);
  return code === 0 && existsSync(program) ? program : undefined;
}

/** A public fuzzer of API descriptions against a server with data: requests that fit, and requests that do not. */
export async function description(examples: number): Promise<Row | string> {
  const program = await installed();
  if (program === undefined) return `needs Python and ${fuzzer}, which could not be installed`;
  const reports = mkdtempSync(join(tmpdir(), "bedarf-description-"));
  const server = await testServer();
  try {
    await planned(server);
    const token = await server.store.tokens.create({
      name: "fuzzer",
      tenant: "default",
      scopes: ["upload", "read", "decide", "approve", "admin"],
    });
    const { said } = await ran(
      program,
      [
        "run",
        `${server.url}/openapi.json`,
        ...["--header", `Authorization: Bearer ${token}`],
        ...["--phases", examples === 0 ? "coverage" : "coverage,fuzzing"],
        ...["--max-examples", String(Math.max(1, examples))],
        ...["--continue-on-failure", "--workers", "2", "--seed", "1"],
      ],
      { SCHEMATHESIS_HOOKS: "description", PYTHONPATH: import.meta.dirname },
      reports,
    );
    const { generated = "0", passed = "0" } =
      /(?<generated>\d+) generated, (?<passed>\d+) passed/.exec(said)?.groups ?? {};
    const failures = [...said.matchAll(/❌ (ST\d+ [^\n]*: \d+)/g)].map(([, one]) => one);
    const held = generated !== "0" && generated === passed && failures.length === 0;
    return {
      promise: `${fuzzer} against the description, its coverage${examples === 0 ? "" : " and fuzzing"}: no fault of the server, nothing undocumented, all that fits taken, all that does not refused`,
      figure: `${generated} requests, ${held ? "0 failures" : `${failures.join("; ") || said.slice(-300)}`}`,
      held,
    };
  } finally {
    await server.end();
    rmSync(reports, { recursive: true, force: true });
  }
}
