import type { CallFaults } from "../../../fault.ts";
import type { Sentences } from "../../sentences.ts";

/** What is wrong with a call of a command or of the server. */
export const callFaults: Sentences<CallFaults> = {
  "command-unknown": ({ name, known }) => `unknown command ${name}: bedarf knows ${known.join(", ")}`,
  "option-unknown": ({ option, command }) => `Unknown option '${option}': see bedarf ${command} --help`,
  "option-without-value": ({ option, command }) =>
    `Option '${option}' needs a value: see bedarf ${command} --help`,
  "option-takes-no-value": ({ option, command }) =>
    `Option '${option}' does not take an argument: see bedarf ${command} --help`,
  "one-file": () => "one file, or - for standard input",
  "inspect-without-file": () => "bedarf inspect needs a file, or - for standard input",
  "models-with-file": () => "bedarf models takes no file",
  "cells-or-rows": () => "--cells and --rows exclude each other: name one of them",
  "orders-missing": ({ command }) => `${command} needs at least one file with order lines`,
  "out-missing": ({ command }) => `${command} needs --out DIR: the folder for the results`,
  "date-missing": ({ command, option }) => `${command} needs --${option} DATE`,
  "folders-missing": ({ command, options }) =>
    `${command} needs ${options.map((name) => `--${name} DIR`).join(" and ")}`,
  "store-missing": ({ command }) => `${command} needs --data DIR: the folder of the store`,
  "origins-missing": () => "bedarf backtest needs --origins N and --horizon H",
  "others-columns": ({ missing }) =>
    `forecasts of others need the columns unique_id, ds, cutoff and one for each model; missing: ${missing.join(", ")}`,
  "horizon-missing": () => "a CSV needs --horizon N",
  "csv-not-streamed": () => "a CSV cannot be streamed: leave --pool out",
  "csv-date": ({ line, got }) => `line ${line}: ds must be a date YYYY-MM-DD, got ${got}`,
  "csv-number": ({ line, got }) => `line ${line}: y must be a number, got ${got}`,
  "pool-none-alone": () => "--pool none goes with no other --pool",
  "nothing-learned": () => "--pool-out has nothing to write: --pool none learns nothing",
  "runs-missing": () => "bedarf kpis needs result folders: --runs DIR…, oldest first",
  "no-plan-of-runs": ({ folder }) => `${folder} holds no plan.json: --runs takes result folders of plan`,
  "no-tables": ({ folder }) => `${folder}: no result folder with run.json and tables`,
  "not-a-part": ({ path, kind, ours }) => `${path}: no file of a part (${kind}) of bedarf ${ours}`,
  "package-missing": ({ name, what }) => `${what} needs the package ${name}: npm install ${name}`,
  "not-piped-rows": ({ line }) =>
    `row ${line} on standard input: neither a row of Arrow IPC nor a JSON object with what is needed (parts: name, state)`,
  "python-missing": ({ found }) => `${found} cannot be started: Spark needs Python with pyspark`,
  "shared-missing": () => "--shared S is missing: the file that the stage before wrote",
  "stage-unknown": ({ got, known }) => `there is no stage ${got}: ${known.join(", ")}`,
  "stage-out-of-order": ({ got, name }) => `stage ${got} is out of turn: next comes ${name}`,
  "too-many-items": ({ most }) =>
    `too many items for a plan.json (at most ${most}): choose with --items, or read the tables`,
  "no-plan-of-previous": ({ folder }) =>
    `${folder} holds no plan.json: --previous takes a result folder of plan`,
  "buckets-differ": ({ folder, bucket, first, firstBucket }) =>
    `${folder} plans by ${bucket}, ${first} by ${firstBucket}: not comparable`,
  "runs-out-of-order": ({ folder, asOf, before }) =>
    `${folder} is of ${asOf}, before ${before}: name the runs oldest first`,
  "span-outside": ({ from, to }) => `--from ${from} and --to ${to} must lie inside the history`,
  "batch-running": ({ folder }) => `another bedarf batch writes to ${folder}`,
  "certificate-incomplete": () => "--tls-cert and --tls-key go together: name both files",
  "scope-missing": ({ known }) => `token create needs --scope: ${known.join(",")}`,
  "scope-unknown": ({ name, known }) => `unknown scope ${name}: there are ${known.join(", ")}`,
  "token-without-name": () => "token create needs --name NAME",
  "token-to-revoke-missing": () => "token revoke needs the NAME of the token",
  "token-unknown": ({ name }) => `there is no valid token named ${name}: see bedarf token list`,
  "token-action-unknown": () => "token knows create, list and revoke: see bedarf token --help",
  "token-name-not-valid": () => "a token's name has 1 to 80 letters, digits, blanks or . _ @ -",
  "tenant-name-not-valid": () => "a tenant's name has 1 to 80 letters, digits or . _ -",
  "token-exists": ({ name }) => `a token named ${name} exists: revoke it or take another name`,
  "start-option-unknown": ({ got }) => `npm start knows --port N, got ${got}`,
};
