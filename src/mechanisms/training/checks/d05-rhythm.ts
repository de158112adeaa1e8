import { joinSentences, type Sentence } from '../../../platform/contract/public.ts'
import {
  type Check,
  defineCheck,
  type Evidence,
  failed,
  ground,
  notApplicable,
  passed,
  unavailable,
} from '../../../kernel/record/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { civilDateOf } from '../../../kernel/values/public.ts'
import { findClass } from '../classes/store.ts'
import { attendedClass } from './attended.ts'
import { type LiveClass, liveClass } from './live-signs.ts'
import { type BurstTerms, burstIn, equalIn, oneByOne, sameOrderDays } from './signing-rules.ts'
import { words } from './words.ts'

/** D05: people come as people do: not every second, not at one beat, not in one order every day. */
export const rhythmCheck: Check = defineCheck({
  id: 'D05',
  title: { zh: '签到的先后和间隔自然', en: 'People sign in as people do' },
  subject: 'class',
  moments: ['claim'],
  action: 'flag',
  onUnavailable: 'note',
  basis: ground('auditReport', '(随意编造上课记录)', 'on attendance that was made up'),
  async run({ tx, subjects }) {
    return Promise.all(
      subjects.map(async ({ id }) => {
        const row = await findClass(tx, id)
        const live = await liveClass(tx, id)
        if (!row || !live)
          return (await attendedClass(tx, id)) ? notApplicable(id, words.onPaper) : unavailable(id, words.noAttendance)
        const found = doubtsOf(live, parametersOn(tx.district, row.endsOn).get('attendance.signDoubts').value)
        if (found.length === 0) return passed(id, words.naturalRhythm)
        const sentence = joinSentences(found.map((each) => each.sentence))
        return failed(
          id,
          sentence,
          found.flatMap(({ evidence }) => evidence),
        )
      }),
    )
  },
})

type Doubt = { readonly sentence: Sentence; readonly evidence: readonly Evidence[] }

/** A class of many days says the same of many sessions: the first of each kind of doubt is told. */
function doubtsOf(live: LiveClass, terms: BurstTerms): Doubt[] {
  const found = new Map<string, Doubt>()
  const note = (kind: string, doubt: Doubt) => void (found.has(kind) || found.set(kind, doubt))
  const days = new Map<string, LiveClass['signs'][number][]>()
  for (const session of live.sessions) {
    const own = live.signs.filter(({ liveSessionId }) => liveSessionId === session.id)
    for (const kind of ['in', 'out'] as const) {
      const signs = oneByOne(own.filter((sign) => sign.kind === kind))
      const evidence = (signId: string) => [
        { label: words.liveSign, kind: 'live-sign', id: signId },
        { label: words.liveSession, kind: 'live-session', id: session.id },
      ]
      const burst = burstIn(signs, terms)
      if (burst)
        note('burst', {
          sentence: words.burst(
            secondOf(burst.first.signedAt),
            burst.count,
            terms.burst.fromSeconds,
            terms.burst.toSeconds,
          ),
          evidence: evidence(burst.first.id),
        })
      const equal = equalIn(signs, terms)
      if (equal)
        note('equal', {
          sentence: words.equalGaps(secondOf(equal.first.signedAt), equal.count),
          evidence: evidence(equal.first.id),
        })
    }
    const day = civilDateOf(session.businessAt)
    days.set(day, [...(days.get(day) ?? []), ...own])
  }
  const order = sameOrderDays([...days.values()].map(oneByOne), terms)
  if (order) {
    const evidence = live.sessions.map(({ id }) => ({ label: words.liveSession, kind: 'live-session', id }))
    note('order', {
      sentence: words.sameOrder(order.days, order.people),
      evidence: evidence.slice(0, terms.order.days),
    })
  }
  return [...found.values()]
}

/** Down to the second, Shanghai time. */
const secondOf = (at: Date) =>
  `${civilDateOf(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)}`
