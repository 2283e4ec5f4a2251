"""A plan on Apache Spark: the stages of `bedarf part` run in tasks, those of `bedarf join` on the driver.

Spark brings the parts of a plan to its executors, runs them again where one is lost and writes what they make; bedarf
knows nothing of Spark. What lies elsewhere (s3://, gs://, …) is read and written by Spark. A task hands its parts to one node child, which is the plain command line. DataFrame API only
(`mapInArrow`, `addArtifacts`), so that it runs on Spark classic and on Spark Connect, and nothing has to be installed on
executors where bedarf travels as an archive. Needs pyspark 4, pyarrow and pandas (which mapInArrow asks for).

Started by `bedarf spark plan`; see docs/scale.md.
"""

import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile

SCHEMA = "name string, state binary, sums binary, rows binary"
# 20,000 items in parts of the usual 600: below that a child's start weighs more than 2 % of its work
PARTS_A_TASK = 34
# what bin/bedarf.js would start another process for
NODE_FLAGS = ["--max-semi-space-size=4", "--heap-growing-percent=10"]

# Java only moves bytes here: the compiler that takes long to make fast code costs more than it saves. Defaults, which a
# user's own extraJavaOptions come after.
JAVA_FLAGS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def die_with_parent():
    """A child ends with the worker that started it, also where that one is killed (Linux)."""
    import ctypes
    import signal

    try:
        ctypes.CDLL("libc.so.6").prctl(1, signal.SIGKILL)
    except OSError:
        pass  # elsewhere the child ends when its work is done


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def stage_of(stage, command, archive, shared):
    """The function that Spark runs over the parts of a task: parts in, what they made out."""

    def run(batches):
        import io
        import tarfile

        import pyarrow as pa
        from pyspark.core.files import SparkFiles

        home = SparkFiles.getRootDirectory()
        work = tempfile.mkdtemp(prefix="bedarf-")
        try:
            source, made = os.path.join(work, "in"), os.path.join(work, "out")
            os.mkdir(source)
            names = []
            for batch in batches:
                for row in batch.select(["name", "state"]).to_pylist():
                    write(os.path.join(source, row["name"] + ".part"), row["state"])
                    names.append(row["name"])
            if not names:
                return
            node, script = [os.path.join(home, archive, one) for one in ("node/node", "bin/bedarf.js")] if archive else command
            arguments = ["part", stage, "--shared", os.path.join(home, shared), "--in", source, "--out", made]
            program = [node, *NODE_FLAGS, script, *arguments]
            child = subprocess.run(program, capture_output=True, preexec_fn=die_with_parent)
            if child.returncode != 0:
                raise RuntimeError(f"bedarf part {stage} ended with {child.returncode}: {child.stderr[-2000:].decode()}")
            for name in names:
                rows = sorted(glob.glob(glob.escape(os.path.join(made, name)) + ".*.rows"))
                packed = io.BytesIO()
                with tarfile.open(fileobj=packed, mode="w") as tar:
                    for path in rows:
                        tar.add(path, arcname=os.path.basename(path))
                columns = [[name], [read(f"{made}/{name}.part")], [read(f"{made}/{name}.sums")]]
                columns.append([packed.getvalue() if rows else None])
                types = [pa.string(), pa.binary(), pa.binary(), pa.binary()]
                yield pa.RecordBatch.from_arrays(
                    [pa.array(column, kind) for column, kind in zip(columns, types)],
                    names=["name", "state", "sums", "rows"],
                )
        finally:
            shutil.rmtree(work, ignore_errors=True)

    return run


def is_elsewhere(path):
    return "://" in path


class Driver:
    """Runs the stages one after the other; what a stage made lies in the work folder. A new start begins with the first one."""

    def __init__(self, spark, options):
        self.spark = spark
        self.options = options
        self.local = tempfile.mkdtemp(prefix="bedarf-driver-")
        self.out = os.path.join(self.local, "plan") if is_elsewhere(options.out) else options.out
        near = options.out.rstrip("/") if is_elsewhere(options.out) else os.path.abspath(options.out)
        self.work = options.work or near + ".work"

    def bedarf(self, *arguments):
        child = subprocess.run(self.command + list(arguments), stdout=subprocess.PIPE, check=False)
        if child.returncode != 0:
            sys.exit(child.returncode)
        return child.stdout.decode().strip()

    def fetched(self, path):
        """Files of a path as they lie here: those of a folder, a file, or what Spark reads from elsewhere."""
        if not is_elsewhere(path):
            return sorted(glob.glob(os.path.join(glob.escape(path), "*.parquet"))) if os.path.isdir(path) else [path]
        folder = tempfile.mkdtemp(dir=self.local)
        here = []
        for row in self.spark.read.format("binaryFile").load(path).select("path", "content").toLocalIterator():
            here.append(os.path.join(folder, os.path.basename(row["path"])))
            write(here[-1], bytes(row["content"]))
        return sorted(here)

    def program(self):
        """The command line as this machine runs it: the one that started the host, else the one in the archive."""
        if self.options.node and self.options.program:
            return [self.options.node, self.options.program]
        import tarfile

        home = os.path.join(self.local, "bedarf")
        with tarfile.open(self.options.archive) as tar:
            tar.extractall(home, filter="data")
        return [os.path.join(home, "node", "node"), os.path.join(home, "bin", "bedarf.js")]

    def publish(self):
        """Result files to where --out names a place elsewhere, run.json last; only Spark classic writes files."""
        jvm, uri = self.spark._jvm, self.options.out.rstrip("/")
        target = jvm.org.apache.hadoop.fs.Path(uri)
        settings = self.spark._jsc.hadoopConfiguration()
        system, here = target.getFileSystem(settings), jvm.org.apache.hadoop.fs.FileSystem.getLocal(settings)
        for name in sorted(os.listdir(self.out), key=lambda one: (one == "run.json", one)):
            source = jvm.org.apache.hadoop.fs.Path("file://" + os.path.join(self.out, name))
            to = jvm.org.apache.hadoop.fs.Path(uri + "/" + name)
            # as Spark itself writes: copyFromLocalFile asks the server first, which not every one that speaks S3 answers
            jvm.org.apache.hadoop.fs.FileUtil.copy(here, source, system, to, False, True, settings)

    def lines(self):
        """Order lines as files: a folder's Parquet files, a file, or a table that Spark reads."""
        given = self.options.lines
        if is_elsewhere(given) or os.path.exists(given):
            return self.fetched(given)
        import pyarrow.parquet

        path = os.path.join(self.local, "lines.parquet")
        table = self.spark.table(given)
        # in order, so that the same rows are the same file
        pyarrow.parquet.write_table(table.orderBy(*table.columns).toArrow(), path)
        return [path]

    def cut(self):
        """Reads and cuts on the driver; the parts become a table of Spark."""
        import pyarrow as pa

        folder = os.path.join(self.local, "0")
        count = ["--parts", self.options.parts] if self.options.parts else []
        rest = [here for one in self.options.rest for here in (self.fetched(one) if is_elsewhere(one) else [one])]
        self.bedarf("part", "demand", *self.lines(), *count, "--out", folder, *rest)
        paths = sorted(glob.glob(os.path.join(folder, "*.part")))
        table = pa.table(
            {
                "name": [os.path.basename(path).removesuffix(".part") for path in paths],
                "state": pa.array([read(path) for path in paths], pa.binary()),
            }
        )
        self.tasks = max(1, -(-len(paths) // PARTS_A_TASK), min(len(paths), self.options.tasks))
        # spread once: each task leaves one file, which is what the task of the next stage reads
        spread = self.spark.createDataFrame(table).repartition(self.tasks, "name")
        spread.write.mode("overwrite").parquet(self.work + "/0")
        return os.path.join(folder, "shared")

    def stage(self, number, stage, shared):
        """One stage over all parts, and what follows for the next one."""
        name = f"shared-{os.getpid()}-{number}"
        sent = os.path.join(self.local, name)
        shutil.copyfile(shared, sent)
        self.spark.addArtifacts(sent, file=True)
        parts = self.spark.read.parquet(f"{self.work}/{number}").select("name", "state")
        work = stage_of(stage, self.command, self.options.archive and "bedarf", name)
        parts.mapInArrow(work, SCHEMA).write.mode("overwrite").parquet(f"{self.work}/{number + 1}")
        made = self.spark.read.parquet(f"{self.work}/{number + 1}")
        folder = os.path.join(self.local, str(number + 1))
        os.mkdir(folder)
        columns = ["name", "sums"] if stage != "settle" else ["name", "state", "sums", "rows"]
        for row in made.select(*columns).toLocalIterator():
            stem = os.path.join(folder, row["name"])
            write(stem + ".sums", bytes(row["sums"]))
            if stage == "settle":
                self.unpack(stem, row, folder)
        sums = sorted(glob.glob(os.path.join(folder, "*.sums")))
        out = self.out if stage == "settle" else os.path.join(folder, "shared")
        return self.bedarf("join", stage, *sums, "--shared", shared, "--out", out), out

    def unpack(self, stem, row, folder):
        import io
        import tarfile

        write(stem + ".part", bytes(row["state"]))
        with tarfile.open(fileobj=io.BytesIO(bytes(row["rows"]))) as tar:
            tar.extractall(folder, filter="data")

    def run(self):
        try:
            if self.options.archive:
                [self.options.archive] = self.fetched(self.options.archive)
                self.spark.addArtifacts(self.options.archive + "#bedarf", archive=True)
            self.command = self.program()
            shared, stage, number = self.cut(), "signals", 0
            while stage:
                print(f"bedarf: {stage}", file=sys.stderr, flush=True)
                stage, shared = self.stage(number, stage, shared)
                number += 1
            if self.out != self.options.out:
                self.publish()
        finally:
            shutil.rmtree(self.local, ignore_errors=True)
        if not self.options.work and not is_elsewhere(self.work):
            shutil.rmtree(self.work, ignore_errors=True)


def session(options):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("bedarf plan").config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
    # a file a task: not several in one, nor one in several
    for size in ("openCostInBytes", "maxPartitionBytes"):
        builder = builder.config("spark.sql.files." + size, str(1 << 40))
    if options.remote:
        return builder.remote(options.remote).getOrCreate()
    if options.master:
        builder = builder.master(options.master)
        for process in ("driver", "executor"):
            builder = builder.config(f"spark.{process}.defaultJavaOptions", JAVA_FLAGS)
        if options.master.startswith("local"):
            # workers on this machine: the Python that has what they need is this one
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # parts are moved, not computed with: nothing to compile for them or to plan anew
    for name in ("codegen.wholeStage", "adaptive.enabled"):
        builder = builder.config("spark.sql." + name, "false")
    return builder.config("spark.ui.enabled", "false").getOrCreate()


def main():
    parser = argparse.ArgumentParser(prog="bedarf spark plan")
    for name in ("lines", "out"):
        parser.add_argument("--" + name, required=True)
    for name in ("parts", "master", "remote", "archive", "work", "node", "program"):
        parser.add_argument("--" + name)
    parser.add_argument("--tasks", type=int, default=2)
    options, rest = parser.parse_known_args()
    options.rest = rest
    if not options.archive and not (options.node and options.program):
        parser.error("--archive names the portable bedarf, where no --node and --program are given")
    if options.remote and is_elsewhere(options.out):
        parser.error("Spark Connect writes no files: --out is a folder here")
    spark = session(options)
    try:
        Driver(spark, options).run()
    finally:
        # a session that a service brought is its own
        if options.master or options.remote:
            spark.stop()


if __name__ == "__main__":
    main()
