import { randomUUID } from "node:crypto";
import { words } from "../../src/index.ts";
import type { Lang } from "../command.ts";
import type { Connection } from "./connection.ts";
import { apiPolicy, safeHeaders, strictTransport } from "./headers.ts";
import { patienceMs } from "./limits.ts";
import { languageOf } from "./negotiate.ts";
import { Problem, problemBody, problemOf, problemType, unreadable } from "./problem.ts";
import type { Answer } from "./route.ts";
import { unsent, watchedBody } from "./sent-body.ts";
import type { Services } from "./services.ts";

const internal = new Problem(500, "internal", {
  de: "Ein Fehler im Programm. Er steht mit der Kennung dieser Anfrage im Protokoll.",
  en: "A fault of the program. It is in the log, under the id of this request.",
});

/** Nobody hears it: the client had gone before its request was whole. */
const clientLeft = unreadable("The client left before its request was whole.", "Die Anfrage brach ab.");

const noAddress = () =>
  unreadable(
    "The address of the request is not valid (Host).",
    "Die Adresse der Anfrage ist ungültig (Host).",
  );

const problemAnswer = (problem: Problem, lang: Lang, path: string): Answer => ({
  status: problem.status,
  headers: { "content-type": problemType, "content-language": lang, ...problem.headers },
  body: problemBody(problem, lang, path),
});

function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
}

function langOf(request: Request, url: URL | null): Lang {
  const chosen = url?.searchParams.get("lang");
  return words.langNamed(chosen) ?? languageOf(request.headers.get("accept-language"));
}

/** The body as it is sent: none where method or status has none, and what it held is let go. */
function sentBody({ status, body }: Answer, method: string, connection: Connection): BodyInit | null {
  if (method === "HEAD" || status === 304 || status === 204 || connection.hasLeft()) return unsent(body);
  return body instanceof ReadableStream
    ? watchedBody(body, patienceMs, () => connection.close())
    : (body as BodyInit);
}

function responseOf(
  { secure, stopping }: Services,
  answer: Answer,
  body: BodyInit | null,
  requestId: string,
): Response {
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
export function responder(
  services: Services,
): (request: Request, connection: Connection, work: Work) => Promise<Response> {
  const { metrics, log, watch } = services;
  return async (request, connection, work) => {
    const begun = performance.now();
    const url = URL.parse(request.url);
    const [id, lang] = [requestIdOf(request), langOf(request, url)];
    let answer: Answer;
    watch.doing(`${request.method} ${work.route}`);
    try {
      if (url === null) throw noAddress();
      answer = await work.answer(id, lang);
    } catch (error) {
      const problem = problemOf(error) ?? (connection.hasLeft() ? clientLeft : internal);
      if (problem === internal) log.error({ err: error, request: id }, "internal error");
      answer = problemAnswer(problem, lang, url?.pathname ?? "");
    }
    const seconds = (performance.now() - begun) / 1000;
    const labels = { method: request.method, route: work.route, status: String(answer.status) };
    metrics.requests.observe(labels, seconds);
    const isQuiet = answer.status < 400 && request.method === "GET";
    log[isQuiet ? "debug" : "info"]({ ...labels, request: id, seconds }, "request");
    return responseOf(services, answer, sentBody(answer, request.method, connection), id);
  };
}
