import { expect, test } from "vitest";
import { day, type StoreUnderTest } from "./given.ts";

export function sessionsPromises(given: StoreUnderTest): void {
  test("a sign-in lasts twelve hours, and ends with its token or by itself", async () => {
    const text = await given.store.tokens.create({ name: "erp", tenant: "t", scopes: ["read"] });
    const token = await given.store.tokens.check(text);
    if (token === null) throw new Error("the token is not known");
    const { cookie, seconds } = await given.store.sessions.open(token);
    expect(seconds).toBe(12 * 3600);
    expect((await given.store.sessions.check(cookie))?.name).toBe("erp");
    await given.store.sessions.close(cookie);
    expect(await given.store.sessions.check(cookie)).toBeNull();
    const second = (await given.store.sessions.open(token)).cookie;
    given.pass(12 * 3_600_000);
    expect(await given.store.sessions.check(second)).toBeNull();
    given.pass(12 * 365 * day);
    const ahead = (await given.store.sessions.open(token)).cookie;
    given.pass(-12 * 365 * day);
    expect(await given.store.sessions.check(ahead)).toBeNull();
    expect((await given.store.tokens.check(text))?.name).toBe("erp");
    const third = (await given.store.sessions.open(token)).cookie;
    await given.store.tokens.revoke("erp", "t");
    expect(await given.store.sessions.check(third)).toBeNull();
  });
}
