/** Lines of a sample that are looked at. */
const sampleLines = 100;

/** True for a text whose columns stand at fixed places, filled up with blanks, without any separator. */
export function isFixedWidth(head: string): boolean {
  // A rule over columns of blanks: "---------- ------ -----".
  const rules = head.split(/\r?\n|\r/, sampleLines).filter((line) => /^-{2,}( +-{2,}){2,}\s*$/.test(line));
  if (rules.length > 0 && !/[;\t|]/.test(head.slice(0, 2000))) return true;
  const lines = head
    .split(/\r?\n|\r/, sampleLines)
    .filter((line) => line.trim() !== "" && !/^[-=_\s]+$/.test(line));
  if (lines.length < 3) return false;
  const spaced = lines.filter((line) => (line.trim().match(/\S {2,}(?=\S)/g) ?? []).length >= 2);
  return spaced.length >= 0.6 * lines.length;
}
