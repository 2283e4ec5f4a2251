import type { VNode } from "preact";

/** Strokes of each picture on a field of 16 by 16. */
const strokes = {
  check: "M3 8.5 6.5 12 13 4.5",
  pencil: "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3 3 13z",
  cross: "M4 4l8 8M12 4l-8 8",
  back: "M4.5 3.5v3.7h3.7M4.6 7.1A4.4 4.4 0 1 1 4 10",
  note: "M3 3h10v7l-3 3H3zM5.5 6h5M5.5 8.5h3",
  search: "M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.2 10.2 13.5 13.5",
} as const;

/** A small picture on a button; what it does is said by the button's own name. */
export const Icon = ({ of }: { readonly of: keyof typeof strokes }): VNode => (
  <svg class="icon-picture" viewBox="0 0 16 16" aria-hidden="true">
    <path d={strokes[of]} />
  </svg>
);
