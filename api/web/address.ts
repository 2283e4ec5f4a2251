/** Where the reader is: a view, what it is about, and its settings; all of it stands in the address behind #. */
export interface Address {
  readonly view: string;
  /** An item or supplier, where the view is about one. */
  readonly of?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** @example readAddress("#/item/A%2F1?tab=why") // { view: "item", of: "A/1", settings: { tab: "why" } } */
export function readAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const [view = "", of] = path.split("/", 2);
  const settings = Object.fromEntries(new URLSearchParams(query));
  return { view, ...(of === undefined || of === "" ? {} : { of: decoded(of) }), settings };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address as a link; settings that are empty are left out. */
export function linkTo({ view, of, settings }: Partial<Address> & { view: string }): string {
  const set = Object.entries(settings ?? {}).filter(([, text]) => text !== "");
  const query = new URLSearchParams(set.map(([name, text]) => [name, text])).toString();
  return `#/${view}${of === undefined ? "" : `/${encodeURIComponent(of)}`}${query === "" ? "" : `?${query}`}`;
}
