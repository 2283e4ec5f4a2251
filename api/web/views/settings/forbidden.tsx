import type { VNode } from "preact";
import { ApiError } from "../../client/http.ts";
import { t } from "../../language.ts";
import { Missing } from "../../parts/states.tsx";
import type { Fetching } from "../../store.ts";

/** Stands in for what did not come: said plainly where the reader's token does not reach that far. */
export const Forbidden = ({ of }: { readonly of: Fetching<unknown> }): VNode =>
  of.state === "failed" && of.error instanceof ApiError && of.error.status === 403 ? (
    <p class="muted">{t.settings.forbidden}</p>
  ) : (
    <Missing of={of} />
  );
