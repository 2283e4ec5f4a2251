import type { Fault } from "../fault.ts";
import { faultSentence as german } from "./de/faults/index.ts";
import { faultSentence as english } from "./en/faults/index.ts";
import type { Lang } from "./languages.ts";

const languages: Readonly<Record<Lang, (fault: Fault) => string>> = { de: german, en: english };

/**
 * What is wrong, in the reader's language, behind the name of the file where there is one.
 * @example faultSentence({ code: "not-a-number", name: "budget", got: "x" }, "en") // "budget must be a number, got x"
 */
export const faultSentence = (fault: Fault, lang: Lang): string => languages[lang](fault);
