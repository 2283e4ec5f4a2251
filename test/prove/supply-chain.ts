import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./row.ts";

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const root = join(import.meta.dirname, "..", "..");
const readJson = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8")) as unknown;

const licences = new Set([
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "MPL-2.0",
  "Python-2.0",
  "Unlicense",
]);
const denied = /^(request|danfojs|danfojs-node|xlsx|@tensorflow\/.*|node-fetch|libsql|exceljs)$/;
const mostDirect = 20;

/** Faults of a lock file. */
export function lockFaults(packages: Readonly<Record<string, Package>>): string[] {
  return Object.entries(packages).flatMap(([path, one]) => {
    const name = path.split("node_modules/").at(-1) ?? "";
    if (path === "" || one.link === true) return [];
    const faults: string[] = [];
    if (one.hasInstallScript === true) faults.push(`${name} runs an install script`);
    if (one.resolved !== undefined && !/^https:\/\/[^/]+\/(.*\/)?-\/[^/]+\.tgz$/.test(one.resolved))
      faults.push(`${name} comes from ${one.resolved}`);
    if (one.integrity === undefined || !one.integrity.startsWith("sha512-"))
      faults.push(`${name} has no integrity`);
    if (one.dev !== true && denied.test(name)) faults.push(`${name} is denied`);
    if (
      one.license !== undefined &&
      !one.license.split(/ OR | AND |[()]/).some((licence) => licences.has(licence.trim()))
    )
      faults.push(`${name} has the licence ${one.license}`);
    return faults;
  });
}

/** Packages of the lock file as a CycloneDX document. */
export function billOfMaterials(packages: Readonly<Record<string, Package>>): object {
  const components = Object.entries(packages)
    .filter(([path, one]) => path !== "" && one.dev !== true)
    .map(([path, { version = "", license, integrity }]) => {
      const name = path.split("node_modules/").at(-1) ?? "";
      return {
        type: "library",
        name,
        version,
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
        ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
        ...(integrity === undefined
          ? {}
          : {
              hashes: [
                { alg: "SHA-512", content: Buffer.from(integrity.slice(7), "base64").toString("hex") },
              ],
            }),
      };
    });
  return { bomFormat: "CycloneDX", specVersion: "1.5", version: 1, components };
}

export const lockedPackages = (): Readonly<Record<string, Package>> =>
  (readJson("package-lock.json") as { packages: Record<string, Package> }).packages;

/** Nothing runs at install time, everything comes from a registry with its hash, few direct packages. */
export function supplyChain(): Row {
  const packages = lockedPackages();
  const faults = lockFaults(packages);
  const { dependencies } = readJson("package.json") as { dependencies: Record<string, string> };
  const direct = Object.keys(dependencies).length;
  const ranged = Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  return {
    promise:
      "No install script, no URL source, known licences, exact versions, at most 20 direct runtime packages",
    figure: `${Object.keys(packages).length - 1} packages, ${direct} direct, ${faults.length === 0 ? "0 faults" : faults.slice(0, 5).join("; ")}${ranged.length === 0 ? "" : `, ranges: ${ranged.map(([name]) => name).join(", ")}`}`,
    held: faults.length === 0 && direct <= mostDirect && ranged.length === 0,
  };
}
