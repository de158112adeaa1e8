import type { Sentence } from '../../../platform/contract/public.ts'
import type { Trail } from '../../record/public.ts'
import { formatYuan } from '../../values/public.ts'
import { listCameBack } from '../acts/store.ts'
import { words as actWords } from '../acts/words.ts'
import { listClaimsOnLine } from '../claims/store.ts'
import { fundNames } from './routes.ts'
import { LINE_ACCOUNTS } from './rules.ts'
import { findLine } from './store.ts'
import { ACCOUNT_WORDS, words } from './words.ts'

const cameBack = {
  'line-hold': actWords.backToLine,
  'recovery-receipt': { zh: '追回到账', en: 'Came back' },
} as const

/** A line's newest claims; its page lists them all. */
const NEWEST = 200

/** Where a claim's money comes from. A line is the bureau's: no provider's account sees it. */
export const budgetLineTrail: Trail = {
  kind: 'budget-line',
  async describe(tx, id) {
    const line = await findLine(tx, id)
    if (!line) return undefined
    const fund = (await fundNames(tx)).get(line.fund) ?? { zh: line.fund, en: line.fund }
    const yuan = (fen: bigint): Sentence => ({ zh: `${formatYuan(fen)} 元`, en: `¥${formatYuan(fen)}` })
    const plain = (text: string): Sentence => ({ zh: text, en: text })
    const claims = await listClaimsOnLine(tx, id, NEWEST)
    const back = await listCameBack(tx, id, NEWEST)
    return {
      kind: 'budget-line',
      id,
      organisationId: null,
      title: { zh: `预算项目 ${line.name}(${line.year})`, en: `Budget line ${line.name} (${line.year})` },
      says: [
        { label: words.fund, value: fund },
        { label: words.document, value: plain(line.document) },
        { label: ACCOUNT_WORDS.appropriated, value: yuan(line.appropriatedFen) },
        ...LINE_ACCOUNTS.map((account) => ({ label: ACCOUNT_WORDS[account], value: yuan(line[`${account}Fen`]) })),
      ],
      restsOn: [
        ...claims.map((claim) => ({
          kind: 'claim',
          id: claim.id,
          title: { zh: `申领单 ${claim.number}`, en: `Claim ${claim.number}` },
        })),
        ...back.map(({ kind, id: of, amountFen }) => ({
          kind,
          id: of,
          title: actWords.act(cameBack[kind], formatYuan(amountFen)),
        })),
      ],
      leadsTo: [],
    }
  },
}
