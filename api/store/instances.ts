import type { Sql } from "./sql.ts";

/** A process that says nothing for so long is taken for dead: what it held is free. */
const silentMs = 60_000;

/** The processes that work on a store together. */
export const instanceStore = (sql: Sql) => ({
  /** Says that a process lives. */
  async beat(id: string): Promise<void> {
    const text =
      "INSERT INTO instance (id, seen) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET seen = excluded.seen";
    await sql.run(text, id, await sql.elapsed());
  },

  /** Those that live, by what they said in the last minute (in the last `ms`). */
  async live(ms = silentMs): Promise<Set<string>> {
    const since = (await sql.elapsed()) - ms;
    const rows = await sql.all<{ id: string }>("SELECT id FROM instance WHERE seen > ?", since);
    return new Set(rows.map(({ id }) => id));
  },

  /** A process has ended, and with it what it held. */
  async leave(id: string): Promise<void> {
    await sql.run("DELETE FROM instance WHERE id = ?", id);
  },
});
