import { bareText } from "../../cells/cells.ts";
import type { Candidate } from "../candidates.ts";
import type { FileKind } from "../fields.ts";
import type { TableProfile } from "../profile.ts";

/** Changes a candidate where the other columns or the content say what a heading means; undefined takes it away. */
export type Rule = (candidate: Candidate, all: readonly Candidate[], look: Look) => Candidate | undefined;

/** What a rule looks at beside the candidates. */
export interface Look {
  readonly kind: FileKind;
  readonly keys: readonly string[];
  readonly raw: readonly string[];
  readonly profile: TableProfile;
  /** The periods stand in columns. */
  readonly isWide: boolean;
  readonly knownItems: ReadonlySet<string> | undefined;
}

/** What stands in a column, each text once. */
export const texts = (look: Look, column: number): string[] =>
  (look.profile.columns[column]?.texts ?? []).filter((text) => text !== "").map(bareText);

/** True for a column with a text in nearly every row. */
export const isFilled = ({ profile }: Look, column: number): boolean =>
  (profile.columns[column]?.filled ?? 0) >= 0.95 * profile.records;
