// The house's import rules: no import from a file like `from` to a file like `to`. Each has the sentence it defends.
const KERNEL = [
  'values',
  'record',
  'reference',
  'people',
  'access',
  'credentials',
  'marking',
  'policy',
  'integrity',
  'funds',
]
const MECHANISMS = ['training', 'incentives', 'service']

const TEST = '(\\.test\\.tsx?|/testing\\.ts|/testing/)'
/** What another room may be entered by: its public list, its pure files (pure files may use nothing else), and, from tests, its builders. */
const DOORS = '/(public|contract|rules|words)\\.ts$'
/** A shell shows a room's pages. */
const PAGES = '(Page|Form|Panel)\\.tsx$'
const PURE = '/(contract|rules|words)\\.ts$'
/** React pages and what they share; `*.html.tsx` is rendered on the server. */
const BROWSER = ['^src/platform/ui/', '^src/web/console/', '(?<!\\.html)\\.tsx$']
const SERVER_ONLY = '/(store|routes|room|testing|load|public)\\.ts$'

const order = KERNEL.map((room, rank) => ({
  name: `kernel-${room}-imports-downward`,
  comment: `kernel/${room} may use only the rooms below it: ${KERNEL.slice(0, rank).join(', ') || 'none'}`,
  from: { path: `^src/kernel/${room}/`, pathNot: TEST },
  to: { path: `^src/kernel/(${KERNEL.slice(rank + 1).join('|') || '$.'})/` },
}))

const apart = MECHANISMS.map((mechanism) => ({
  name: `${mechanism}-meets-the-others-in-the-kernel`,
  comment: 'mechanisms never import one another',
  from: { path: `^src/mechanisms/${mechanism}/` },
  to: { path: `^src/mechanisms/(${MECHANISMS.filter((other) => other !== mechanism).join('|')})/` },
}))

const doors = KERNEL.map((room) => ({
  name: `${room}-is-entered-by-its-door`,
  comment: `kernel/${room} is entered by its public.ts, or by a pure file (contract, rules, words), only`,
  from: {
    pathNot: [`^src/kernel/${room}/`, '^src/server/', TEST, '^(demo|bench|e2e|tools)/'],
  },
  to: { path: `^src/kernel/${room}/`, pathNot: [DOORS, PAGES] },
}))

export const FORBIDDEN = [
  ...order,
  ...apart,
  ...doors,
  {
    name: 'platform-knows-nothing-above-it',
    comment: 'platform is plumbing: it imports no room',
    from: { path: '^src/platform/' },
    to: { path: '^(src/(kernel|mechanisms|insight|web|server)|demo|bench|e2e)' },
  },
  {
    name: 'kernel-knows-no-mechanism',
    comment: 'what would be an upward call is a registration in room.ts',
    from: { path: '^src/kernel/' },
    to: { path: '^src/(mechanisms|insight|web|server)' },
  },
  {
    name: 'mechanisms-know-no-shell',
    comment: 'pages are gathered by the shells, not the other way round',
    from: { path: '^src/(mechanisms|insight)/' },
    to: { path: '^src/(web|server)' },
  },
  {
    name: 'pure-files-are-pure',
    withinRoomToo: SERVER_ONLY,
    runtimeOnly: true,
    comment: 'contract.ts, rules.ts and words.ts run anywhere: no Node, no database, no React',
    from: { path: PURE, pathNot: ['^src/platform/http/'] },
    to: {
      path: [
        '^src/platform/(?!contract/|office/(grid|header)\\.ts)',
        '^src/kernel/(?!values/|[a-z]+/(contract|rules|words)\\.ts)',
        '^node_modules/(pg|kysely|fastify|react|antd)',
        SERVER_ONLY,
      ],
      pathNot: ['^src/platform/(contract|office|ui)/', '^src/kernel/values/public\\.ts'],
    },
  },
  {
    name: 'pure-files-use-no-node',
    comment: 'contract.ts, rules.ts and words.ts run in the browser too',
    from: { path: PURE },
    to: { core: true },
  },
  {
    name: 'browser-code-sees-no-server',
    comment: 'pages see contracts, rules, words, values and platform/ui',
    from: { path: BROWSER, pathNot: ['\\.test\\.tsx?$', '^src/web/(public|field)/'] },
    to: {
      path: ['^src/platform/(db|http|files|office|crypto|outbox|clock|numbering|testing)/', SERVER_ONLY, '^src/server'],
      pathNot: ['^src/kernel/values/public\\.ts', '^src/platform/(ui|contract)/public\\.ts'],
    },
  },
  {
    name: 'browser-code-uses-no-node',
    comment: 'a built browser bundle contains no server code',
    from: { path: BROWSER, pathNot: ['\\.test\\.tsx?$', '^src/web/(public|field)/'] },
    to: { core: true },
  },
  { name: 'nothing-missing', comment: 'every import leads somewhere', from: {}, to: { missing: true } },
]
