import { attempt } from "../attempt.ts";
import { defined } from "../defined.ts";
import type { Candidates } from "./candidate.ts";
import { detect } from "./detect.ts";
import type { SignalInput } from "./signal-input.ts";

/** Every suspected fluctuation of one item among many: none where looking for them fails, which `failed` says. */
export const detectItem = (given: SignalInput): Candidates =>
  attempt(
    () => detect(given),
    () => {
      const { item, bucket, start, values } = given.series;
      const named = { item, bucket, ...defined({ start }), length: values.length };
      return { ...named, candidates: [], p: 1, failed: true };
    },
  );
