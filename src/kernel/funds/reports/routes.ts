import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import { whoOf } from '../../access/public.ts'
import { listPersons } from '../../people/public.ts'
import { recordAct } from '../../record/public.ts'
import { civilDateOf, withoutLongNumbers } from '../../values/public.ts'
import { listClaimsById } from '../claims/store.ts'
import { answerReport, countReports, type ListedReport, listReports } from './contract.ts'
import { answerDays, dueOn } from './making.ts'
import { countReports as count, findReport, insertAnswer, listReports as list, type Report } from './store.ts'
import { words } from './words.ts'

const DAY_MS = 86_400_000

const overdueBefore = (tx: Tx) => new Date(tx.now.getTime() - (answerDays(tx) + 1) * DAY_MS)

/** The bureau's side of what residents report. */
export function reportRoutes(): Route[] {
  return [
    route(listReports, async ({ tx, query }) => {
      const { state, after, limit } = query
      const rows = await list(tx, { state, overdueBefore: overdueBefore(tx) }, { after, limit: limit + 1 })
      const items = await shown(tx, rows.slice(0, limit))
      return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null }
    }),

    route(countReports, async ({ tx }) => count(tx, overdueBefore(tx))),

    route(answerReport, async ({ tx, actor, params, body, now, newId }) => {
      const report = await findReport(tx, params.reportId)
      if (!report) throw new Problem('not-found', words.missing)
      if (report.answer) throw new Problem('conflict', words.answeredAlready)

      const text = withoutLongNumbers(body.answer)

      await insertAnswer(tx, {
        reportId: report.id,
        text,
        answeredBy: actor.personId,
        accountId: actor.accountId,
        at: now,
      })
      const { id: subjectId } = report
      const act = { act: 'report.answered', subjectKind: 'person-report', subjectId }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { number: report.number } })
      return { number: report.number }
    }),
  ]
}

async function shown(tx: Tx, reports: readonly Report[]): Promise<ListedReport[]> {
  const persons = await listPersons(
    tx,
    reports.map(({ personId }) => personId),
  )
  const claims = await listClaimsById(
    tx,
    reports.map(({ claimId }) => claimId),
  )
  const who = await whoOf(
    tx,
    reports.flatMap(({ answer }) => (answer ? [answer.accountId] : [])),
  )
  const today = civilDateOf(tx.now)
  return reports.map((report) => {
    const { id, number, kind, said, personId, claimId, decisionId, businessAt, answer } = report
    const claim = claims.get(claimId)
    const by = answer && who(answer.accountId)
    return {
      id,
      number,
      kind,
      said,
      maskedName: persons.get(personId)?.maskedName ?? '*',
      maskedIdentity: persons.get(personId)?.maskedIdentity ?? '',
      decisionId,
      claim: { id: claimId, number: claim?.number ?? '', title: claim?.title ?? '' },
      madeAt: businessAt.toISOString(),
      dueOn: dueOn(tx, report),
      isOverdue: answer === null && dueOn(tx, report) < today,
      answer:
        answer && by
          ? {
              text: answer.text,
              by: { zh: `${by.post.zh} ${by.name}`, en: `${by.post.en} ${by.name}` },
              at: answer.at.toISOString(),
            }
          : null,
    }
  })
}
