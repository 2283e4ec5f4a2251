import { accessRoutes } from "./access.ts";
import { fileRoutes } from "./files.ts";
import { createHttp } from "./http.ts";
import { planRoutes } from "./plans.ts";
import { resultRoutes } from "./results.ts";

/** The routes that the page calls. `signedOut` is told of every answer 401. */
export function createClient(fetching: typeof fetch, signedOut: () => void) {
  const http = createHttp(fetching, signedOut);
  return { ...accessRoutes(http), ...fileRoutes(http), ...planRoutes(http), ...resultRoutes(http) };
}

export type Client = ReturnType<typeof createClient>;
