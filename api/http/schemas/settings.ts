import { z } from "@hono/zod-openapi";
import { calendarKinds, planOptionTable } from "../../../src/index.ts";
import { date } from "./common.ts";

/** Options of a plan: every one of the engine's table with its default and meaning. */
export const planConfig = z.record(z.string(), z.unknown()).openapi("PlanConfig", {
  properties: Object.fromEntries(
    Object.entries(planOptionTable).map(([name, { default: usual, check, meaning }]) => [
      name,
      {
        default: usual,
        description: meaning.en,
        ...("choices" in check ? { enum: [...check.choices] } : {}),
      },
    ]),
  ),
});

/** A row of the calendar that stands for all plans. */
export const calendarRow = z
  .strictObject({
    from: date,
    to: date,
    kind: z.enum(calendarKinds),
    scope: z.string().max(200).optional(),
    item: z.string().max(200).optional(),
    supplier: z.string().max(200).optional(),
    state: z.string().max(20).optional(),
    factor: z.number().min(0).max(1000).optional(),
  })
  .refine(({ from, to }) => from <= to, { message: "must not lie before from", path: ["to"] });

/** Body of PUT /v1/settings: options and calendar of every later plan. */
export const settingsRequest = z
  .strictObject({
    config: planConfig,
    calendar: z.array(calendarRow).max(5000),
  })
  .openapi("Settings");

/** Answer of GET and PUT /v1/settings: with who set them and when. */
export const settings = z.object({
  version: z.number(),
  config: planConfig,
  calendar: z.array(calendarRow),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** Body and answer of PUT /v1/me/owners. */
export const owners = z
  .strictObject({ owners: z.array(z.string().min(1).max(200)).max(500) })
  .openapi("Owners");

export type SettingsRequest = z.infer<typeof settingsRequest>;
export type SettingsView = z.infer<typeof settings>;
export type CalendarRow = z.infer<typeof calendarRow>;
