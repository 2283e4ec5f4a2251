import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

type Node = { readonly type: string; readonly [key: string]: unknown };

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !/node_modules|\bdist\b/.test(file));

const text = (file: string) => readFileSync(join(root, file), "utf8");

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
}

const program = (file: string, source = text(file)) => parseSync(file, source).program as unknown as Node;

/** Assertions (`as T`, `!`) whose operand is an index: they say nothing, since an index has its type. */
function assertionsOnAnIndex(file: string, source?: string): number {
  let count = 0;
  walk(program(file, source), (node) => {
    if (node.type !== "TSNonNullExpression" && node.type !== "TSAsExpression") return;
    let operand = node.expression as Node;
    while (operand.type === "ParenthesizedExpression") operand = operand.expression as Node;
    const isConst =
      (node.typeAnnotation as Node | undefined)?.type === "TSTypeReference" && source === "const";
    if (operand.type === "MemberExpression" && operand.computed === true && !isConst) count++;
  });
  return count;
}

interface Module {
  readonly exported: readonly string[];
  /** Names taken from each module; "*" for all of them. */
  readonly taken: ReadonlyMap<string, readonly string[]>;
}

const nameOf = (node: unknown): string => String((node as Node).name ?? (node as Node).value);

/** Names that a declaration binds, those of a pattern included. */
function namesIn(pattern: Node): string[] {
  if (pattern.type === "Identifier") return [nameOf(pattern)];
  const inner = (pattern.properties ?? pattern.elements ?? []) as Node[];
  return inner.flatMap((one) => namesIn((one.value ?? one) as Node));
}

function moduleOf(file: string): Module {
  const exported: string[] = [];
  const taken = new Map<string, string[]>();
  const take = (source: unknown, names: readonly string[]) => {
    const name = String((source as Node).value);
    if (!name.startsWith(".")) return;
    const target = normalize(join(dirname(file), name));
    taken.set(target, [...(taken.get(target) ?? []), ...names]);
  };
  walk(program(file), (node) => {
    const specifiers = (node.specifiers as Node[] | undefined) ?? [];
    if (node.type === "ImportDeclaration")
      take(
        node.source,
        specifiers.map((one) => (one.type === "ImportSpecifier" ? nameOf(one.imported) : "*")),
      );
    else if (node.type === "ImportExpression" && isNode(node.source)) take(node.source, ["*"]);
    else if (node.type === "TSImportType" && isNode(node.source)) take(node.source, ["*"]);
    else if (node.type === "ExportAllDeclaration") take(node.source, ["*"]);
    else if (node.type === "ExportNamedDeclaration") {
      if (isNode(node.source)) {
        take(
          node.source,
          specifiers.map(({ local }) => nameOf(local)),
        );
        exported.push(...specifiers.map(({ exported: name }) => nameOf(name)));
      } else if (isNode(node.declaration)) {
        const { declarations, id } = node.declaration as unknown as { declarations?: Node[]; id?: Node };
        if (declarations !== undefined)
          exported.push(...declarations.map((one) => one.id as Node).flatMap((one) => namesIn(one)));
        else if (id !== undefined && id !== null) exported.push(nameOf(id));
      } else exported.push(...specifiers.map(({ exported: name }) => nameOf(name)));
    }
  });
  for (const [, path] of text(file).matchAll(/new URL\([^\n]*?"(\.[^"]+\.tsx?)"/g))
    take({ type: "Literal", value: path }, ["*"]);
  return { exported, taken };
}

/** Where programs begin, and what the package offers to others. */
const programs = [
  "api/cli.ts",
  "api/start.ts",
  "api/pack-portable.ts",
  "api/web/build-package.ts",
  "api/web/main.tsx",
];
const fronts = Object.values(
  (JSON.parse(text("package.json")) as { exports: Record<string, string> }).exports,
).map((path) => path.replace("./dist/", "").replace(/\.js$/, ".ts"));

const inner = ["src", "api"].flatMap(files);
const modules = new Map(
  [...inner, ...["test", "benchmarks", "datasets"].flatMap(files)].map((file) => [file, moduleOf(file)]),
);

function reached(from: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(modules.get(file)?.taken.keys() ?? []));
  }
  return seen;
}

test("an index is never asserted to be what it is", () => {
  expect(inner.filter((file) => assertionsOnAnIndex(file) > 0)).toEqual([]);
  expect(assertionsOnAnIndex("a.ts", "const b = (values[1] as number) + values[2]!;")).toBe(2);
});

test("every file of src and api is reached by a program or a front of the library", () => {
  const seen = reached([...programs, ...fronts]);
  expect(inner.filter((file) => !seen.has(file))).toEqual([]);
});

test("what is exported is imported by somebody, or stands at a front of the library", () => {
  const used = new Map<string, Set<string>>();
  for (const { taken } of modules.values())
    for (const [target, names] of taken) {
      const known = used.get(target) ?? new Set();
      for (const name of names) known.add(name);
      used.set(target, known);
    }
  const idle = inner
    .filter((file) => !fronts.includes(file))
    .flatMap((file) => {
      const names = used.get(file) ?? new Set();
      if (names.has("*")) return [];
      return (modules.get(file)?.exported ?? [])
        .filter((name) => !names.has(name))
        .map((name) => `${file} ${name}`);
    });
  expect(idle).toEqual([]);
});

test("no comment and no document names a text that the repository does not hold", () => {
  const named =
    /\b(CONTRACT|METHODS|ACCURACY|ERP-FILES|RELIABILITY|HOUSE|ATTACK|SCALE|MIXTURE|PRODUCT|STYLE|DESIGN|PAGE)(\.md|\s+\d)/;
  const prose = ["README.md", "README.de.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    .filter((file) => existsSync(join(root, file)))
    .concat(
      readdirSync(join(root, "docs"))
        .filter((file) => file.endsWith(".md"))
        .map((file) => join("docs", file)),
    );
  const offences = [...modules.keys(), ...prose]
    .filter((file) => file !== relative(root, import.meta.filename))
    .flatMap((file) =>
      text(file)
        .split("\n")
        .flatMap((line, k) => (named.test(line) ? [`${file}:${k + 1}`] : [])),
    );
  expect(offences).toEqual([]);
});
