/** A question that the user answers once: `--answers` maps its id to one of the candidates. */
export interface Question {
  readonly id: string;
  readonly candidates: readonly string[];
}

/**
 * Something about the input that a person should know. Data, never an exception: a bad row does not stop a run.
 * `code` names the sentence in `src/words`; further fields carry its numbers.
 */
export interface Issue {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly file?: string;
  /** Physical line of the file (1-based) where the record starts. */
  readonly row?: number;
  readonly column?: string;
  readonly item?: string;
  /** What stands in the file, cut to 200 characters. */
  readonly text?: string;
  readonly question?: Question;
  readonly [number: string]: unknown;
}
