import { z } from "@hono/zod-openapi";
import { type Signal, signalKinds } from "../../../src/index.ts";
import { maybe, tied } from "./common.ts";

const signal = tied<Signal>()(
  z.object({
    kind: z.enum(signalKinds),
    at: z.string(),
    seen: z.string(),
    state: z.enum(["open", "past"]),
    direction: z.enum(["up", "down"]),
    size: z.number(),
    p: z.number(),
    q: z.number(),
    impact: z.number(),
    impactUnit: z.string(),
    firstAt: maybe(z.string()),
    firstSize: maybe(z.number()),
    escalated: maybe(z.string()),
    answer: maybe(z.enum(["confirmed", "closed", "snoozed"])),
    returns: maybe(z.string()),
    until: maybe(z.string()),
  }),
);

/** A signal with its item, and its sentence in the reader's language. */
export const signalLine = signal.extend({ item: z.string(), sentence: z.string() }).openapi("Signal");

export type SignalLine = z.infer<typeof signalLine>;
