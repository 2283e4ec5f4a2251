// The public door of the engine: re-exports by topic, nothing else.

// calendar
export * from "./calendar/bucket.ts";
export * from "./calendar/date.ts";
// nouns
export * from "./errors.ts";
export * from "./forecast.ts";
export * from "./issue.ts";
export * from "./item.ts";
export * from "./kpi.ts";
export * from "./model.ts";
export * from "./order.ts";
export * from "./series.ts";
export * from "./signal.ts";
export * from "./suggestion.ts";
