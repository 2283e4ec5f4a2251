import { describe } from "vitest";
import { models } from "../../src/models/local/index.ts";
import { keepsModelContract } from "../contracts/model.ts";

describe("the contract of every local model", () => {
  const shares: Record<string, number> = { sba: 0.95, sbj: 1 - 0.1 / 1.9 };
  for (const [name, card] of Object.entries(models)) keepsModelContract(name, card.create, shares[name]);
});
