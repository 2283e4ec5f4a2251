import { expect, test } from "vitest";
import { createHttp } from "../../../api/web/client/http.ts";

const noted: string[] = [];

/** An answer that notes when it is read. */
class NotedResponse extends Response {
  override json(): Promise<unknown> {
    noted.push("read");
    return super.json();
  }
}

/** Answers with a list in three pages; `isHeaded`: the head of each names the next. */
const threePages =
  (isHeaded: boolean): typeof fetch =>
  async (input) => {
    const page = Number(new URLSearchParams(String(input).split("?")[1]).get("cursor") ?? "0");
    noted.push(`asked ${page}`);
    const next = page < 2 ? String(page + 1) : null;
    const head = next !== null && isHeaded ? { link: `<?limit=1000&cursor=${next}>; rel="next"` } : {};
    const body = JSON.stringify({ items: [`${page}a`, `${page}b`], next });
    return new NotedResponse(body, { headers: new Headers(head) });
  };

const all = (fetching: typeof fetch): Promise<unknown[]> => createHttp(fetching, () => {}).all("/v1/list");

test("a list in pages is whole and in order, with or without heads that name the next page", async () => {
  for (const isHeaded of [true, false])
    expect(await all(threePages(isHeaded))).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
});

test("where the head names the next page it is asked for before this one is read", async () => {
  noted.length = 0;
  await all(threePages(true));
  expect(noted).toEqual(["asked 0", "asked 1", "read", "asked 2", "read", "read"]);
});

test("a page that fails behind one that is read fails the list", async () => {
  const pages = threePages(true);
  const failing: typeof fetch = async (input, init) =>
    String(input).includes("cursor=2")
      ? Response.json({ detail: "busy" }, { status: 503 })
      : pages(input, init);
  await expect(all(failing)).rejects.toThrow("busy");
});
