import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { sparkJob } from "../../api/stages/spark-jobs.ts";

const given = ["--lines", "sales.lines", "--items", "s3://data/it's two.csv", "--out", "s3://data/plan"];

test("the job for Databricks is JSON that hands the plan's arguments and the archive to the host", () => {
  const { text, host, archive } = sparkJob("databricks", given, "/Volumes/main/plans/tools/bedarf.tgz");
  const [task] = JSON.parse(text).tasks;
  expect(task.spark_python_task).toEqual({ python_file: host, parameters: [...given, "--archive", archive] });
  expect([host, task.new_cluster.spark_version]).toEqual([
    "/Volumes/main/plans/tools/bedarf_spark.py",
    "17.3.x-scala2.13",
  ]);
});

test.each([
  ["emr", "aws"],
  ["dataproc", "gcloud"],
] as const)("the command for %s comes out of a shell with every argument whole", (service, program) => {
  const { text, host, archive } = sparkJob(service, given);
  const shell = `${program}() { printf '%s\\0' "$@"; }; ${text}`;
  const words = execFileSync("bash", ["-c", shell]).toString().split("\0").slice(0, -1);
  const wanted = [...given, "--archive", archive];
  if (service === "emr") {
    const { sparkSubmit } = JSON.parse(words[words.indexOf("--job-driver") + 1]);
    expect(sparkSubmit).toEqual({ entryPoint: host, entryPointArguments: wanted });
  } else expect(words.slice(words.indexOf("--") + 1)).toEqual(wanted);
  expect(words).toContain(service === "emr" ? "emr-serverless" : host);
});
