import { defined } from "../../../src/index.ts";
import type { Answers, DryRun, Inspected, Upload, UploadRow } from "../shapes.ts";
import { type Http, type Sending, withQuery } from "./http.ts";

const posted = (file: Blob, name: string): Sending => ({
  method: "POST",
  body: file,
  headers: { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" },
});

/** What a file is uploaded as: its kind, and the source whose files it adds to or takes the place of. */
export interface UploadPlace {
  readonly kind: string;
  readonly source?: string;
  /** Whether its lines take the place of those of the source, or are merged with them. */
  readonly mode?: "full" | "delta";
}

/** Files, and the answers to what they leave open. */
export const fileRoutes = ({ ask, send }: Http) => ({
  uploads: async () => (await ask<{ items: readonly UploadRow[] }>("/v1/uploads")).items,
  removeUpload: (id: string) => send(`/v1/uploads/${encodeURIComponent(id)}`, { method: "DELETE" }),
  /** What a file is understood as, by its content or as a kind; nothing is kept. */
  understand: (file: Blob, name: string, kind?: string) =>
    ask<Inspected>(withQuery("/v1/inspect", defined({ kind })), posted(file, name)),
  /** What would come of an upload; nothing is kept. */
  tryUpload: (file: Blob, name: string, place: UploadPlace) =>
    ask<DryRun>(withQuery("/v1/uploads", { ...place, dryRun: 1 }), posted(file, name)),
  /** Sends a file for good; `wasKnown` where the same content was here already. */
  async upload(file: Blob, name: string, place: UploadPlace): Promise<Upload & { wasKnown: boolean }> {
    const response = await send(withQuery("/v1/uploads", { ...place }), posted(file, name));
    return { ...((await response.json()) as Upload), wasKnown: response.status === 200 };
  },
  answers: () => ask<Answers>("/v1/answers"),
  answer: (answers: Readonly<Record<string, string | null>>) =>
    send("/v1/answers", { method: "PUT", json: answers }),
});
