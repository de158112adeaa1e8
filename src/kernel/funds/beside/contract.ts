import { z } from 'zod'
import { CivilDateText, endpoint, FenText, Id, named, None, UploadQuery } from '../../../platform/contract/public.ts'
import { columnsSaid } from '../mapping/columns-said.ts'
import { KINDS, MEANINGS, SIDE_STATES } from './rules.ts'

const Days = UploadQuery.extend({
  from: named(CivilDateText, '开始日期', 'first day'),
  to: named(CivilDateText, '结束日期', 'last day'),
})

const Side = z.object({ amountFen: FenText, state: z.enum(SIDE_STATES).nullable() })

export const DifferenceShown = z.object({
  /** Names the difference as it is now. */
  key: z.string(),
  kind: z.enum(KINDS),
  maskedName: z.string(),
  maskedIdentity: z.string(),
  row: z.int().nullable(),
  old: Side.nullable(),
  ours: Side.extend({ claimId: Id, claimNumber: z.string(), position: z.int() }).nullable(),
  reason: z.string().nullable(),
})
export type DifferenceShown = z.infer<typeof DifferenceShown>

export const OldColumnAsked = z.object({
  column: z.string(),
  heading: z.string(),
  key: z.string(),
  meaning: z.enum(MEANINGS).nullable(),
  said: z.enum(['known', 'remembered', 'unknown', 'ambiguous']),
  samples: z.array(z.string()),
})
export type OldColumnAsked = z.infer<typeof OldColumnAsked>

export const OldListAnswer = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('compared'),
    rows: z.int(),
    oldFen: FenText,
    due: z.int(),
    dueFen: FenText,
    agreeing: z.int(),
    openCount: z.int(),
    settledCount: z.int(),
    /** Rows whose state is in words that are not known. */
    unreadStates: z.int(),
    differences: z.array(DifferenceShown),
    isWhole: z.boolean(),
  }),
  z.object({ outcome: z.literal('columns'), columns: z.array(OldColumnAsked), missing: z.array(z.enum(MEANINGS)) }),
])
export type OldListAnswer = z.infer<typeof OldListAnswer>

/** A POST, because a file comes with it; of the file nothing is kept. */
export const compareOldList = endpoint({
  method: 'POST',
  path: '/funds/beside',
  may: 'history.write',
  summary:
    'Compare an old list with the claims of some days: people, amounts, states; or learn which columns must be explained first',
  params: None,
  query: Days,
  body: None,
  upload: true,
  returns: OldListAnswer,
})

export const exportDifferences = endpoint({
  method: 'POST',
  path: '/funds/beside/workbook',
  may: 'history.write',
  summary: 'The same differences, all of them, as a workbook; names and numbers masked',
  params: None,
  query: Days,
  body: None,
  upload: true,
  returns: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const rememberOldColumns = endpoint({
  method: 'PUT',
  path: '/funds/beside/mappings',
  may: 'history.write',
  summary: 'Say once what the columns of an old list mean; the next one with these headings is read so',
  params: None,
  query: None,
  body: columnsSaid(MEANINGS),
  returns: z.object({ saved: z.int() }),
})

export const settleDifference = endpoint({
  method: 'POST',
  path: '/funds/beside/settlements',
  may: 'history.write',
  summary: 'Write why a difference is none any more; it opens again when either side says otherwise',
  params: None,
  query: None,
  body: z.object({
    key: named(z.string().regex(/^[0-9a-f]{64}$/), '差异的标识', 'key of the difference'),
    kind: named(z.enum(KINDS), '差异', 'difference'),
    reason: named(z.string().trim().min(2).max(200), '原因', 'reason'),
  }),
  returns: None,
})
