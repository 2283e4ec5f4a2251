import { z } from "@hono/zod-openapi";
import type { Records } from "../../store/index.ts";
import { change, jsonAnswer, type Route, read } from "../route.ts";
import { lang } from "../schemas/common.ts";
import { answers, answersRequest } from "../schemas/uploads.ts";

const answerOf = async ({ answers }: Records, tenant: string) =>
  jsonAnswer(200, { answers: await answers.answers(tenant), questions: await answers.questions(tenant) });

export const answerRoutes: readonly Route[] = [
  read({
    method: "get",
    path: "/v1/answers",
    policy: "read",
    summary: "Questions that the files raised, and their answers.",
    query: z.strictObject({ lang }),
    answers: { 200: { description: "questions and answers", content: { "application/json": answers } } },
    handle: ({ services, caller }) => answerOf(services.store, caller.tenant),
  }),
  change({
    method: "put",
    path: "/v1/answers",
    policy: "upload",
    summary: "Answers questions, for this and all later files: {id: candidate}; null takes an answer back.",
    query: z.strictObject({ lang }),
    json: answersRequest,
    answers: { 200: { description: "questions and answers", content: { "application/json": answers } } },
    prepare({ caller, actor }, { json }) {
      return async (records) => {
        await records.answers.set(caller.tenant, json);
        await records.audit.add(actor, "answers.set", "answers", json);
        return answerOf(records, caller.tenant);
      };
    },
  }),
];
