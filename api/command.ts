import type { Writable } from "node:stream";

export type Lang = "de" | "en";
export type Phrase = Readonly<Record<Lang, string>>;

/** An option of a command; `value` names its argument in the help ("F", "DATE"). */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly multiple?: boolean;
  readonly value?: string;
  readonly meaning: Phrase;
}

/** What a command is called with. */
export interface Call {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly lang: Lang;
  readonly stdin: NodeJS.ReadableStream;
  /** Data. */
  readonly stdout: Writable;
  /** Everything for people. */
  readonly stderr: Writable;
  readonly debug: boolean;
}

/** A command of the command line: `run` resolves to the exit code (CONTRACT 1). */
export interface Command {
  readonly summary: Phrase;
  /** After "bedarf NAME", e.g. "ORDERS… --out DIR". */
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(call: Call): Promise<number>;
}

/** The argument of an option that takes one; undefined where it was not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

/** Every argument of an option that may be repeated. */
export function textOptions(call: Call, name: string): readonly string[] {
  const value = call.options[name];
  return Array.isArray(value) ? value : [];
}
