import { parseArgs } from "node:util";
import { defined, type Fault, FaultError, InputError, UsageError, words } from "../src/index.ts";
import {
  argument,
  type Call,
  type Command,
  environmentLang,
  flag,
  type Lang,
  type OptionSpecs,
  type Phrase,
  type ToldFault,
} from "./command.ts";
import { commands } from "./commands/index.ts";
import { version } from "./run/version.ts";
import { failureOf } from "./store/failure.ts";

/** Options of every command. */
const common: OptionSpecs = {
  help: flag("diese Hilfe", "this help"),
  lang: argument("de|en", "Sprache (sonst aus LANG)", "language (else from LANG)"),
  debug: flag("Fehler mit Aufrufliste", "errors with a stack trace"),
};

/** The language of errors that come before the options are read, or about them. */
function likelyLanguage(args: readonly string[]): Lang {
  const at = args.findIndex((one) => one === "--lang" || one.startsWith("--lang="));
  const wanted = at < 0 ? undefined : (args[at]?.split("=")[1] ?? args[at + 1]);
  return words.langs.find((lang) => lang === wanted) ?? environmentLang();
}

function languageOf(wanted: string | undefined): Lang {
  if (wanted === undefined) return environmentLang();
  const found = words.langs.find((lang) => lang === wanted);
  if (found === undefined)
    throw new UsageError({ code: "not-either", name: "--lang", known: words.langs, got: wanted });
  return found;
}

const usage = { de: "Aufruf", en: "usage" };
const anyCommand = { de: "BEFEHL", en: "COMMAND" };
const more = { de: "Mehr", en: "More" };
const examplesOf = { de: "Beispiele", en: "examples" };

async function overview(lang: Lang): Promise<string> {
  const rows: string[] = [];
  for (const [name, load] of Object.entries(commands)) {
    rows.push(`  ${name.padEnd(10)} ${words.phraseIn((await load()).summary, lang)}`);
  }
  const [of, command, then] = [usage, anyCommand, more].map((one) => words.phraseIn(one, lang));
  return `${of}: bedarf ${command} …\n\n${rows.join("\n")}\n\n${then}: bedarf ${command} --help\n`;
}

function help(name: string, command: Command, lang: Lang): string {
  const rows = Object.entries({ ...command.options, ...common }).map(([option, spec]) => {
    const flag = `--${option}${spec.type === "string" ? ` ${spec.value ?? "VALUE"}` : ""}`;
    return `  ${flag.padEnd(28)} ${words.phraseIn(spec.meaning, lang)}`;
  });
  const examples = command.examples.map((example) => `  bedarf ${example}`).join("\n");
  const [of, named] = [usage, examplesOf].map((one) => words.phraseIn(one, lang));
  return `${words.phraseIn(command.summary, lang)}\n\n${of}: bedarf ${name} ${command.usage}\n\n${rows.join("\n")}\n\n${named}:\n${examples}\n`;
}

/** What is wrong with the options; Node's error names the option in quotes. */
function parseFault(error: unknown, name: string, options: OptionSpecs): Fault {
  const { code, message } = error as NodeJS.ErrnoException;
  const option = /'(?:-\w, )?(--?[^\s']*)/.exec(message)?.[1] ?? "";
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return { code: "option-unknown", option, command: name };
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw error;
  const takesNone = options[option.replace(/^--/, "")]?.type === "boolean";
  return { code: takesNone ? "option-takes-no-value" : "option-without-value", option, command: name };
}

function parse(name: string, command: Command, args: readonly string[]) {
  const specs: OptionSpecs = { ...command.options, ...common };
  try {
    const options = Object.fromEntries(
      Object.entries(specs).map(([option, { type, multiple }]) => [
        option,
        {
          type,
          ...defined({ multiple }),
          ...(option === "help" ? { short: "h" } : {}),
        },
      ]),
    );
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(parseFault(error, name, specs));
  }
}

/** Runs one command line; resolves to its exit code: 0 done, 1 nothing usable in the input, 2 wrong use, 3 a fault. */
async function cli(args: readonly string[]): Promise<number> {
  const debug = args.includes("--debug");
  try {
    const [name, ...rest] = args;
    if (name === "--version") {
      process.stdout.write(`${version}\n`);
      return 0;
    }
    if (
      name === undefined ||
      name === "--help" ||
      name === "-h" ||
      name === "help" ||
      name.startsWith("--lang")
    ) {
      process.stdout.write(await overview(languageOf(args[args.indexOf("--lang") + 1 || args.length])));
      return name === undefined ? 2 : 0;
    }
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) {
      throw new UsageError({ code: "command-unknown", name, known: Object.keys(commands) });
    }
    const command = await load();
    const { values, positionals } = parse(name, command, rest);
    const lang = languageOf(values.lang as string | undefined);
    if (values.help === true) {
      process.stdout.write(help(name, command, lang));
      return 0;
    }
    const call: Call = {
      positionals,
      options: values as Call["options"],
      lang,
      stdin: process.stdin,
      stdout: process.stdout,
      stderr: process.stderr,
      debug,
    };
    return await command.run(call);
  } catch (error) {
    return await report(error, debug, likelyLanguage(args));
  }
}

const internal = (message: string): Phrase => ({
  de: `interner Fehler: ${message} (bitte melden; --debug zeigt, wo)`,
  en: `internal error: ${message} (please report it; --debug shows where)`,
});

/** Tells the server, where it started this process, what is wrong as data. */
const tell = (told: ToldFault): Promise<void> =>
  new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(told, () => resolve());
  });

/** Prints an error for people in one line and gives its exit code. */
async function report(met: unknown, debug: boolean, lang: Lang): Promise<number> {
  const error = failureOf(met) === "full" ? new UsageError({ code: "no-space" }) : met;
  const message = error instanceof Error ? error.message : String(error);
  const line =
    error instanceof FaultError
      ? words.faultSentence(error.fault, lang)
      : words.phraseIn(internal(message), lang);
  process.stderr.write(`bedarf: ${line.replaceAll("\n", " ")}\n`);
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  if (error instanceof FaultError) await tell({ fault: error.fault });
  return error instanceof UsageError ? 2 : error instanceof InputError ? 1 : 3;
}

/** Waits until everything written to a stream has left the process. */
const drained = (stream: NodeJS.WriteStream) =>
  new Promise<void>((resolve) =>
    stream.writableLength === 0 ? resolve() : stream.write("", () => resolve()),
  );

/** Ends a process that cannot write what it was asked for. */
async function endUnwritten(error: NodeJS.ErrnoException): Promise<void> {
  // The reader went away (`bedarf … | head`): nothing left to do.
  if (error.code === "EPIPE") process.exit(0);
  const args = process.argv.slice(2);
  process.exit(await report(error, args.includes("--debug"), likelyLanguage(args)));
}

let ending: Promise<void> | undefined;
process.stdout.on("error", (error) => {
  ending ??= endUnwritten(error);
});
// Files are written in one go: an interrupt is heard between two of them, never inside one.
for (const [signal, exitCode] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.on(signal, () => process.exit(exitCode));
}
const code = await cli(process.argv.slice(2));
await drained(process.stdout);
await drained(process.stderr);
// A short output fails before anybody hears of it.
if (process.stdout.errored !== null) ending ??= endUnwritten(process.stdout.errored);
await ending;
process.exit(code);
