/** English words of Options: notifications, quiet hours and the count on the toolbar. */
export const notices = {
  'options.notices': 'Notifications',
  'options.notices.body':
    'Roadmark can tell you when the verdict of a watched project changes or a promised date moves, after two reads have shown it. Each project has its own switch in the watchlist.',
  'options.notices.on': 'Show notifications',
  'options.notices.denied': 'The browser does not allow notifications for Roadmark, so none is shown.',
  'options.notices.allow': 'Allow notifications',
  'options.notices.quiet': 'Quiet hours: tell me afterwards, all in one',
  'options.notices.from': 'From',
  'options.notices.to': 'Until',
  'options.toolbarCount': 'Show the number of this page’s projects on the toolbar button',
} as const;
