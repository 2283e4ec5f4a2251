/** Services that run Spark for others. */
export const sparkServices = ["databricks", "emr", "dataproc"] as const;
type SparkService = (typeof sparkServices)[number];

/** A job as a service takes it, and what is to be done before. */
interface SparkJob {
  /** JSON, or a command for a shell. */
  readonly text: string;
  /** Where the portable bedarf and the host in Python are expected. */
  readonly archive: string;
  readonly host: string;
}

/** Where the archive is taken to lie when nobody says so; capitals are to be filled in. */
const usualArchive: Readonly<Record<SparkService, string>> = {
  databricks: "/Volumes/CATALOG/SCHEMA/bedarf/bedarf.tgz",
  emr: "s3://BUCKET/bedarf/bedarf.tgz",
  dataproc: "gs://BUCKET/bedarf/bedarf.tgz",
};

/** A word of a POSIX shell. @example quoted("two words") // "'two words'" */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

const command = (...lines: readonly (readonly string[])[]): string =>
  lines.map((words) => words.map(quoted).join(" ")).join(" \\\n  ");

/** A run submitted once, for `databricks jobs submit --json @FILE`; a runtime with Spark 4, a cluster of one user's own. */
const databricks = (host: string, parameters: readonly string[]): string =>
  JSON.stringify(
    {
      run_name: "bedarf plan",
      tasks: [
        {
          task_key: "plan",
          spark_python_task: { python_file: host, parameters },
          new_cluster: {
            spark_version: "17.3.x-scala2.13",
            node_type_id: "NODE_TYPE",
            num_workers: 2,
            data_security_mode: "SINGLE_USER",
          },
        },
      ],
    },
    undefined,
    2,
  );

/** A run of an EMR Serverless application made with the release label emr-spark-8.0.0 (Spark 4). */
const emr = (host: string, parameters: readonly string[]): string =>
  command(
    ["aws", "emr-serverless", "start-job-run"],
    ["--name", "bedarf-plan", "--application-id", "APPLICATION", "--execution-role-arn", "ROLE"],
    ["--job-driver", JSON.stringify({ sparkSubmit: { entryPoint: host, entryPointArguments: parameters } })],
  );

/** A serverless batch of Dataproc on its runtime 3.0 (Spark 4). */
const dataproc = (host: string, parameters: readonly string[]): string =>
  command(
    ["gcloud", "dataproc", "batches", "submit", "pyspark", host],
    [
      "--region",
      "REGION",
      "--version",
      "3.0",
      "--deps-bucket",
      `gs://${/^gs:\/\/([^/]+)/.exec(host)?.[1] ?? "BUCKET"}`,
    ],
    ["--", ...parameters],
  );

const jobOf: Readonly<Record<SparkService, (host: string, parameters: readonly string[]) => string>> = {
  databricks,
  emr,
  dataproc,
};

/**
 * The job of a service that makes a plan. Host and archive lie in one folder that the service reads.
 * @param given arguments of the plan as `bedarf spark plan` takes them, without --archive
 */
export function sparkJob(
  service: SparkService,
  given: readonly string[],
  archive = usualArchive[service],
): SparkJob {
  const host = archive.replace(/[^/]*$/, "bedarf_spark.py");
  return { text: jobOf[service](host, [...given, "--archive", archive]), archive, host };
}
