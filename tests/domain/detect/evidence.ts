import type { PageEvidence } from '../../../lib/domain/detect/page-evidence.ts';

/** A page of which nothing is known but one text. */
export function evidenceOfText(): PageEvidence {
  return {
    linked: new Map(),
    proven: new Map(),
    coined: new Set(),
    context: 0,
    sure: 0,
    tags: new Set(),
    identity: null,
  };
}
