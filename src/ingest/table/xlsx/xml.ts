import { SaxesParser } from "saxes";
import { InputError } from "../../../errors.ts";
import type { Limits } from "../../limits.ts";

/** Attributes of an element by name, without prefix; one that is not there is undefined. */
export type Attributes = Readonly<Record<string, string>>;

/** What a part of a workbook does with its elements; names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const damaged = () => new InputError({ code: "xlsx-damaged", why: "xml" });

const local = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Reads XML as it streams, without a tree. A document type is refused, since entities are an attack and no
 * spreadsheet needs them; depth and attributes are limited. Yields after each piece, so that rows can be taken.
 */
export function* readXml(pieces: Iterable<Uint8Array>, handler: XmlHandler, limits: Limits): Generator<void> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new InputError({ code: "xlsx-doctype" });
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > limits.xmlDepth) throw damaged();
    const own: Record<string, string> = Object.create(null);
    let count = 0;
    for (const [key, value] of Object.entries(attributes)) {
      if (++count > limits.xmlAttributes) throw damaged();
      own[local(key)] = String(value);
    }
    handler.open?.(local(name), own);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(local(name));
  });
  if (handler.text !== undefined) parser.on("text", (text) => handler.text?.(text));
  if (handler.text !== undefined) parser.on("cdata", (text) => handler.text?.(text));
  const decoder = new TextDecoder("utf-8");
  const write = (text: string, last: boolean) => {
    try {
      if (text !== "") parser.write(text);
      if (last) parser.close();
    } catch (error) {
      throw error instanceof InputError ? error : damaged();
    }
  };
  for (const piece of pieces) {
    write(decoder.decode(piece, { stream: true }), false);
    yield;
  }
  write(decoder.decode(), true);
  yield;
}

/** Reads a whole part at once. */
export function readWholeXml(pieces: Iterable<Uint8Array>, handler: XmlHandler, limits: Limits): void {
  for (const _ of readXml(pieces, handler, limits));
}
