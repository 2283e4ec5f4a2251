// Everything that a page of its own needs to speak the language of the results.
export {
  attentionPhrase,
  changeSentence,
  fallbackClause,
  issueSentence,
  kpiMeaning,
  kpiName,
  lightWords,
  lineClause,
  lineKindName,
  modelName,
  nextStep,
  policyName,
  reasonSentence,
  reasonsSentence,
  signalClause,
  signalSentence,
  valueWords,
} from "./index.ts";
export { withoutOptions } from "./issue-sentences.ts";
export { faultSentence, type Lang, type Language, langNamed, langs, wordsOf } from "./languages.ts";
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
export { type Phrase, phraseIn } from "./phrase.ts";
export { wordOr } from "./sentences.ts";
