/** English words of claims: alternatives of a regular expression, lower case, matched as whole words. Published as they are. */
export const EN = {
  developers: 'developers?|devs|dev (?:count|base|activity)|contributors?|coders?',
  active: 'active|actively|monthly',
  otherMeasure:
    '(?:price|token|wage|fee|volume|revenue|user|subscriber|holder|unlock|yield|(?:in|out)flow|share|stock)s?|salar(?:y|ies)|tvl|value locked|trading|market cap|capitali[sz]ation|supply',
  down: 'f[ea]ll(?:en|s|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|down|lost|los(?:e|es|ing)|shed|shrank|shrunk|slid|slipped|plunged?|tumbled|below|beneath|under|lower|fewer|less|off|reduc(?:ed|tion)|cut|contract(?:ed|ion)|collapsed?|cratered|bled|slump(?:ed)?|shrink(?:s|ing)?|have left|has left|departed|gone quiet',
  up: 'r[io]se[sn]?|rising|gr[eo]w(?:n|s|th|ing)?|increas(?:e|es|ed|ing)|up|gain(?:s|ed|ing)?|jump(?:ed)?|climbed|surged?|soared|added|more|higher|above|expanded',
  half: 'half|halved',
  doubled: 'doubled',
  peak: 'peaks?|all-?time high|record high|high point|highs?',
  yearAgo:
    '(?:a|one) year ago|(?:past|last|previous|over the) year|year[ -]o(?:ver|n)[ -]year|yoy|(?:in|within|over|during) (?:a|one) year|annually|(?:twelve|12) months',
  yearStart: 'this year|year to date|ytd|since january',
  quarterAgo: '(?:past|last|previous) (?:quarter|three months|3 months)|quarter over quarter|qoq',
  monthAgo: '(?:past|last|previous) (?:month|four weeks|28 days)|month over month',
  field:
    'crypto(?:currency|currencies)?|blockchains?|digital[ -]assets?|web3|(?:the|our|this) (?:crypto )?(?:industry|space) of digital assets',
  mainnet: 'main-?\\s?nets?|main network',
  testnet: 'test-?\\s?nets?|test network|devnets?',
  audit: 'audits?|audited|auditing|security review',
  funding:
    'rais(?:ed|es|ing) (?:\\$|€|over|more|about|around|nearly|a |an |another|\\d)|funding|fundrais\\w*|series [a-e]|seed (?:round|funding)|pre-seed|token sale|financing',
  roadmap: 'road-?\\s?maps?',
  release:
    'releases|(?:new|latest|stable|major|first|next|last|any|no|a|its|software|single) release|(?:new|newest|latest) version|version \\d[\\d.]*|v\\d+(?:\\.\\d+)+',
  launch:
    'launch(?:es|ed|ing)?|(?:went|go(?:es|ing)?|is) live|rolled out|roll out|shipped|ships?|unveil(?:s|ed)?|released|deployed',
  done: 'launch(?:ed|es)?|went live|live|opened|started|deployed|completed?|finished|passed|published|shipped|released|closed|delivered|underwent|audited|auditing|flipped the switch|arriv(?:ed|es)|debuted|kicked off|landed|wrapped up|emerged from|came online|came out of|rolled out|has been live',
  future:
    "will|plan(?:s|ned|ning)?|scheduled|expect(?:s|ed)?|upcoming|aims?|target(?:s|ed)?|intends?|due|set to|slated|postponed|delayed|pushed (?:back )?to|rescheduled|going to|to launch|on track|pencill?ed in|eyes|eyeing|'ll",
  negation:
    "not|no|never|without (?:an? |any )?(?:audit|mainnet|testnet|release|launch|road|security)\\w*|hasn't|haven't|didn't|did not|yet to|failed to",
  overdue: 'overdue|late|missed|behind schedule|past due|slipped',
  delivered: 'delivered|completed?|finished|achieved|done|shipped|met|fulfilled',
  condition: 'if|unless|suppose|whether|imagine',
  poll: 'polled|surveyed|survey|respondents?|interviewed|questioned|asked whether',
  split: 'while|whereas|but|although|though|however',
} as const;
export type WordClass = keyof typeof EN;
