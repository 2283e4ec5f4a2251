import type { ItemView } from "../../shapes.ts";

/** How good the forecast of an item is, in one word. */
type Grade = "good" | "fair" | "weak";

/** Below a quarter of demand off on average a forecast is good, below a half it is fair: the glossary says so. */
const [goodBelow, fairBelow] = [25, 50];

/** The grade of a forecast by how far it was off at earlier origins, a step lower where last year's values were closer. */
export function gradeOf(accuracy: ItemView["accuracy"]): Grade | undefined {
  const error = accuracy?.wape ?? undefined;
  if (error === undefined) return undefined;
  const isBehind = (accuracy?.fva ?? 0) < 0;
  if (error < goodBelow) return isBehind ? "fair" : "good";
  return error < fairBelow && !isBehind ? "fair" : "weak";
}
