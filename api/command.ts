import type { Writable } from "node:stream";
import { type Fault, words } from "../src/index.ts";

export type Lang = words.Lang;
export type Phrase = words.Phrase;

/** What the command line tells the process that started it, where that one listens: why it ends with 1 or 2. */
export interface ToldFault {
  readonly fault: Fault;
}

/** The language of the environment (LC_ALL, LC_MESSAGES, LANG); English where it names none that is spoken here. */
export function environmentLang(): Lang {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return words.langNamed(LC_ALL || LC_MESSAGES || LANG) ?? "en";
}

/** An option of a command; `value` names its argument in the help ("F", "DATE"). */
interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly value?: string;
  readonly meaning: Phrase;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** An option with one argument. @example argument("F", "Artikelstamm", "item master data") */
export const argument = (value: string, de: string, en: string) =>
  ({ type: "string", value, meaning: { de, en } }) as const;

/** An option that may be repeated. */
export const repeated = (value: string, de: string, en: string) =>
  ({ type: "string", multiple: true, value, meaning: { de, en } }) as const;

/** An option without an argument. */
export const flag = (de: string, en: string) => ({ type: "boolean", meaning: { de, en } }) as const;

type Given<Spec extends OptionSpec> = OptionSpec extends Spec
  ? string | boolean | readonly string[]
  : Spec extends { readonly multiple: true }
    ? readonly string[]
    : Spec extends { readonly type: "boolean" }
      ? boolean
      : string;

/** What a command is called with; `options` has the names and types of its table, none of those not given. */
export interface Call<Specs extends OptionSpecs = OptionSpecs> {
  readonly positionals: readonly string[];
  readonly options: { readonly [Name in keyof Specs]?: Given<Specs[Name]> };
  readonly lang: Lang;
  readonly stdin: NodeJS.ReadableStream;
  /** Data. */
  readonly stdout: Writable;
  /** Everything for people. */
  readonly stderr: Writable;
  readonly debug: boolean;
}

/**
 * A command of the command line. `run` resolves to the exit code: 0 done, 1 nothing usable in the input. It throws
 * UsageError for wrong use (exit code 2) and InputError for an input that cannot be used (1); anything else is a fault (3).
 */
export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  readonly summary: Phrase;
  /** After "bedarf NAME", e.g. "ORDERS… --out DIR". */
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Specs;
  run(call: Call<Specs>): Promise<number>;
}
