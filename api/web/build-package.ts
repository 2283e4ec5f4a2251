// The page beside the built programs, so that the package serves it: part of `npm run build`.
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildPage, isPageStale, pageFolder } from "./build.ts";

if (isPageStale()) await buildPage();
cpSync(pageFolder, join(resolve(import.meta.dirname, "..", ".."), "dist", "api", "web", "dist"), {
  recursive: true,
});
