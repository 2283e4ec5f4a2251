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

/** The room of a picture that is so high and, where a page has measured its column, so wide. */
export function roomOf(height: number, wanted: number = usual): Room {
  const width = Math.round(Math.min(most, Math.max(least, wanted)));
  return { width, height, left: 50, right: width - 8, top: 24, bottom: height - 22 };
}

/** Names of months that have room below an axis. */
export const namesWithin = ({ left, right }: Room): number => Math.max(2, Math.floor((right - left) / 56));
