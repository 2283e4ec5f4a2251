import { z } from "@hono/zod-openapi";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import type { Services } from "../services.ts";
import { lang } from "./schemas.ts";

const body = z.record(z.string().min(1).max(300), z.string().max(300).nullable()).openapi("Answers");

const view = z.object({
  answers: z.record(z.string(), z.string()),
  questions: z.array(
    z.looseObject({
      id: z.string(),
      candidates: z.array(z.string()),
      code: z.string(),
      answer: z.string().nullable(),
    }),
  ),
});

const answerOf = ({ store }: Services, tenant: string) =>
  jsonAnswer(200, { answers: store.answers.answers(tenant), questions: store.answers.questions(tenant) });

export const answerRoutes: readonly Route[] = [
  read({
    method: "get",
    path: "/v1/answers",
    policy: "read",
    summary: "Questions that the files raised, and their answers.",
    query: z.strictObject({ lang }),
    answers: { 200: { description: "questions and answers", content: { "application/json": view } } },
    handle: ({ services, caller }) => answerOf(services, caller.tenant),
  }),
  change({
    method: "put",
    path: "/v1/answers",
    policy: "upload",
    summary: "Answers questions, for this and all later files: {id: candidate}; null takes an answer back.",
    query: z.strictObject({ lang }),
    json: body,
    answers: { 200: { description: "questions and answers", content: { "application/json": view } } },
    prepare({ services, caller, actor }, { json }) {
      return () => {
        services.store.answers.set(caller.tenant, json);
        services.store.audit.add(actor, "answers.set", "answers", json);
        return answerOf(services, caller.tenant);
      };
    },
  }),
];
