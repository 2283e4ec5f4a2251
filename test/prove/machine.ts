/** Processor time that parsing 10 MB of JSON takes on this machine, ms: the least of three. */
export function parsingMs(): number {
  const text = JSON.stringify(
    Array.from({ length: 110_000 }, (_, k) => ({ item: `I${k}`, text: "x".repeat(66) })),
  );
  const spent = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage();
    JSON.parse(text);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return Math.round(Math.min(...spent));
}

/** What that takes on the machine that limits of time were set on, ms. */
const usualParsingMs = 45;

/** How many times slower than it this machine is, at least 1: what a limit of time is multiplied by. */
export const timesSlower = (): number => Math.max(1, parsingMs() / usualParsingMs);
