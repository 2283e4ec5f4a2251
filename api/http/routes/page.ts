import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { z } from "@hono/zod-openapi";
import { words } from "../../../src/index.ts";
import type { Phrase } from "../../command.ts";
import { etagOf, isKnown } from "../etag.ts";
import { pagePolicy } from "../headers.ts";
import { takesGzip } from "../negotiate.ts";
import { notFound } from "../problem.ts";
import { type Answer, type Route, read } from "../route.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

const fallback: Phrase = {
  de: `<!doctype html><html lang="de"><meta charset="utf-8"><title>bedarf</title><h1>bedarf</h1>
<p>Die Seite ist nicht gebaut. Der letzte fertige Plan: <a href="/v1/plans/latest/report">Bericht</a>,
<a href="/v1/plans/latest/suggestions">Vorschläge</a>. Die Schnittstelle: <a href="/openapi.json">openapi.json</a>.</p></html>`,
  en: `<!doctype html><html lang="en"><meta charset="utf-8"><title>bedarf</title><h1>bedarf</h1>
<p>The page is not built. The latest finished plan: <a href="/v1/plans/latest/report">report</a>,
<a href="/v1/plans/latest/suggestions">suggestions</a>. The API: <a href="/openapi.json">openapi.json</a>.</p></html>`,
};

function assetAnswer(folder: string, name: string, { headers: asked }: Request): Answer {
  // One flat folder and a list of endings: no path can lead out of it.
  const type = types[extname(name)];
  const path = join(folder, name);
  if (type === undefined || name.startsWith(".") || /[\\/]|\.\./.test(name) || !existsSync(path))
    throw notFound();
  const isPacked = takesGzip(asked.get("accept-encoding")) && existsSync(`${path}.gz`);
  const body = readFileSync(isPacked ? `${path}.gz` : path);
  // Packed and plain are different bytes, so each has a tag of its own.
  const etag = etagOf(body);
  const headers = {
    "content-security-policy": pagePolicy,
    "cache-control": name.endsWith(".html") ? "no-cache" : "public, max-age=31536000, immutable",
    vary: "accept-encoding",
    etag,
  };
  if (isKnown(asked.get("if-none-match"), etag)) return { status: 304, headers, body: "" };
  return {
    status: 200,
    headers: {
      ...headers,
      "content-type": type,
      ...(isPacked ? { "content-encoding": "gzip" } : {}),
    },
    body,
  };
}

const page = read({
  method: "get",
  path: "/",
  policy: "open",
  summary: "The page.",
  query: z.looseObject({}),
  answers: { 200: { description: "the page", content: { "text/html": z.string() } } },
  handle({ services: { pageFolder }, request, lang }) {
    if (existsSync(join(pageFolder, "index.html"))) return assetAnswer(pageFolder, "index.html", request);
    return {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": pagePolicy },
      body: words.phraseIn(fallback, lang),
    };
  },
});

const nested = (path: string, folder: string): Route =>
  read({
    method: "get",
    path,
    policy: "open",
    summary: "A file of the page.",
    params: z.object({ name: z.string() }),
    query: z.looseObject({}),
    answers: { 200: { description: "the file", content: { "application/octet-stream": z.string() } } },
    handle: ({ services: { pageFolder }, request, params }) =>
      assetAnswer(join(pageFolder, folder), params.name, request),
  });

/** The page and its files; not part of the API's document. */
export const pageRoutes: readonly Route[] = [
  page,
  nested("/assets/{name}", "assets"),
  nested("/{name}", "."),
];
