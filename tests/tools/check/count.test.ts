import { describe, expect, it } from 'vitest';
import { countVitest, lintComplaints } from '../../../lib/tools/check/count.ts';

describe('countVitest', () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });
  it.each([
    [
      'all pass',
      { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3)] },
      true,
      { passed: 3, failed: 0 },
    ],
    [
      'one fails',
      { numPassedTests: 2, numFailedTests: 1, testResults: [file('failed', 3)] },
      false,
      { passed: 2, failed: 1 },
    ],
    [
      'a file does not load',
      { numPassedTests: 2, numFailedTests: 0, testResults: [file('failed', 0)] },
      false,
      { passed: 2, failed: 1 },
    ],
    [
      'an error outside of a test',
      { numPassedTests: 2, numFailedTests: 0, testResults: [] },
      false,
      { passed: 2, failed: 1 },
    ],
    ['there is no report', undefined, false, { passed: 0, failed: 1 }],
  ])('returns the counts when %s', (_, report, endedWell, expected) => {
    expect(countVitest(report, endedWell)).toEqual(expected);
  });
});

describe('lintComplaints', () => {
  it('returns errors and warnings, not notices', () => {
    const report = {
      errors: [{ code: 'E', message: 'bad', file: 'a.js' }],
      warnings: [{ code: 'W', message: 'doubtful' }],
      notices: [{ code: 'N', message: 'by the way' }],
    };
    expect(lintComplaints(`noise\n${JSON.stringify(report)}`)).toEqual(['E a.js: bad', 'W : doubtful']);
  });
  it.each(['', 'no json here', '{"errors": 1', '{"hello": 1}'])('returns undefined when the text is %j', (text) => {
    expect(lintComplaints(text)).toBeUndefined();
  });
});
