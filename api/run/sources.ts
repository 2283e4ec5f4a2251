import {
  type ByteSource,
  type FileKind,
  fileKinds,
  type InputCount,
  type PlanFiles,
  type PlanInputFile,
  sheetByAnswer,
} from "../../src/index.ts";
import { sha256 } from "./files.ts";

/** The files of a run, each kind as a program finds it: by an option, by the names in a folder, by what was uploaded. */
export const filesByKind = (of: (kind: FileKind) => readonly ByteSource[]): PlanFiles =>
  Object.fromEntries(fileKinds.map((kind) => [kind, of(kind)]));

/** A file whose workbook is read by the sheet of that name, by all that hold the table ("all"), or as its content says. */
export const withSheet = (source: ByteSource, sheet: string | undefined): ByteSource =>
  sheet === undefined ? source : { ...source, sheet: () => sheet };

/** A file whose workbook is read by the sheet that was chosen before, where one was. */
export const withAnswers = (source: ByteSource, answers: Readonly<Record<string, string>>): ByteSource => ({
  ...source,
  sheet: (names) => source.sheet?.(names) ?? sheetByAnswer(answers)(names),
});

/** A file that is read in another form than it lies there. */
export interface ConvertedSource extends ByteSource {
  /** The file as it lies there. */
  readonly whole: ByteSource;
}

const isConverted = (source: ByteSource): source is ConvertedSource => "whole" in source;

/** A file without the records that a later one of its source brings anew. */
export interface ReducedSource extends ConvertedSource {
  /** Records that were taken out, and those that are left. */
  readonly replaced: number;
  readonly left: number;
}

const isReduced = (source: ByteSource): source is ReducedSource => "replaced" in source;

/** What a file brought: all its rows, also those that a later file of its source brought anew. */
export function inputOf(source: ByteSource, count: InputCount): PlanInputFile {
  if (!isReduced(source)) return { ...count, sha256: sha256(isConverted(source) ? source.whole : source) };
  const { whole, replaced } = source;
  return {
    ...count,
    sha256: sha256(whole),
    lines: count.lines + replaced,
    used: count.used + replaced,
    repeated: (count.repeated ?? 0) + replaced,
  };
}

const isReplaced = (source: ByteSource): boolean => isReduced(source) && source.left === 0;

/** The files that are to be read: without those of which later ones bring every record anew. */
export const toRead = (files: PlanFiles): PlanFiles =>
  filesByKind((kind) => (files[kind] ?? []).filter((source) => !isReplaced(source)));

/** What the files brought of which later ones bring every record anew. */
export const replacedInputs = (files: PlanFiles): PlanInputFile[] =>
  fileKinds.flatMap((kind) =>
    (files[kind] ?? [])
      .filter(isReplaced)
      .map((source) => inputOf(source, { file: source.name, lines: 0, used: 0 })),
  );
