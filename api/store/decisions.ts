import { padded, places, type Sql } from "./sql.ts";

export const actions = ["accept", "change", "reject", "saved", "ordered", "delivered", "reset"] as const;
type Action = (typeof actions)[number];

/** How far an order is. */
export const orderStates = ["accepted", "saved", "ordered", "delivered"] as const;
type OrderState = (typeof orderStates)[number];

const statesOf: Readonly<Partial<Record<Action, OrderState>>> = {
  accept: "accepted",
  change: "accepted",
  saved: "saved",
  ordered: "ordered",
  delivered: "delivered",
};

/** How far an order is by what was decided last; undefined where that is none. */
export const orderStateOf = (action: Action): OrderState | undefined => statesOf[action];

/** The actions after which an order is in a state. */
const actionsOf = (state: OrderState | undefined): string[] =>
  actions.filter((action) => {
    const reached = orderStateOf(action);
    return reached !== undefined && (state === undefined || reached === state);
  });

/** How far an order is that somebody else has to approve. */
export const approvals = ["awaiting", "approved"] as const;
export type Approval = (typeof approvals)[number];

/** What one of several suppliers gets of an order, and how far that is. */
export interface DecidedPart {
  readonly supplier: string;
  readonly quantity: number;
  readonly state: OrderState;
  readonly order: string | null;
  readonly date: string | null;
}

/** The parts of a decision; empty where nothing was decided about a single supplier. */
export const partsOfDecision = ({ parts }: Pick<DecisionRow, "parts">): DecidedPart[] =>
  parts === null ? [] : (JSON.parse(parts) as DecidedPart[]);

/** What a person or the ERP decided about a suggestion; `version` counts the decisions on it, from 1. */
export interface DecisionRow {
  readonly seq: number;
  readonly plan: number;
  readonly item: string;
  readonly version: number;
  readonly action: Action;
  readonly quantity: number | null;
  readonly reason: string | null;
  readonly order: string | null;
  /** Day of the order, where it was told. */
  readonly date: string | null;
  /** How far each of several suppliers is, as JSON; null where all are as far as the order. */
  readonly parts: string | null;
  /** Whether somebody else has to approve it, or has; null where nobody needs to. */
  readonly approval: Approval | null;
  /** The source that the whole order goes to; null where it goes as suggested. */
  readonly supplier: string | null;
  readonly who: string;
  readonly at: number;
}

/** A decision, and the day up to which its plan knew. */
export interface StandingDecision extends DecisionRow {
  readonly asOf: string | null;
}

export interface NewDecision {
  readonly action: Action;
  readonly quantity?: number | undefined;
  readonly reason?: string | undefined;
  readonly order?: string | undefined;
  readonly date?: string | undefined;
  /**
   * Given: the source that the order is to go to or, where several share it, the one whose part it is about; kept: the
   * source that the whole order goes to.
   */
  readonly supplier?: string | undefined;
  readonly parts?: readonly DecidedPart[] | undefined;
  readonly approval?: Approval | undefined;
}

/** What was accepted or ordered and not withdrawn, in whichever plan: orders outlive the plan that suggested them. */
export interface OrderRow extends DecisionRow {
  readonly planId: string;
  /** Its suggestion as JSON, else the newest of its item; null where the results of no plan of it are kept. */
  readonly suggestion: string | null;
}

export class VersionError extends Error {
  override readonly name = "VersionError";
  readonly current: number;
  constructor(current: number) {
    super(`the decision has version ${current}`);
    this.current = current;
  }
}

const columns = `d.seq, d.plan, d.item, d.version, d.action, d.quantity, d.reason, d.order_number AS "order",
  d.date, d.parts, d.approval, d.supplier, d.who, d.at`;

const decisionReads = (sql: Sql) => ({
  /** The decision that holds for an item of a plan. */
  async current(plan: number, item: string): Promise<DecisionRow | undefined> {
    return sql.get<DecisionRow>(
      `SELECT ${columns} FROM decision AS d WHERE plan = ? AND item = ? ORDER BY version DESC LIMIT 1`,
      plan,
      item,
    );
  },

  /** The decisions that hold for some items of a plan, at most 1,001 of them, by item. */
  async ofItems(plan: number, items: readonly string[]): Promise<Map<string, DecisionRow>> {
    if (items.length === 0) return new Map();
    const asked = padded(items);
    const rows = await sql.all<DecisionRow>(
      `SELECT ${columns} FROM decision AS d WHERE plan = ? AND item IN (${places(asked)}) ORDER BY version`,
      plan,
      ...asked,
    );
    return new Map(rows.map((row) => [row.item, row]));
  },

  /** The decisions that hold in a plan, by item. */
  async ofPlan(plan: number): Promise<Map<string, DecisionRow>> {
    const rows = await sql.all<DecisionRow>(
      `SELECT ${columns} FROM decision AS d WHERE plan = ? ORDER BY version`,
      plan,
    );
    return new Map(rows.map((row) => [row.item, row]));
  },

  /** Grows with every decision in a plan. */
  async revision(plan: number): Promise<number> {
    const text = "SELECT max(seq) AS n FROM decision WHERE plan = ?";
    return (await sql.get<{ n: number | null }>(text, plan))?.n ?? 0;
  },
});

const decisionLists = (sql: Sql) => ({
  /** What was decided after a cursor, oldest first: what the ERP fetches. What awaits approval comes once it is approved. */
  async since(tenant: string, cursor: number, limit: number): Promise<(DecisionRow & { planId: string })[]> {
    return sql.all(
      `SELECT ${columns}, plan.id AS "planId" FROM decision AS d JOIN plan ON plan.seq = d.plan
       WHERE d.tenant = ? AND d.seq > ? AND coalesce(d.approval, '') <> 'awaiting' ORDER BY d.seq LIMIT ?`,
      tenant,
      cursor,
      limit,
    );
  },

  /** Orders of a tenant behind a decision's number, in the order in which they were decided; all, or those in a state. */
  async orders(tenant: string, after: number, limit: number, state?: OrderState): Promise<OrderRow[]> {
    const names = actionsOf(state);
    return sql.all(
      `SELECT ${columns}, plan.id AS "planId", coalesce(result.json, (
         SELECT later.json FROM result AS later JOIN plan AS kept ON kept.seq = later.plan
         WHERE later.item = d.item AND later.kind = 'suggestions' AND kept.tenant = d.tenant
         ORDER BY later.plan DESC LIMIT 1
       )) AS suggestion
       FROM decision AS d JOIN plan ON plan.seq = d.plan
       LEFT JOIN result ON result.plan = d.plan AND result.kind = 'suggestions' AND result.item = d.item
       WHERE d.tenant = ? AND d.seq > ? AND (d.action IN (${places(names)}) OR d.parts LIKE ?)
         AND coalesce(d.quantity, 0) > 0
         AND d.version = (SELECT max(version) FROM decision WHERE plan = d.plan AND item = d.item)
       ORDER BY d.seq LIMIT ?`,
      tenant,
      after,
      ...names,
      state === undefined ? "" : `%"state":"${state}"%`,
      limit,
    );
  },

  /** Some of the decisions that hold, of all plans of a tenant's current data, behind a decision's number, oldest first. */
  async standing(tenant: string, after: number, limit: number): Promise<StandingDecision[]> {
    return sql.all(
      `SELECT ${columns}, plan.as_of AS "asOf" FROM decision AS d JOIN plan ON plan.seq = d.plan
       WHERE d.tenant = ? AND d.seq > ? AND plan.standing = 1 AND d.action <> 'reset'
         AND d.version = (SELECT max(version) FROM decision WHERE plan = d.plan AND item = d.item)
       ORDER BY d.seq LIMIT ?`,
      tenant,
      after,
      limit,
    );
  },
});

const lockName = (plan: number): string => `decisions of ${plan}`;

const insertColumns =
  "tenant plan item version action quantity reason order_number date parts approval supplier who at".split(
    " ",
  );

interface Decided {
  readonly item: string;
  readonly version: number;
  readonly given: NewDecision;
}

/** Adds decisions whose versions are known; they come back in their order. */
async function added(
  tx: Sql,
  { tenant, plan, who, at }: { tenant: string; plan: number; who: string; at: number },
  rows: readonly Decided[],
): Promise<DecisionRow[]> {
  const before = (await tx.get<{ n: number | null }>("SELECT max(seq) AS n FROM decision"))?.n ?? 0;
  const values = rows.map(
    ({ item, version, given: { action, quantity, reason, order, date, parts, approval, supplier } }) => [
      ...[tenant, plan, item, version, action],
      ...[quantity ?? null, reason ?? null, order ?? null, date ?? null],
      ...[parts === undefined ? null : JSON.stringify(parts), approval ?? null, supplier ?? null, who, at],
    ],
  );
  await tx.insert("decision", insertColumns, values);
  // The plan as a sum: found by their numbers, not among all decisions of the plan.
  const text = `SELECT ${columns} FROM decision AS d WHERE d.seq > ? AND d.plan + 0 = ? ORDER BY d.seq`;
  return tx.all<DecisionRow>(text, before, plan);
}

const decisionAdding = (sql: Sql, now: () => number) => ({
  /** In a transaction: nobody else decides in the plan until it has ended. */
  async holdPlan(plan: number): Promise<void> {
    await sql.lock(lockName(plan));
  },

  /** Adds decisions whose versions are known, of a plan that is held; they come back in their order. */
  addAll: (tenant: string, plan: number, rows: readonly Decided[], who: string): Promise<DecisionRow[]> =>
    sql.transaction((tx) => added(tx, { tenant, plan, who, at: now() }, rows)),

  /** `expected` is the version that the decider saw; another one is a VersionError. */
  async add(
    tenant: string,
    plan: number,
    item: string,
    given: NewDecision,
    who: string,
    expected?: number,
  ): Promise<DecisionRow> {
    return sql.transaction(async (tx) => {
      await tx.lock(lockName(plan));
      const version = (await decisionReads(tx).current(plan, item))?.version ?? 0;
      if (expected !== undefined && expected !== version) throw new VersionError(version);
      const [row] = await added(tx, { tenant, plan, who, at: now() }, [
        { item, version: version + 1, given },
      ]);
      return row as DecisionRow;
    });
  },
});

/** Decisions are only ever added; the newest of an item and plan holds. */
export const decisionStore = (sql: Sql, now: () => number) => ({
  ...decisionReads(sql),
  ...decisionLists(sql),
  ...decisionAdding(sql, now),
});
