import type { CalendarEntry } from "../../src/index.ts";
import { VersionError } from "./decisions.ts";
import type { Sql } from "./sql.ts";

/** A row of the calendar that stands for all plans. */
export interface CalendarRow extends Pick<CalendarEntry, "from" | "to" | "kind"> {
  readonly scope?: string | undefined;
  readonly item?: string | undefined;
  readonly supplier?: string | undefined;
  readonly state?: string | undefined;
  readonly factor?: number | undefined;
}

/** What every plan of a tenant is made with, unless it is asked for otherwise. */
export interface Settings {
  readonly config: Readonly<Record<string, unknown>>;
  readonly calendar: readonly CalendarRow[];
  /** Value in the firm's currency above which somebody else approves what was accepted; absent: nobody needs to. */
  readonly approveAbove?: number;
}

export interface SettingsRow extends Settings {
  /** Counts the changes; 0 while nothing was ever set. */
  readonly version: number;
  readonly who: string | null;
  readonly at: number | null;
}

interface Row {
  readonly version: number;
  readonly settings: string;
  readonly who: string;
  readonly at: number;
}

const settingReads = (sql: Sql) => ({
  /** The settings of a tenant; version 0 where none were ever set. */
  async get(tenant: string): Promise<SettingsRow> {
    const row = await sql.get<Row>("SELECT version, settings, who, at FROM setting WHERE tenant = ?", tenant);
    if (row === undefined) return { version: 0, config: {}, calendar: [], who: null, at: null };
    const { settings, ...rest } = row;
    return { ...rest, ...(JSON.parse(settings) as Settings) };
  },

  /** Owners that a caller answers for. */
  async ownersOf(tenant: string, who: string): Promise<string[]> {
    const row = await sql.get<{ owners: string }>(
      "SELECT owners FROM responsible WHERE tenant = ? AND who = ?",
      tenant,
      who,
    );
    return row === undefined ? [] : (JSON.parse(row.owners) as string[]);
  },
});

const settingChanges = (sql: Sql, now: () => number) => ({
  /** Replaces them. With an expected version a VersionError when somebody changed them in between. */
  async set(tenant: string, settings: Settings, who: string, expected?: number): Promise<SettingsRow> {
    return sql.transaction(async (tx) => {
      await tx.lock(`setting ${tenant}`);
      const { version } = await settingReads(tx).get(tenant);
      if (expected !== undefined && expected !== version) throw new VersionError(version);
      await tx.run(
        `INSERT INTO setting (tenant, version, settings, who, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (tenant) DO UPDATE SET version = excluded.version, settings = excluded.settings, who = excluded.who, at = excluded.at`,
        tenant,
        version + 1,
        JSON.stringify(settings),
        who,
        now(),
      );
      return settingReads(tx).get(tenant);
    });
  },

  /** Replaces them. */
  async setOwners(tenant: string, who: string, owners: readonly string[]): Promise<void> {
    await sql.run(
      "INSERT INTO responsible (tenant, who, owners) VALUES (?, ?, ?) ON CONFLICT (tenant, who) DO UPDATE SET owners = excluded.owners",
      tenant,
      who,
      JSON.stringify(owners),
    );
  },
});

/** Standing settings of each tenant, and the owners (buyers, planners) that each caller answers for. */
export const settingStore = (sql: Sql, now: () => number) => ({
  ...settingReads(sql),
  ...settingChanges(sql, now),
});
