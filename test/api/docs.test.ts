import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiRoutes } from "../../api/http/routes/index.ts";
import { settingTable } from "../../api/http/settings.ts";
import { runs } from "../docs/program.ts";
import { itemsCsv, ordersCsv, type TestServer, testServer } from "./server.ts";

const docs = join(import.meta.dirname, "..", "..", "docs");
const integration = readFileSync(join(docs, "integration.md"), "utf8");
const example = (heading: string, language: string): string => {
  const section = integration.slice(integration.indexOf(`## ${heading}`));
  return section.split(`\`\`\`${language}\n`)[1]?.split("```")[0] ?? "";
};

async function inFolder(
  work: (folder: string, server: TestServer, token: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bedarf-docs-"));
  const server = await testServer();
  const token = await server.store.tokens.create({
    name: "erp",
    tenant: "default",
    scopes: ["upload", "read"],
  });
  writeFileSync(join(folder, "orders.csv"), ordersCsv());
  writeFileSync(join(folder, "items.csv"), itemsCsv());
  try {
    await work(folder, server, token);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the curl example runs as it stands", async ({ skip }) => {
  await inFolder(async (folder, server, token) => {
    const lines = example("HTTP with curl", "sh").split("curl -sf").slice(1);
    // The plan needs a moment: the rest is asked for after it has ended.
    const script = `set -e\ncurl -sf${lines.slice(0, 3).join("curl -sf")}`;
    const sent = await runs("bash", ["-c", script], folder, { URL: server.url, TOKEN: token });
    if (sent.code === null) skip("needs bash and curl");
    expect(sent).toMatchObject({ code: 0, stderr: "" });
    for (let k = 0; k < 400; k++) {
      if ((await server.call("GET", "/v1/plans/latest", { token })).status === 200) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const rest = await runs("bash", ["-c", `set -e\ncurl -sf${lines.slice(3).join("curl -sf")}`], folder, {
      URL: server.url,
      TOKEN: token,
    });
    expect(rest.code).toBe(0);
    expect(rest.stdout).toContain("item;name;supplier;quantity");
  });
});

test("the Python example runs as it stands", async ({ skip }) => {
  await inFolder(async (folder, server, token) => {
    const script = `URL, TOKEN = ${JSON.stringify(server.url)}, ${JSON.stringify(token)}\n${example("Python", "python")}`;
    const { code, stdout, stderr } = await runs("python3", ["-c", script], folder, {});
    if (code === null) skip("needs python3");
    expect(stderr).toBe("");
    expect(stdout).toContain("item,name,supplier,quantity");
  });
});

test("every setting and every route is in the documents", () => {
  const operations = readFileSync(join(docs, "operations.md"), "utf8");
  for (const name of Object.keys(settingTable)) expect(operations).toContain(`| ${name} |`);
  const api = readFileSync(join(docs, "api.md"), "utf8");
  for (const { path } of apiRoutes) {
    const [last = ""] = path.split("/").slice(-1);
    expect(api, path).toContain(last.startsWith("{") ? (path.split("/").at(-2) ?? "") : last);
  }
});
