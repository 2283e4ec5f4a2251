import type { VNode } from "preact";
import type { charts } from "../../../src/index.ts";

/** A picture of the engine: SVG markup whose every text was escaped when it was made. */
export const Picture = ({ of }: { readonly of: charts.Markup | undefined }): VNode | null =>
  of === undefined ? null : <div class="picture" dangerouslySetInnerHTML={{ __html: of.markup }} />;
