import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ended, itemsCsv, json, ordersCsv, testServer } from "../api/server.ts";
import { runs } from "./program.ts";

const root = join(import.meta.dirname, "..", "..");
const read = (page: string): string => readFileSync(join(root, page), "utf8");
const folder = mkdtempSync(join(tmpdir(), "bedarf-examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "orders.csv"), ordersCsv());
writeFileSync(join(folder, "items.csv"), itemsCsv());

/** Runs a program beside the files. */
const besideFiles = (command: string, args: readonly string[], cwd = folder) =>
  runs(command, args, cwd, { LANG: "C" });

/** The blocks of a page that hold a text. */
const blocksWith = (page: string, text: string): string[] =>
  read(page)
    .split("```")
    .filter((block, k) => k % 2 === 1 && block.includes(text));

test("the requests that the front page shows lead from files to a plan", async () => {
  const [block = ""] = blocksWith("README.md", "curl ");
  const lines = block.trim().split("\n");
  expect(lines).toHaveLength(4);
  const server = await testServer();
  try {
    const said: string[] = [];
    for (const line of lines) {
      const asked = await besideFiles("bash", ["-c", line.replace("http://localhost:8080", server.url)]);
      if (asked.code === null) return;
      expect(asked.code, line).toBe(0);
      said.push(asked.stdout);
      if (line.includes("-X POST")) await ended(server, String(JSON.parse(asked.stdout).id));
    }
    expect(JSON.parse(said[0] ?? "").kind).toBe("orders");
    const latest = JSON.parse(said.at(-1) ?? "");
    expect(latest.state).toBe("done");
    const { items } = await json(await server.call("GET", `/v1/plans/${latest.id}/suggestions`));
    expect((items as unknown as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await server.end();
  }
});

test("the lines of the library that the front page shows make a plan", async () => {
  const [block = ""] = blocksWith("README.md", "planFiles(");
  const code = block
    .replace(/^js\n/, "")
    .replace('"bedarf"', JSON.stringify(join(root, "api", "library.ts")));
  writeFileSync(join(folder, "shown.mjs"), `${code}\nconsole.log(plan.items.length, questions.length);\n`);
  const { code: end, stdout, stderr } = await besideFiles(process.execPath, ["shown.mjs"]);
  expect(stderr).not.toContain("Error");
  expect({ end, stdout }).toEqual({ end: 0, stdout: "4 0\n" });
});

test("the command under the first files of the front page plans them", async () => {
  const rows = read("README.md").split("\n");
  const command = rows.find((row) => row.includes("plan bestellungen.csv")) ?? "";
  const from = rows.findIndex((row) => row.startsWith("Artikelnummer;Buchungsdatum"));
  const pairs = rows
    .slice(from, rows.indexOf("```", from))
    .filter((row) => row !== "…")
    .map((row) => row.split(/ {3,}/));
  const column = (at: 0 | 1): string[] => pairs.flatMap((pair) => pair[at] ?? []);
  // the lines shown go on for some months
  const more = Array.from(
    { length: 40 },
    (_, k) =>
      `0004711;${String((k % 27) + 1).padStart(2, "0")}.${String(4 + (k >> 3)).padStart(2, "0")}.2025;${5 + (k % 7)},000;ST;L-2${k}`,
  );
  writeFileSync(join(folder, "bestellungen.csv"), `${[...column(0), ...more].join("\n")}\n`);
  writeFileSync(join(folder, "artikel.csv"), `${column(1).join("\n")}\n`);
  const args = command.replace("npm run -s bedarf -- ", "").trim().split(" ");
  const { code, stderr } = await besideFiles(process.execPath, [join(root, "bin", "bedarf.js"), ...args]);
  expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  const plan = JSON.parse(readFileSync(join(folder, "out", "plan", "plan.json"), "utf8"));
  const sum = (plan.items[0].history.values as number[]).reduce((total, one) => total + (one ?? 0), 0);
  expect(sum).toBeGreaterThan(20);
  expect(sum).toBeLessThan(1000);
});

test("the folder of the nightly run and the form of the ERP's files are as the page shows them", async () => {
  const job = join(folder, "inbox", "main");
  mkdirSync(job, { recursive: true });
  writeFileSync(join(job, "orders.csv"), ordersCsv());
  writeFileSync(join(job, "items.csv"), itemsCsv());
  const [form = ""] = blocksWith("docs/integration.md", '"export"');
  writeFileSync(join(job, "config.json"), form.replace(/^json\n/, ""));
  const [block = ""] = blocksWith("docs/integration.md", "bedarf batch");
  const command = block.split("\n").find((line) => line.startsWith("bedarf batch")) ?? "";
  const args = command.split(" ").slice(1);
  const { code } = await besideFiles(process.execPath, [join(root, "bin", "bedarf.js"), ...args]);
  expect(code).toBe(0);
  const out = join(folder, "outbox", "main");
  expect(existsSync(join(out, "done.json"))).toBe(true);
  const [head = "", first = ""] = readFileSync(join(out, "export-suggestions.csv"), "utf8").split(/\r?\n/);
  expect(head.replace("\uFEFF", "")).toBe("Artikelnummer;Menge;Lieferant;Termin");
  expect(first).toMatch(/^A\d;\d+(,\d+)?;S1;\d{2}\.\d{2}\.\d{4}$/);
  expect(readFileSync(join(out, "export-parameters.csv"), "utf8")).toContain("Meldebestand");
});
