import { html, type Markup } from "../html/markup.ts";

/** A place in a picture with the values that stand there. */
interface Hit {
  readonly x: number;
  readonly width: number;
  readonly text: string;
}

/** Places that say their values where the pointer rests: no script, on the page and in the report alike. */
export const hits = (places: readonly Hit[], top: number, bottom: number): Markup =>
  html`${places.map(
    ({ x, width, text }) =>
      html`<rect class="hit" x="${x}" y="${top}" width="${width}" height="${bottom - top}"><title>${text}</title></rect>`,
  )}`;
