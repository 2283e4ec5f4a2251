import { z } from "@hono/zod-openapi";
import { orderExample } from "../../example.ts";
import { notFound } from "../problem.ts";
import { change, jsonAnswer, type Route } from "../route.ts";
import { lang } from "../schemas/common.ts";
import { plan } from "../schemas/plans.ts";
import { planView } from "./plans.ts";

/** The bundled example, for a first look; its files never become current data. */
const post = change({
  method: "post",
  path: "/v1/example",
  policy: "upload",
  summary: "Plans the bundled example order history, beside whatever is current.",
  query: z.strictObject({ lang }),
  answers: { 202: { description: "queued, or known", content: { "application/json": plan } } },
  async prepare({ services: { store, runner }, caller, actor, lang: speech }) {
    const row = await orderExample(store, caller.tenant).catch((error: NodeJS.ErrnoException) => {
      // A package without the example has no such route.
      if (error.code === "ENOENT") throw notFound();
      throw error;
    });
    return async ({ audit }) => {
      await audit.add(actor, "plan.example", row.id);
      const headers = { location: `/v1/plans/${row.id}` };
      return { ...jsonAnswer(202, planView(row, speech), headers), after: () => runner.wake() };
    };
  },
});

export const exampleRoutes: readonly Route[] = [post];
