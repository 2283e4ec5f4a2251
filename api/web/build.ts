import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { constants, gzipSync } from "node:zlib";

const folder = import.meta.dirname;
const root = resolve(folder, "..", "..");

/** Where the built page lies: index.html and assets with hashed names. */
export const pageFolder = join(folder, "dist");

/** Newest change below a folder, in milliseconds; `dist` does not count. */
function newest(of: string): number {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(pageFolder))
    .reduce((last, entry) => Math.max(last, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

const builtAt = (): number => {
  const file = join(pageFolder, "index.html");
  return existsSync(file) ? statSync(file).mtimeMs : 0;
};

/** True where the page was never built, or its sources or the engine's words and pictures changed since. */
export const isPageStale = (): boolean =>
  builtAt() <
  Math.max(newest(folder), newest(join(root, "src", "words")), newest(join(root, "src", "report")));

/** Builds the page into {@link pageFolder}: no inline script or style, nothing from other hosts. */
export async function buildPage(): Promise<void> {
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: folder,
    base: "./",
    logLevel: "error",
    // the same page whatever NODE_ENV says: a build that a test asks for is kept and packaged
    oxc: { jsx: { development: false } },
    define: { "process.env.NODE_ENV": '"production"' },
    publicDir: false,
    build: {
      outDir: pageFolder,
      emptyOutDir: true,
      target: "es2022",
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.startsWith(folder) } },
    },
  });
  packBeside(pageFolder);
}

/** Below this many bytes a packed file saves nothing on the wire. */
const worthPacking = 1000;

/** Lays a packed `NAME.gz` beside each file of a folder that becomes smaller by it: packed once, not on every request. */
export function packBeside(of: string): void {
  for (const entry of readdirSync(of, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(html|js|css|svg|json)$/.test(entry.name)) continue;
    const plain = readFileSync(path);
    const packed = gzipSync(plain, { level: constants.Z_BEST_COMPRESSION });
    if (plain.length >= worthPacking && packed.length < plain.length) writeFileSync(`${path}.gz`, packed);
  }
}

/** There as long as somebody builds the page. */
const lock = join(folder, "dist.lock");

/** Nobody builds for so long: whoever left the lock is gone. */
const longestMs = 120_000;

/** True where the lock is now ours. */
function isLocked(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > longestMs) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/**
 * Builds the page where it is missing or older than its sources, once: whoever asks while another builds it waits for that
 * one.
 */
export async function buildPageIfNeeded(): Promise<void> {
  if (!isPageStale() && !existsSync(lock)) return;
  while (!isLocked()) await setTimeout(100);
  try {
    // once, also where sources say that they are of tomorrow
    if (isPageStale()) await buildPage();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
