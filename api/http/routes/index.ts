import type { Route } from "../route.ts";
import { answerRoutes } from "./answers.ts";
import { approvalRoutes } from "./approvals.ts";
import { auditRoutes } from "./audit.ts";
import { decisionRoutes } from "./decisions.ts";
import { exampleRoutes } from "./example.ts";
import { inspectRoutes } from "./inspect.ts";
import { itemRoutes } from "./items.ts";
import { documentRoute, operationRoutes } from "./operations.ts";
import { orderRoutes } from "./orders.ts";
import { planRoutes } from "./plans.ts";
import { replayRoutes } from "./replays.ts";
import { resultRoutes } from "./results.ts";
import { sessionRoutes } from "./session.ts";
import { settingRoutes } from "./settings.ts";
import { streamRoutes } from "./streams.ts";
import { tokenRoutes } from "./tokens.ts";
import { uploadRoutes } from "./uploads.ts";

/** Every route of the API; each names its policy. */
export const apiRoutes: readonly Route[] = [
  ...uploadRoutes,
  ...inspectRoutes,
  ...answerRoutes,
  ...planRoutes,
  ...exampleRoutes,
  ...replayRoutes,
  ...resultRoutes,
  ...decisionRoutes,
  ...orderRoutes,
  ...approvalRoutes,
  ...itemRoutes,
  ...streamRoutes,
  ...sessionRoutes,
  ...tokenRoutes,
  ...auditRoutes,
  ...settingRoutes,
  ...operationRoutes,
  documentRoute(() => apiRoutes),
];
