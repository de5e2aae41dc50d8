/** English words of the welcome page. */
export const welcome = {
  'welcome.title': 'Read on. Check as you go.',
  'welcome.lead':
    'Roadmark marks the crypto projects that a page names. Rest the pointer on a mark to see what can be checked: does the project publish a dated roadmap, does it keep its dates, who still builds it.',
  'welcome.sample.before': 'Among liquid staking protocols,',
  'welcome.sample.after': 'is named in most surveys of the sector.',
  'welcome.sample.caption':
    'A sample: these figures come from the snapshot that is part of Roadmark. No request was made.',
  'welcome.sample.live': 'A sample with the figures that are known of this project now.',
  'welcome.step.marks':
    'Two marks stand above the name: the square for the code, the diamond for the roadmap. Their shape tells the verdict, not their colour alone.',
  'welcome.step.card': 'Rest the pointer on the name, press Enter on the mark, or tap it: the card opens.',
  'welcome.step.rows': 'Each figure opens to what was read for it, and when.',
  'welcome.step.watch':
    '“Watch” keeps the project and shows what changed: a verdict, a promised date. If you like, a notification tells you too.',
  'welcome.promises': 'What you can rely on',
  'welcome.promise.local': 'Nothing leaves this device because you read a page. Names are matched here.',
  'welcome.promise.ask': 'GitHub is asked only about a project that you hover, open or watch.',
  'welcome.promise.log': 'Every request stands in a log that you can read in Options.',
  'welcome.promise.facts':
    'Facts with their source and age. No prices, no advice, and “unknown” is never shown as zero.',
  'welcome.grants': 'Where it works',
  'welcome.grants.body':
    'It works at once on about 80 reading sites: aggregators, GitHub, exchanges’ articles and news in English, Arabic and Chinese. If you want it elsewhere, say so here; you can take it back in Options.',
} as const;
