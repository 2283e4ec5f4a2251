// Everything that a page of its own needs to speak the language of the results.
export { changeReasonWords, changeSentence } from "./changes.ts";
export { columnWords } from "./columns.ts";
export { errorSentence } from "./errors/index.ts";
export { fallbackReason } from "./fallbacks.ts";
export {
  attentionPhrase,
  issueSentence,
  reasonSentence,
  reasonsSentence,
  signalClause,
  signalSentence,
} from "./index.ts";
export { kpiMeaning, kpiName, nextStep } from "./kpis.ts";
export type { Lang, Phrase } from "./lang.ts";
export {
  change,
  date,
  decimal,
  money,
  month,
  noNumber,
  percent,
  quantity,
  unitPrice,
  week,
} from "./numbers.ts";
export { pageWords } from "./page.ts";
export { chartWords } from "./report.ts";
export { valueWords } from "./values.ts";
