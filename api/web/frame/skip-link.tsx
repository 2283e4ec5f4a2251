import type { VNode } from "preact";
import { frameWords } from "../words/frame.ts";

/** Leads past the head by key; the address stays as it is. */
export const SkipLink = (): VNode => (
  <a
    class="skip"
    href="#main"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById("main")?.focus();
    }}
  >
    {frameWords.skip}
  </a>
);
