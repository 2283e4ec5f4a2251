import { type ColumnShape, likelihood } from "./shape.ts";

/** Prices against the log likelihood of `likelihood`: what had to be done to a row so that it fits. */
const joinPrice = 1;
const joinBeforeBlankPrice = 0.2;
const insertPrice = 1;
const dropPrice = 0.8;
const splitPrice = 1.5;
const seamPrice = 0.3;
/** Joining a piece that stood in quotes, or an empty one, is hardly ever right. */
const joinQuotedPrice = 4;
const joinEmptyPrice = 1.5;
const goesOnPrice = 3;
const mostJoined = 14;
const mostSplits = 96;

interface Alignment {
  readonly cells: string[];
  /** Sum of the fits, less the prices; higher is likelier. */
  readonly score: number;
}

/** Joining is likelier where a blank follows the delimiter, as in prose, and usual where the blank is the delimiter. */
const joinCost = (joiner: string, next: string): number => {
  if (joiner === " ") return 0.05;
  if (next.startsWith(" ")) return joinBeforeBlankPrice;
  return joiner === "," ? joinPrice : 4 * joinPrice;
};

interface Place {
  readonly score: number;
  readonly from: Place | undefined;
  readonly cells: readonly string[];
}

const kindOf = (code: number): number => {
  if (code >= 48 && code <= 57) return 0;
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  return code > 191 ? 1 : 3;
};

/** Places where two cells may have grown together: a change of character class, or inside a run of digits. */
function splitPlaces(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = 1; at < text.length && places.length < mostSplits; at++) {
    const before = kindOf(text.charCodeAt(at - 1));
    const here = kindOf(text.charCodeAt(at));
    // a capital begins a word: no cut after it
    const rise = before !== here && !(before === 2 && here === 1);
    if (rise || before === 0 || text[at] === quote) places.push(at);
  }
  return places;
}

/** The best cut of a text over two neighbouring columns; a quote inside it marks the seam of two quoted cells. */
function bestSplit(
  text: string,
  left: ColumnShape,
  right: ColumnShape,
  quote: string,
): Alignment | undefined {
  let best: Alignment | undefined;
  for (const at of splitPlaces(text, quote)) {
    const seam = text[at] === quote;
    const cells = [text.slice(0, at), text.slice(seam ? at + 1 : at)];
    const price = seam ? seamPrice : splitPrice;
    const score = likelihood(left, cells[0]) + likelihood(right, cells[1]) - price;
    if (best === undefined || score > best.score) best = { cells, score };
  }
  return best;
}

/**
 * Puts the pieces of a broken row into the columns they look like: pieces may be joined again (a delimiter too many
 * stood in a text), an empty one dropped, a column left empty, a piece cut in two (a delimiter was missing).
 * Dynamic programme over pieces and columns; undefined when the row cannot be arranged.
 */
export function align(
  pieces: readonly string[],
  shapes: readonly ColumnShape[],
  joiner: string,
  quoted: readonly boolean[] = [],
  quote = '"',
): Alignment | undefined {
  const width = shapes.length;
  const short = pieces.length < width;
  // words between blanks join freely, other pieces only as far as there are too many
  const joinable = joiner === " " ? mostJoined : Math.min(mostJoined, Math.max(2, pieces.length - width + 2));
  const table: (Place | undefined)[][] = Array.from({ length: pieces.length + 1 }, () => []);
  table[0][0] = { score: 0, from: undefined, cells: [] };
  const offer = (piece: number, column: number, from: Place, gain: number, cells: readonly string[]) => {
    const row = table[piece];
    const known = row[column];
    const score = from.score + gain;
    if (known === undefined || score > known.score) row[column] = { score, from, cells };
  };
  for (let piece = 0; piece <= pieces.length; piece++) {
    for (let column = 0; column <= width; column++) {
      const place = table[piece]?.[column];
      if (place === undefined) continue;
      const text = pieces[piece];
      if (text?.trim() === "") offer(piece + 1, column, place, -dropPrice, []);
      const shape = shapes[column];
      if (shape === undefined) continue;
      offer(piece, column + 1, place, likelihood(shape, "") - insertPrice, [""]);
      if (text === undefined) continue;
      // a piece that begins with a blank goes on where the one before ended
      const alone = joiner !== " " && text.startsWith(" ") && text.length > 1 ? goesOnPrice : 0;
      offer(piece + 1, column + 1, place, likelihood(shape, text) - alone, [text]);
      let joined = text;
      let joins = alone + (quoted[piece] ? joinQuotedPrice : 0);
      for (let more = 1; more < joinable && piece + more < pieces.length; more++) {
        const next = pieces[piece + more];
        joined += joiner + next;
        joins +=
          joinCost(joiner, next) +
          (quoted[piece + more] ? joinQuotedPrice : 0) +
          (next === "" ? joinEmptyPrice : 0);
        offer(piece + more + 1, column + 1, place, likelihood(shape, joined) - joins, [joined]);
      }
      const next = shapes[column + 1];
      if (!short || next === undefined || text.length < 2) continue;
      const cut = bestSplit(text, shape, next, quote);
      if (cut !== undefined) offer(piece + 1, column + 2, place, cut.score, cut.cells);
    }
  }
  const end = table[pieces.length]?.[width];
  if (end === undefined) return undefined;
  const cells: string[] = [];
  for (let place: Place | undefined = end; place !== undefined; place = place.from)
    cells.unshift(...place.cells);
  return { cells, score: end.score };
}
