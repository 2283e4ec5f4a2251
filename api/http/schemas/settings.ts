import { z } from "@hono/zod-openapi";
import { calendarKinds, modelNames, planOptionTable, regionNamed, regionNames } from "../../../src/index.ts";
import { delimiters } from "../../run/export-files.ts";
import { mostItemChars } from "../limits.ts";
import { date, maybe, plainPattern, plainText } from "./common.ts";

type Shapes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Every option of the engine's table: what its check takes, its default and meaning. */
const options: Shapes = Object.fromEntries(
  Object.entries(planOptionTable).map(([name, { default: usual, check, meaning }]) => [
    name,
    { ...check.shape({ models: modelNames }), default: usual, description: meaning.en },
  ]),
);

const name = { pattern: plainPattern.source };
const texts = { type: "object", propertyNames: name, additionalProperties: { type: "string", ...name } };
const exportShape = {
  type: "object",
  required: ["columns"],
  additionalProperties: false,
  properties: {
    columns: { ...texts, minProperties: 1, description: "heading -> field of the result" },
    delimiter: { type: "string", enum: [...delimiters] },
    decimal: { type: "string", enum: [".", ","] },
    date: { type: "string", ...name },
    bom: { type: "boolean" },
    header: { type: "boolean" },
  },
};

/** What a config holds beside the options of a plan. */
const beside: Shapes = {
  map: { ...texts, description: "heading of a file -> field" },
  answers: { ...texts, description: "question -> candidate" },
  export: {
    type: "object",
    additionalProperties: false,
    properties: { suggestions: exportShape, parameters: exportShape },
  },
};

/** Options that belong to one plan and cannot stand. */
export const ofOnePlan: Shapes = {
  asOf: options.asOf,
  stockDate: options.stockDate,
  force: { type: "boolean", description: "lets a plan pass its volume guard" },
};

/** A config: checked where it is used (checkedConfig), described here by the same table. */
const configOf = (name: string, properties: Shapes) =>
  z
    .record(z.string(), z.unknown())
    .openapi(name, { type: "object", properties, additionalProperties: false });

export const planConfig = configOf("PlanConfig", { ...options, ...beside, ...ofOnePlan });

/** The same without what belongs to one plan. */
const standingConfig = configOf(
  "StandingConfig",
  Object.fromEntries(
    Object.entries({ ...options, ...beside }).filter(([name]) => !Object.hasOwn(ofOnePlan, name)),
  ),
);

/** A row of the calendar that stands for all plans. */
export const calendarRow = z
  .strictObject({
    from: date,
    to: date,
    kind: z.enum(calendarKinds),
    scope: plainText(0, 200).optional(),
    item: plainText(0, mostItemChars).optional(),
    supplier: plainText(0, 200).optional(),
    state: z
      .string()
      .max(20)
      .refine((text) => regionNamed(text) !== undefined, `must be one of ${regionNames.join(", ")}`)
      .openapi({ enum: [...regionNames] })
      .optional(),
    factor: z.number().min(0).max(1000).optional(),
  })
  .refine(({ from, to }) => from <= to, { message: "must not lie before from", path: ["to"] });

/** Body of PUT /v1/settings: options and calendar of every later plan. */
export const settingsRequest = z
  .strictObject({
    config: standingConfig,
    calendar: z.array(calendarRow).max(5000),
    approveAbove: z.number().min(0).max(1e15).nullable().optional().openapi({
      description:
        "value above which somebody else approves an order (scope admin); null: nobody, absent: as it was",
    }),
  })
  .openapi("Settings");

/** Answer of GET and PUT /v1/settings: with who set them and when. */
export const settings = z.object({
  version: z.number(),
  config: planConfig,
  calendar: z.array(calendarRow),
  approveAbove: maybe(z.number()),
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** Body and answer of PUT /v1/me/owners. */
export const owners = z.strictObject({ owners: z.array(plainText(1, 200)).max(500) }).openapi("Owners");

export type SettingsRequest = z.infer<typeof settingsRequest>;
export type SettingsView = z.infer<typeof settings>;
export type CalendarRow = z.infer<typeof calendarRow>;
