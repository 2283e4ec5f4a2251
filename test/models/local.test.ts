import { describe } from "vitest";
import { models } from "../../src/models/local.ts";
import { keepsModelContract } from "../contracts/model.ts";

describe("the contract of every local model", () => {
  for (const [name, card] of Object.entries(models)) keepsModelContract(name, card.create);
});
