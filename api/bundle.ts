import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/**
 * The command line in few files: `part` and `join` start in a third of the time. What is looked for beside its own
 * source (worker threads, processes, the page) is not found from there, so the other commands stay with the sources.
 */
export async function bundleCommands(target: string): Promise<void> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root,
    logLevel: "error",
    publicDir: false,
    ssr: { noExternal: true, external: ["@aws-sdk/client-s3", "apache-arrow", "pg", "vite"] },
    build: {
      ssr: join(root, "api", "cli.ts"),
      outDir: target,
      emptyOutDir: true,
      target: "node24",
      reportCompressedSize: false,
    },
  });
}
