import type { Fault, Faults } from "../../../fault.ts";
import { type Hint, withOptions } from "../../issue-sentences.ts";
import { type Advising, said } from "../../sentences.ts";
import { callFaults } from "./call.ts";
import { inputFaults, lineFaults } from "./input.ts";
import { optionFaults } from "./options.ts";
import { endFaults, placeFaults } from "./store.ts";

/** One sentence for every fault. */
export const faults: Advising<Faults> = {
  ...inputFaults,
  ...lineFaults,
  ...optionFaults,
  ...callFaults,
  ...placeFaults,
  ...endFaults,
};

/** What is wrong, behind the name of the file where there is one. */
export const faultSentence = (fault: Fault, hint: Hint = withOptions): string =>
  `${fault.file === undefined ? "" : `${fault.file}: `}${said(faults, fault, hint)}`;
