import { expect, it } from 'vitest'
import { PERMISSIONS_OF } from '../kernel/access/permissions.ts'
import { PAGES } from '../web/console/pages.ts'

/** Pages the auditor does not open: where somebody acts, or reads what is told to them alone. What comes of it is read elsewhere. */
const NOT_THE_AUDITORS = [
  // Queues and forms of who acts; their records are on the lists of classes, claims, notices, batches and letters.
  '/classes/queue',
  '/classes/new',
  '/claims/queue',
  '/claims/second-queue',
  '/claims/approvals',
  '/live',
  '/amendments',
  '/letters/new',
  '/agreements/new',
  '/public-notices/preview/:claimId',
  '/batches/new',
  '/history/import',
  '/history/beside',
  '/province/import',
  // A provider's own side of cases, findings and restrictions.
  '/cases/own',
  '/findings/own',
  '/restrictions/own',
]

it('opens every page of the console to the auditor but where one acts, or is told something', () => {
  const reads = new Set(PERMISSIONS_OF.auditor)
  const closed = PAGES.filter(({ may }) => may !== 'signed-in' && !reads.has(may)).map(({ path }) => path)
  expect(closed.toSorted()).toEqual(NOT_THE_AUDITORS.toSorted())
})

it('lets the auditor write nothing but findings and samples', () => {
  const writes = PERMISSIONS_OF.auditor.filter(
    (each) => !/\.(read|register|who|prove|verify|archive|person|employer)$/.test(each),
  )
  // The clock is that of a demonstration district.
  expect(writes.toSorted()).toEqual(['clock.move', 'finding.write', 'sample.draw'])
})
