import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Files } from "../../api/store/files/index.ts";

/** A place for files, as two processes on one store open it; `ended` is the attempt that ended the job of a plan. */
interface FilesPlace {
  open(ended: (planId: string) => number | undefined): Promise<Files>;
  remove(): void;
}

/** Everything that files of a store promise, wherever they lie. */
export function keepsFilesContract(name: string, newPlace: () => FilesPlace): void {
  describe(name, () => {
    let place: FilesPlace;
    let one: Files;
    let other: Files;
    const ended = new Map<string, number>();
    beforeEach(async () => {
      ended.clear();
      place = newPlace();
      one = await place.open((id) => ended.get(id));
      other = await place.open((id) => ended.get(id));
    });
    afterEach(() => {
      for (const { folder } of [one, other]) rmSync(folder, { recursive: true, force: true });
      place.remove();
    });
    const write = (files: Files, file: string, text: string) => {
      mkdirSync(dirname(join(files.folder, file)), { recursive: true });
      writeFileSync(join(files.folder, file), text);
    };
    const seen = async (files: Files, file: string) =>
      (await files.bring(file)) ? readFileSync(join(files.folder, file), "utf8") : undefined;

    test("a content that one process keeps another one has, byte for byte, until it is removed", async () => {
      const text = "Ä".repeat(70_000);
      write(one, "blobs/ab/abc", text);
      write(one, "blobs/ab/abcd", "");
      for (const file of ["blobs/ab/abc", "blobs/ab/abcd"]) await one.keep(file);
      expect(await seen(other, "blobs/ab/abc")).toBe(text);
      expect(await seen(other, "blobs/ab/abcd")).toBe("");
      const others = Array.from({ length: 30 }, (_, k) => `blobs/ee/ee${k}`);
      const kept = ["blobs/ab/abc", "blobs/ab/abcd"];
      expect(await other.missing("blobs", [...kept, "blobs/ab/ab"])).toEqual(["blobs/ab/ab"]);
      expect(await other.missing("blobs", [...kept, ...others])).toEqual(others);
      expect((await other.list("blobs")).map((entry) => entry.name).sort()).toEqual([
        "blobs/ab/abc",
        "blobs/ab/abcd",
      ]);
      expect(
        (await other.list("blobs")).every(({ changed }) => Math.abs(changed - Date.now()) < 60_000),
      ).toBe(true);
      await other.remove("blobs/ab/abc");
      expect(await seen(other, "blobs/ab/abc")).toBeUndefined();
      expect((await one.list("blobs")).map((entry) => entry.name)).toEqual(["blobs/ab/abcd"]);
      expect(await other.bring("blobs/cd/none")).toBe(false);
    });

    test("results are those of the attempt that ended the job, also where a late one gave others", async () => {
      const attempt = async (files: Files, fence: number, text: string) => {
        const staging = mkdtempSync(join(tmpdir(), "bedarf-staging-"));
        mkdirSync(join(staging, "de"));
        writeFileSync(join(staging, "plan.json"), text);
        writeFileSync(join(staging, "de", "report.html"), `<p>${text}`);
        await files.offer("p_1", fence, staging);
        return staging;
      };
      const settled = await attempt(one, 2, "second");
      const late = await attempt(other, 1, "first");
      expect(await other.bring("runs/p_1/plan.json")).toBe(false);
      ended.set("p_1", 2);
      // what settles a job does: the results take their place here
      mkdirSync(join(one.folder, "runs/p_1/de"), { recursive: true });
      for (const file of ["plan.json", "de/report.html"])
        writeFileSync(join(one.folder, "runs/p_1", file), readFileSync(join(settled, file)));
      expect(await seen(other, "runs/p_1/plan.json")).toBe("second");
      expect(await seen(other, "runs/p_1/de/report.html")).toBe("<p>second");
      expect(await other.bring("runs/p_1/none.csv")).toBe(false);
      expect((await other.list("runs")).map((entry) => entry.name)).toEqual(["runs/p_1"]);
      expect(await other.missing("runs", ["runs/p_1", "runs/p_"])).toEqual(["runs/p_"]);
      await other.remove("runs/p_1");
      expect([await other.bring("runs/p_1/plan.json"), await other.list("runs")]).toEqual([false, []]);
      for (const folder of [settled, late]) rmSync(folder, { recursive: true });
      expect(existsSync(settled)).toBe(false);
    });
  });
}
