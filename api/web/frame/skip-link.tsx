import type { VNode } from "preact";
import { t } from "../language.ts";

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
    {t.frame.skip}
  </a>
);
