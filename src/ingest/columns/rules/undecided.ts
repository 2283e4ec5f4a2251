import type { Issue } from "../../../issue.ts";
import { uniqueLabel } from "../column-names.ts";
import { decides, isLoneFlag, tellsParts } from "../evidence/choices.ts";
import { type FewValues, fewValues } from "../evidence/few-values.ts";
import type { Field } from "../fields.ts";
import type { TableProfile } from "../profile.ts";
import { mayHaveComeBack } from "./lines/came-back.ts";

const uses = ["kind", "status", "variant", "nothing"];
const mostSamples = 4;

/** Asks what the columns say that change what counts and that nothing explains. */
export function undecided(
  header: readonly string[],
  profile: TableProfile,
  fields: ReadonlyMap<Field, number>,
  used: ReadonlySet<number>,
  print: string,
  inside: number | undefined,
): Issue[] {
  if (!fields.has("item") || !fields.has("quantity")) return [];
  return fewValues(header, profile, used).flatMap((few) => {
    if (fields.has("order") && mayHaveComeBack(few.key, few.values))
      return undecidedColumn(few, header, print, ["status", "kind", "nothing"]);
    if (tellsParts({ rows: profile.head, fields }, few.column))
      return undecidedColumn(few, header, print, ["status", "kind", "nothing"]);
    return few.column === inside || decides(few, profile, fields)
      ? undecidedColumn(few, header, print, candidatesOf(few))
      : [];
  });
}

/** What a column may say, the likeliest first: a lone letter, and what is headed "St", marks how a line stands. */
const candidatesOf = (few: FewValues): readonly string[] => {
  if (isLoneFlag(few)) return ["status", "kind", "nothing"];
  return /^(st|sts|stat|zst)$/.test(few.key) ? ["status", "kind", "variant", "nothing"] : uses;
};

/** The question what a column says. */
export function undecidedColumn(
  { column, heading, values }: FewValues,
  header: readonly string[],
  print: string,
  candidates: readonly string[],
): Issue {
  const text = values
    .slice(0, mostSamples)
    .map((value) => `${value.text}: ${value.count}`)
    .join(", ");
  const question = { id: `column-use:${print}:${heading}`, candidates };
  return {
    code: "column-undecided",
    severity: "error",
    column: uniqueLabel(header, column),
    text,
    question,
  };
}
