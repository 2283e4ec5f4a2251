import { expect, test } from "vitest";
import { type PolicyName, policies, policyChoices, policyFor } from "../../src/replenish/policies/index.ts";
import { keepsPolicyContract } from "../contracts/policy.ts";

for (const name of Object.keys(policies) as PolicyName[]) keepsPolicyContract(name, policies[name]);

test("the engine chooses where it is asked to, and where the master data lack what a policy needs", () => {
  expect(policyChoices).toEqual(["auto", ...Object.keys(policies)]);
  expect(policyFor({ item: "A1" }, "auto")).toBe("rsS");
  expect(policyFor({ item: "A1", reorderPoint: 3 }, "auto")).toBe("rsS");
  expect(policyFor({ item: "A1" }, "min-max")).toBe("rsS");
  expect(policyFor({ item: "A1", reorderPoint: 3 }, "min-max")).toBe("min-max");
});

test("each policy by hand, at a position 3 below its reorder point: service asks for 10, demand ahead is 6, a lot is 8", () => {
  const of = {
    servicePoint: () => 10,
    coverDemand: 6,
    lot: { quantity: 8, leastOrder: 8, why: "economic" as const },
    whole: true,
  };
  const item = { item: "A1", reorderPoint: 4, maximumStock: 20 };
  const ordered = (name: PolicyName) => {
    const { levels, need } = policies[name];
    const found = levels(item, of);
    return [found.reorderPoint, found.orderUpTo, need(found.reorderPoint - 3, found, of.lot.leastOrder)];
  };
  expect(ordered("rsS")).toEqual([10, 18, 11]);
  expect(ordered("RS")).toEqual([10, 18, 11]);
  expect(ordered("sS")).toEqual([10, 18, 11]);
  expect(ordered("sQ")).toEqual([10, 18, 8]);
  expect(ordered("min-max")).toEqual([4, 20, 19]);
  // what 6 ahead leaves open once the position is below it
  expect(ordered("need")).toEqual([5, 13, 11]);
});
