/** Answers a claim from reports and baselines: supported, contradicted or not checkable, with the figures beside it. */
import { answerDevelopers } from './answer-developers.ts';
import { answerEvent } from './answer-events.ts';
import { answerRelease, answerRoadmap } from './answer-releases.ts';
import type { ClaimAnswer, ClaimFacts } from './answer-types.ts';
import type { Claim } from './types.ts';

/** Never more than the data says: what is unknown, too old, too few or too close makes a claim not checkable. */
export function answerClaim(claim: Claim, facts: ClaimFacts): ClaimAnswer {
  switch (claim.predicate) {
    case 'developers':
      return answerDevelopers(claim, facts);
    case 'release':
      return answerRelease(claim, facts);
    case 'roadmap':
      return answerRoadmap(claim, facts);
    default:
      return answerEvent(claim, facts);
  }
}
