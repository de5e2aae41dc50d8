/** What badges are given and what their accessible name must be. */
const base = {
  name: 'Uniswap',
  codeVerdict: 'steady',
  roadmapVerdict: 'slipping',
  activeDevelopers: 12,
  drawdown: 0.31,
};

export const BADGE_TEST_FACTS = [
  { facts: base, expected: 'Uniswap: 12 active developers, 31% below peak; roadmap slipping' },
  {
    facts: { ...base, codeVerdict: 'falling' },
    expected: 'Uniswap: 12 active developers, 31% below peak; roadmap slipping; code falling',
  },
  {
    facts: { ...base, activeDevelopers: 1, drawdown: null },
    expected: 'Uniswap: 1 active developer; roadmap slipping',
  },
  { facts: { ...base, drawdown: 0 }, expected: 'Uniswap: 12 active developers, at its peak; roadmap slipping' },
  {
    facts: { ...base, codeVerdict: 'archived', activeDevelopers: null, drawdown: null, roadmapVerdict: 'none found' },
    expected: 'Uniswap: roadmap none found; code archived',
  },
  {
    facts: {
      ...base,
      codeVerdict: 'not checked',
      roadmapVerdict: 'not checked',
      activeDevelopers: null,
      drawdown: null,
    },
    expected: 'Uniswap: not checked yet',
  },
];
