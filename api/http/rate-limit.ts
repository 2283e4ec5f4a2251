import { Problem } from "./problem.ts";

interface Bucket {
  tokens: number;
  at: number;
  open: number;
}

/** Requests of one token: how many a second (with a burst of twice as many), and how many at the same time. */
export function rateLimit(perSecond: number, concurrent: number, now: () => number) {
  const buckets = new Map<string, Bucket>();
  const tooMany = (seconds: number) =>
    new Problem(
      429,
      "too-many-requests",
      {
        de: "Zu viele Anfragen mit diesem Zugang: bitte langsamer.",
        en: "Too many requests with this token: please slow down.",
      },
      { headers: { "retry-after": String(Math.max(1, Math.ceil(seconds))) } },
    );
  return {
    /** Lets a request in; the returned function is called when it has ended. */
    enter(key: string): () => void {
      const at = now();
      const bucket = buckets.get(key) ?? { tokens: 2 * perSecond, at, open: 0 };
      buckets.set(key, bucket);
      bucket.tokens = Math.min(2 * perSecond, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);
      bucket.at = at;
      if (bucket.open >= concurrent) throw tooMany(1);
      if (bucket.tokens < 1) throw tooMany((1 - bucket.tokens) / perSecond);
      bucket.tokens--;
      bucket.open++;
      let left = false;
      return () => {
        if (!left) bucket.open--;
        left = true;
      };
    },
  };
}

/** At most `most` of a kind at the same time for a key. */
export function slots(most: number, refused: () => Problem) {
  const open = new Map<string, number>();
  return {
    enter(key: string): () => void {
      const count = open.get(key) ?? 0;
      if (count >= most) throw refused();
      open.set(key, count + 1);
      let left = false;
      return () => {
        if (!left) open.set(key, (open.get(key) ?? 1) - 1);
        left = true;
      };
    },
    count: () => [...open.values()].reduce((sum, one) => sum + one, 0),
  };
}
