import type { Writable } from "node:stream";

/** A progress line on a terminal: share, rate and time left; silent elsewhere. */
interface Progress {
  update(label: string, done: number, of: number): void;
  end(): void;
}

const least = 200;

/** Progress on `stream`, redrawn at most five times a second. */
export function progressOn(
  stream: Writable & { isTTY?: boolean },
  now: () => number = performance.now.bind(performance),
): Progress {
  if (stream.isTTY !== true) return { update() {}, end() {} };
  let started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let current = "";
  let width = 0;
  return {
    update(label, done, of) {
      const time = now();
      if (label !== current) {
        current = label;
        started = time;
      }
      if (time - drawn < least && done < of) return;
      drawn = time;
      const seconds = (time - started) / 1000;
      const rate = seconds > 0 ? done / seconds : 0;
      const left = rate > 0 ? (of - done) / rate : 0;
      const bar = "█".repeat(Math.round((20 * done) / Math.max(of, 1))).padEnd(20, "·");
      const text = `${label} ${bar} ${done}/${of}  ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s  ${Math.ceil(left)} s`;
      stream.write(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    end() {
      if (width > 0) stream.write(`\r${" ".repeat(width)}\r`);
      width = 0;
    },
  };
}
