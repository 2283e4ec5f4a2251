import { randomUUID } from "node:crypto";
import { words } from "../../src/index.ts";
import type { Lang } from "../command.ts";
import { apiPolicy, safeHeaders, strictTransport } from "./headers.ts";
import { languageOf } from "./negotiate.ts";
import { Problem, problemBody, problemOf, problemType } from "./problem.ts";
import type { Answer } from "./route.ts";
import type { Services } from "./services.ts";

const internal = new Problem(500, "internal", {
  de: "Ein Fehler im Programm. Er steht mit der Kennung dieser Anfrage im Protokoll.",
  en: "A fault of the program. It is in the log, under the id of this request.",
});

const problemAnswer = (problem: Problem, lang: Lang, path: string): Answer => ({
  status: problem.status,
  headers: { "content-type": problemType, "content-language": lang, ...problem.headers },
  body: problemBody(problem, lang, path),
});

function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function langOf(request: Request, url: URL): Lang {
  const chosen = url.searchParams.get("lang");
  return words.langNamed(chosen) ?? languageOf(request.headers.get("accept-language"));
}

/** Bodies that a status must not have are left out. */
function responseOf({ secure, stopping }: Services, answer: Answer, requestId: string): Response {
  const body = answer.status === 304 || answer.status === 204 ? null : (answer.body as BodyInit);
  return new Response(body, {
    status: answer.status,
    headers: {
      ...safeHeaders,
      "cache-control": "no-store",
      "content-security-policy": apiPolicy,
      ...(secure ? { "strict-transport-security": strictTransport } : {}),
      ...answer.headers,
      ...(stopping() ? { connection: "close" } : {}),
      "x-request-id": requestId,
    },
  });
}

/** How an answer comes about; what it throws becomes a problem. `route` is the path that figures count it under. */
interface Work {
  readonly route: string;
  answer(requestId: string, lang: Lang): Answer | Promise<Answer>;
}

/** Makes responses: an error becomes problem details, every request is counted and logged. */
export function responder(services: Services): (request: Request, work: Work) => Promise<Response> {
  const { metrics, log } = services;
  return async (request, work) => {
    const begun = performance.now();
    const url = new URL(request.url);
    const [id, lang] = [requestIdOf(request), langOf(request, url)];
    let answer: Answer;
    try {
      answer = await work.answer(id, lang);
    } catch (error) {
      const problem = problemOf(error) ?? internal;
      if (problem === internal) log.error({ err: error, request: id }, "internal error");
      answer = problemAnswer(problem, lang, url.pathname);
    }
    const seconds = (performance.now() - begun) / 1000;
    const labels = { method: request.method, route: work.route, status: String(answer.status) };
    metrics.requests.observe(labels, seconds);
    const isQuiet = answer.status < 400 && request.method === "GET";
    log[isQuiet ? "debug" : "info"]({ ...labels, request: id, seconds }, "request");
    return responseOf(services, answer, id);
  };
}
