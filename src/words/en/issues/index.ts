import type { Issues } from "../../../issue.ts";
import type { IssueSentences } from "../../issue-sentences.ts";
import { demandIssues } from "./demand.ts";
import { masterIssues } from "./master.ts";
import { orderingIssues } from "./ordering.ts";
import { tableIssues } from "./table.ts";
import { typingIssues } from "./typing.ts";

/** One sentence for every issue. */
export const issues: IssueSentences<Issues> = {
  ...tableIssues,
  ...typingIssues,
  ...masterIssues,
  ...demandIssues,
  ...orderingIssues,
};
