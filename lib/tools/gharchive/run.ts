/** Runs query.sql over archive files with DuckDB: `node lib/tools/gharchive/run.ts <glob> <repos.csv>` prints JSON lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { BOT_WORDS } from '../../domain/activity/bots.ts';

export interface ArchiveWeek {
  projectId: string;
  /** ISO day of the Sunday on which the week starts. */
  week: string;
  /** Authors in the 28 days before the end of the week. */
  developers: number;
  /** null where pushes came without their commits. */
  commits: number | null;
}

/** The bot list as a pattern for DuckDB's regular expressions (RE2: no look-around, so the separators are consumed). */
export function botPattern(): string {
  const separator = '[-_.+ \\[\\]()]';
  return `(^|${separator})(${BOT_WORDS.join('|')})($|${separator})`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Weekly figures per project from archive files that match `glob`. Throws with DuckDB's words. */
export async function archiveWeeks(glob: string, reposCsv: string): Promise<ArchiveWeek[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    // No downloads of extensions: what the query needs is built in.
    await connection.run('SET autoinstall_known_extensions = false');
    for (const [name, value] of [
      ['files', glob],
      ['repos', reposCsv],
      ['bots', botPattern()],
    ] as const) {
      await connection.run(`SET VARIABLE ${name} = ${quoted(value)}`);
    }
    const result = await connection.runAndReadAll(readFileSync(join(import.meta.dirname, 'query.sql'), 'utf8'));
    return result.getRowObjects().map((row) => ({
      projectId: String(row.project_id),
      week: String(row.week),
      developers: Number(row.developers),
      commits: row.commits === null ? null : Number(row.commits),
    }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

if (import.meta.main) {
  const [glob, repos] = process.argv.slice(2);
  if (!glob || !repos) throw new Error('usage: node lib/tools/gharchive/run.ts <glob of archive files> <repos.csv>');
  for (const row of await archiveWeeks(glob, repos)) process.stdout.write(`${JSON.stringify(row)}\n`);
}
