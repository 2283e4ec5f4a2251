/** Widths that a picture is drawn for, in pixels: its texts keep their size, whatever the column. */
const [least, usual, most] = [240, 400, 1200];

/** Room of a picture: its edges in pixels, and what lies between them. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a figure at an axis, and what stands beside it, in pixels. */
const [digit, gap] = [7, 8];

/** The room that texts take beside an axis, at least `atLeast` pixels: none is cut. */
export const besideAxis = (texts: readonly string[], atLeast = 50): number =>
  Math.max(atLeast, gap + digit * Math.max(0, ...texts.map((text) => text.length)));

/** The room of a picture that is so high and, where a page has measured its column, so wide; `axis` are the texts left of it. */
export function roomOf(height: number, wanted: number = usual, axis: readonly string[] = []): Room {
  const width = Math.round(Math.min(most, Math.max(least, wanted)));
  return { width, height, left: besideAxis(axis), right: width - 8, top: 24, bottom: height - 22 };
}

/** Names of months that have room below an axis. */
export const namesWithin = ({ left, right }: Room): number => Math.max(2, Math.floor((right - left) / 56));
