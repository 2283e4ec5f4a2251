import type { OptionFaults } from "../../../fault.ts";
import type { Advising } from "../../sentences.ts";

const either = (known: readonly string[]): string => `${known.slice(0, -1).join(", ")} or ${known.at(-1)}`;

const planNeeds: Readonly<Record<OptionFaults["not-a-plan"]["needs"], string>> = {
  text: "must be text",
  numbers: "must be a list of numbers",
  object: "must be an object",
  present: "is missing",
  bucket: "must be day, week, month, quarter or year",
};

/** What is wrong with an option, a config, a name or a file that goes with a call. */
export const optionFaults: Advising<OptionFaults> = {
  "too-short": ({ model, needs, got }) => `${model} requires at least ${needs} observations, got ${got}`,
  "not-one-of": ({ name, known, got }) => `${name} must be one of ${known.join(", ")}, got ${got}`,
  "not-either": ({ name, known, got }) => `${name} must be ${either(known)}, got ${got}`,
  "not-a-number": ({ name, got }) => `${name} must be a number, got ${got}`,
  "not-a-whole-number": ({ name, least, most, got }) =>
    `${name} must be a whole number from ${least} ${most === undefined ? "on" : `to ${most}`}, got ${got}`,
  "not-positive": ({ name, got }) => `${name} must be a number above 0, got ${got}`,
  "number-outside": ({ name, low, high, got }) =>
    `${name} must be a number from ${low} to ${high}, got ${got}`,
  "share-outside": ({ name, got }) => `${name} must lie in (0, 1), got ${got}`,
  "service-outside": ({ name, got }) => `${name} must lie between 0 and 1 (or 100 %), got ${got}`,
  "no-such-day": ({ name, got }) => `${name} must be an existing day YYYY-MM-DD, got ${got}`,
  "not-a-boolean": ({ name }) => `${name} must be true or false`,
  "numbers-expected": ({ name, got }) => `${name} must be an object of numbers, got ${got}`,
  "texts-expected": ({ name }) => `${name} must be an object of texts in the config`,
  "only-not-valid": ({ got }) => `only must be supplier=…, group=… or owner=…, got ${got}`,
  "no-item-chosen": ({ only }, hint) => `no item has ${only.join(" and ")}${hint(": check --only")}`,
  "option-of-config-unknown": ({ name }) =>
    `unknown option ${name} in the config: bedarf config prints all of them`,
  "config-not-an-object": () => "the config must be a JSON object of options: see bedarf config",
  "answers-not-an-object": ({ path }) => `${path} must be a JSON object {"question id": "candidate"}`,
  "export-not-an-object": () => "export must be an object in the config",
  "export-unknown": ({ name }) => `export knows suggestions and parameters, not ${name}`,
  "export-without-columns": ({ name }) =>
    `export.${name} needs columns, e.g. {"Artikelnummer": "item", "Menge": "quantity"}`,
  "settings-not-an-object": () => "the config of serve must be a JSON object of settings",
  "setting-unknown": ({ name, known }) => `unknown setting ${name}: serve knows ${known.join(", ")}`,
  "map-not-valid": ({ got }) =>
    `--map takes field=Heading, got ${got}: e.g. --map quantity=Menge,date=Buchungsdatum`,
  "map-file-unknown": ({ option, kind, known }) =>
    `--map ${option}: unknown file "${kind}", one of ${known.join(", ")}`,
  "map-field-unknown": ({ option, field, kind }) =>
    `--map ${option}: unknown field "${field}" of ${kind}, see bedarf inspect`,
  "map-heading-unknown": ({ option, heading, known }) =>
    `--map ${option}: no orders file has a column "${heading}" (it has ${known.join(", ")})`,
  "file-without-content": ({ name }) => `${name}: give its bytes or its path`,
  "not-a-plan": ({ part, needs, got }) =>
    `this is no plan.json of bedarf: ${part} ${planNeeds[needs]}${got === undefined ? "" : `, got ${got}`}`,
  "model-unknown": ({ name, known }) => `unknown model ${name}: bedarf knows ${known.join(", ")}`,
  "pools-differ": () => "the pools were learned with different horizons: learn them with the same one",
  "pool-not-json": () => "the pool is not readable JSON: write it again with --pool-out",
  "not-a-pool": () => "the file is not a pool: write one with --pool-out",
  "pool-version": ({ theirs, ours }) =>
    `the pool has version ${theirs}, this bedarf reads version ${ours}: write it again with --pool-out`,
  "pool-damaged": () => "the pool is damaged: write it again with --pool-out",
};
