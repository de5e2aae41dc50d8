/** English words of Options: the sync through the browser's account storage. */
export const sync = {
  'options.sync': 'Sync between your machines',
  'options.sync.body':
    'Carries which projects you watch, and their tags, through your browser’s own account storage. Notes, your own projects and everything else stay on this machine. Off unless you switch it on.',
  'options.sync.on': 'Sync watched projects and tags',
  'options.sync.first': 'Switching on brings both sides together and removes nothing.',
  'options.sync.state':
    '{n} project in the account ({percent} of its room), last {ago}.|{n} projects in the account ({percent} of its room), last {ago}.',
  'options.sync.now': 'Sync now',
  'options.sync.forget': 'Switch off and remove from the account',
  'options.sync.failed.full':
    'The account storage has no room for all of it, so nothing new was sent. Everything is kept on this machine.',
  'options.sync.failed.rate':
    'The browser allows no more writes for the moment. It is tried again within half an hour.',
  'options.sync.failed.none': 'This browser offers no account storage to extensions, or it is switched off.',
} as const;
