import type { Bucket } from "../src/series.ts";

/** What `dataset.json` says of a bundled data set. Files are named relative to its folder. */
export interface Description {
  readonly name: string;
  readonly title: string;
  readonly synthetic: boolean;
  readonly licence: string;
  /** How it was made; the same seed and version give the same bytes. */
  readonly generator: { readonly file: string; readonly seed: number; readonly version: string };
  readonly bucket: Bucket;
  readonly horizon: number;
  readonly from: string;
  readonly asOf: string;
  readonly files: {
    readonly orders: readonly string[];
    readonly items?: string;
    readonly suppliers?: string;
    readonly openOrders?: string;
    readonly calendar?: string;
    readonly truth?: string;
  };
  /** Earlier nights: the day each closes on, and the files that stood for others of `files` then; oldest first. */
  readonly nights?: readonly { readonly asOf: string; readonly items: string; readonly openOrders: string }[];
  /** File -> heading -> canonical field; headings without a field are not listed. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** File -> records without titles, heading and total. */
  readonly lines: Readonly<Record<string, number>>;
  readonly sha256: Readonly<Record<string, string>>;
}
