import type { Issue } from "../../src/index.ts";
import type { Sql } from "./sql.ts";

/** A question that a file raised, and what was answered. */
interface AskedQuestion {
  readonly id: string;
  readonly candidates: readonly string[];
  readonly code: string;
  readonly answer: string | null;
  readonly issue: Issue;
}

const answerReads = (sql: Sql) => ({
  /** Chosen candidate by question. */
  async answers(tenant: string): Promise<Record<string, string>> {
    const rows = await sql.all<{ question: string; candidate: string }>(
      "SELECT question, candidate FROM answer WHERE tenant = ? ORDER BY question",
      tenant,
    );
    return Object.fromEntries(rows.map(({ question, candidate }) => [question, candidate]));
  },

  /** Every question that was raised, with its answer (null: open). */
  async questions(tenant: string): Promise<AskedQuestion[]> {
    const answers = await this.answers(tenant);
    const text = "SELECT id, issue FROM question WHERE tenant = ? ORDER BY id";
    const rows = await sql.all<{ id: string; issue: string }>(text, tenant);
    return rows.map(({ id, issue }) => {
      const asked = JSON.parse(issue) as Issue;
      const candidates = asked.question?.candidates ?? [];
      return { id, candidates, code: asked.code, answer: answers[id] ?? null, issue: asked };
    });
  },
});

const answerChanges = (sql: Sql) => ({
  /** Keeps the questions among some issues; the newest wording of a question stands. */
  async ask(tenant: string, issues: readonly Issue[]): Promise<void> {
    const text = `INSERT INTO question (tenant, id, issue) VALUES (?, ?, ?)
      ON CONFLICT (tenant, id) DO UPDATE SET issue = excluded.issue`;
    await sql.transaction(async (tx) => {
      for (const issue of issues)
        if (issue.question !== undefined)
          await tx.run(text, tenant, issue.question.id, JSON.stringify(issue));
    });
  },

  /** Open questions that a plan of everything current did not raise have become idle: a file alone had asked them. */
  async forgetIdle(tenant: string, raised: readonly Issue[]): Promise<void> {
    const kept = new Set(raised.flatMap(({ question }) => (question === undefined ? [] : [question.id])));
    await sql.transaction(async (tx) => {
      for (const { id, answer } of await answerReads(tx).questions(tenant))
        if (answer === null && !kept.has(id))
          await tx.run("DELETE FROM question WHERE tenant = ? AND id = ?", tenant, id);
    });
  },

  /** Answers questions, for this and all later files; null takes an answer back. */
  async set(tenant: string, answers: Readonly<Record<string, string | null>>): Promise<void> {
    const text = `INSERT INTO answer (tenant, question, candidate) VALUES (?, ?, ?)
      ON CONFLICT (tenant, question) DO UPDATE SET candidate = excluded.candidate`;
    await sql.transaction(async (tx) => {
      for (const [question, candidate] of Object.entries(answers)) {
        if (candidate === null)
          await tx.run("DELETE FROM answer WHERE tenant = ? AND question = ?", tenant, question);
        else await tx.run(text, tenant, question, candidate);
      }
    });
  },
});

/** Questions of a tenant's files and their answers, which hold for all later files of the same form. */
export const answerStore = (sql: Sql) => ({ ...answerReads(sql), ...answerChanges(sql) });
