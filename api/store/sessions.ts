import type { Sql } from "./sql.ts";
import { hashOf, randomText, type StoredToken, type TokenInfo, validToken } from "./tokens.ts";

const sessionSeconds = 12 * 3600;

/** The page's sign-ins: of a cookie too only the hash is stored. */
export const sessionStore = (sql: Sql, now: () => number) => ({
  /** A sign-in of the page: a random text for its cookie. */
  async open(token: TokenInfo): Promise<{ cookie: string; seconds: number }> {
    const cookie = randomText(43);
    await sql.transaction(async (tx) => {
      await tx.run("DELETE FROM session WHERE expires <= ?", now());
      await tx.run(
        "INSERT INTO session (hash, token, expires) VALUES (?, ?, ?)",
        hashOf(cookie),
        token.id,
        now() + sessionSeconds * 1000,
      );
    });
    return { cookie, seconds: sessionSeconds };
  },

  /** The token behind a sign-in, while both are valid. */
  async check(cookie: string): Promise<TokenInfo | null> {
    const row = await sql.get<StoredToken>(
      "SELECT token.* FROM session JOIN token ON token.id = session.token WHERE session.hash = ?1 AND session.expires > ?2 AND session.expires <= ?3",
      hashOf(cookie),
      now(),
      // One that ends later was made while the computer's clock was ahead.
      now() + sessionSeconds * 1000,
    );
    return row === undefined ? null : validToken(row, now());
  },

  /** Ends a sign-in. */
  async close(cookie: string): Promise<void> {
    await sql.run("DELETE FROM session WHERE hash = ?", hashOf(cookie));
  },
});
