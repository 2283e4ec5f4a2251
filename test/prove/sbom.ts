// `npm run -s sbom > bom.json`: the packages that run, as a CycloneDX document.
import { billOfMaterials, lockedPackages } from "./supply-chain.ts";

process.stdout.write(`${JSON.stringify(billOfMaterials(lockedPackages()), null, 1)}\n`);
