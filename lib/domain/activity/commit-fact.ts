/** What is kept of one commit: enough to decide whether it counts, and whose it is. No names, no e-mail addresses. */
export interface CommitFact {
  sha: string;
  /** Number of parents; two or more is a merge. */
  parents: number;
  /** Tree hash; '' where the source does not give it. */
  tree: string;
  /** Tree hash of the first parent; null where there is no parent or it is not known. */
  parentTree: string | null;
  /** Author key, see author-key.ts. */
  author: string;
  bot: boolean;
  /** Unix s. */
  authoredAt: number;
  /** Unix s; the date that every window uses. */
  committedAt: number;
  /** Fingerprint of the message's first line (see headlineKey), for moves and repeated messages. */
  headline?: string;
  /** False where GitHub links the commit to no account; absent where the source can't tell. */
  linked?: boolean;
}
