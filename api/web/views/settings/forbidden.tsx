import type { VNode } from "preact";
import { ApiError } from "../../client/http.ts";
import { Missing } from "../../parts/states.tsx";
import type { Fetching } from "../../store.ts";
import { settingsWords } from "../../words/settings.ts";

/** Stands in for what did not come: said plainly where the reader's token does not reach that far. */
export const Forbidden = ({ of }: { readonly of: Fetching<unknown> }): VNode =>
  of.state === "failed" && of.error instanceof ApiError && of.error.status === 403 ? (
    <p class="muted">{settingsWords.forbidden}</p>
  ) : (
    <Missing of={of} />
  );
