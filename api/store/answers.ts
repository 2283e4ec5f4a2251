import type { Issue } from "../../src/index.ts";
import type { Sql } from "./database.ts";

/** A question that a file raised, and what was answered. */
interface AskedQuestion {
  readonly id: string;
  readonly candidates: readonly string[];
  readonly code: string;
  readonly answer: string | null;
  readonly issue: Issue;
}

/** Questions of a tenant's files and their answers, which hold for all later files of the same form. */
export const answerStore = (sql: Sql) => ({
  /** Keeps the questions among some issues; the newest wording of a question stands. */
  ask(tenant: string, issues: readonly Issue[]): void {
    for (const issue of issues) {
      if (issue.question === undefined) continue;
      const text = `INSERT INTO question (tenant, id, issue) VALUES (?, ?, ?)
        ON CONFLICT (tenant, id) DO UPDATE SET issue = excluded.issue`;
      sql.run(text, tenant, issue.question.id, JSON.stringify(issue));
    }
  },

  /** Open questions that a plan of everything current did not raise have become idle: a file alone had asked them. */
  forgetIdle(tenant: string, raised: readonly Issue[]): void {
    const kept = new Set(raised.flatMap(({ question }) => (question === undefined ? [] : [question.id])));
    for (const { id, answer } of this.questions(tenant))
      if (answer === null && !kept.has(id))
        sql.run("DELETE FROM question WHERE tenant = ? AND id = ?", tenant, id);
  },

  /** Answers questions, for this and all later files; null takes an answer back. */
  set(tenant: string, answers: Readonly<Record<string, string | null>>): void {
    for (const [question, candidate] of Object.entries(answers)) {
      if (candidate === null)
        sql.run("DELETE FROM answer WHERE tenant = ? AND question = ?", tenant, question);
      else
        sql.run(
          "INSERT INTO answer (tenant, question, candidate) VALUES (?, ?, ?) ON CONFLICT (tenant, question) DO UPDATE SET candidate = excluded.candidate",
          tenant,
          question,
          candidate,
        );
    }
  },

  /** Chosen candidate by question. */
  answers(tenant: string): Record<string, string> {
    const rows = sql.all<{ question: string; candidate: string }>(
      "SELECT question, candidate FROM answer WHERE tenant = ? ORDER BY question",
      tenant,
    );
    return Object.fromEntries(rows.map(({ question, candidate }) => [question, candidate]));
  },

  /** Every question that was raised, with its answer (null: open). */
  questions(tenant: string): AskedQuestion[] {
    const answers = this.answers(tenant);
    return sql
      .all<{ id: string; issue: string }>(
        "SELECT id, issue FROM question WHERE tenant = ? ORDER BY id",
        tenant,
      )
      .map(({ id, issue }) => {
        const asked = JSON.parse(issue) as Issue;
        const candidates = asked.question?.candidates ?? [];
        return { id, candidates, code: asked.code, answer: answers[id] ?? null, issue: asked };
      });
  },
});
