import type { JSX } from "preact";

/** What a view draws. */
export type Drawn = JSX.Element;
