/** What the watchlist page does with files, for tests of the calls beneath it. */
import { type FileKind, readFile, writeFile } from '../../lib/domain/keep/file.ts';
import type { MergePreview } from '../../lib/domain/keep/merge.ts';
import type { ReaderData } from '../../lib/domain/keep/reader-data.ts';
import type { Result } from '../../lib/result.ts';

/** Text of the file that the reader would save; the failure's kind where nothing can be read. */
export async function savedText(kind: FileKind, read: () => Promise<Result<ReaderData>>): Promise<string> {
  const data = await read();
  return data.ok ? writeFile(kind, data.value, 0).text : data.failure.kind;
}

/** Reads a chosen file and hands its content on; a file that is refused is handed nowhere. */
export async function takeFile(
  kind: FileKind,
  text: string,
  hand: (data: ReaderData) => Promise<Result<MergePreview>>,
): Promise<Result<MergePreview>> {
  const file = readFile(kind, text, 0);
  return file.ok ? hand(file.value) : file;
}
