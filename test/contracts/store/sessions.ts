import { expect, test } from "vitest";
import { day, type StoreUnderTest } from "./given.ts";

export function sessionsPromises(given: StoreUnderTest): void {
  test("a sign-in lasts twelve hours, and ends with its token or by itself", () => {
    const text = given.store.tokens.create({ name: "erp", tenant: "t", scopes: ["read"] });
    const token = given.store.tokens.check(text);
    if (token === null) throw new Error("the token is not known");
    const { cookie, seconds } = given.store.sessions.open(token);
    expect(seconds).toBe(12 * 3600);
    expect(given.store.sessions.check(cookie)?.name).toBe("erp");
    given.store.sessions.close(cookie);
    expect(given.store.sessions.check(cookie)).toBeNull();
    const second = given.store.sessions.open(token).cookie;
    given.pass(12 * 3_600_000);
    expect(given.store.sessions.check(second)).toBeNull();
    given.pass(12 * 365 * day);
    const ahead = given.store.sessions.open(token).cookie;
    given.pass(-12 * 365 * day);
    expect(given.store.sessions.check(ahead)).toBeNull();
    expect(given.store.tokens.check(text)?.name).toBe("erp");
    const third = given.store.sessions.open(token).cookie;
    given.store.tokens.revoke("erp", "t");
    expect(given.store.sessions.check(third)).toBeNull();
  });
}
