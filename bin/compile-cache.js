// Plain JavaScript, because old versions of Node load it too.
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const beside = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules", ".cache", "bedarf");

/**
 * Keeps what Node compiled beside the code, for this process and those it starts: the next start takes half the time.
 * Never in a folder that others can write to, since what lies there is run; where this one cannot be written, nothing
 * is kept. NODE_COMPILE_CACHE names another folder, NODE_DISABLE_COMPILE_CACHE=1 none.
 */
export const keepCompiled = () => {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return;
  const result = module.enableCompileCache?.(beside);
  if (result?.status === module.constants.compileCacheStatus.ENABLED) process.env.NODE_COMPILE_CACHE = beside;
};
