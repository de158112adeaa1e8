import { whoOf } from '../../access/public.ts'
import type { Trail } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { pageWords } from './page-words.ts'
import { stateOf } from './rules.ts'
import type { ShowingNeeds } from './shown.ts'
import { findOverride } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** An override, as the evidence of an answer that two people let go. For the bureau only. */
export function overrideTrail({ checks, source }: ShowingNeeds): Trail {
  return {
    kind: 'override',
    async describe(tx, id) {
      const override = await findOverride(tx, id)
      if (!override) return undefined
      const { checkId, decision, withdrawal } = override
      const who = await whoOf(
        tx,
        [override, decision, withdrawal].flatMap((said) => (said ? [said.accountId] : [])),
      )
      const said = ({ accountId, businessAt }: { accountId: string; businessAt: Date }) => {
        const { name, post } = who(accountId)
        const day = civilDateOf(businessAt)
        return { zh: `${name}(${post.zh}) ${day}`, en: `${name} (${post.en}) ${day}` }
      }
      const person = (await source.whoIs(tx, [override.subjectId])).get(override.subjectId)
      const title = checks.find((check) => check.id === checkId)?.title
      return {
        kind: 'override',
        id,
        title: words.evidence(override.document),
        says: [
          {
            label: pageWords.columns.check,
            value: title ? { zh: `${checkId} ${title.zh}`, en: `${checkId} ${title.en}` } : plain(checkId),
          },
          ...(person ? [{ label: pageWords.columns.who, value: person }] : []),
          { label: pageWords.told.document, value: plain(override.document) },
          { label: pageWords.reason, value: plain(override.reason) },
          ...(override.evidence ? [{ label: pageWords.told.evidence, value: plain(override.evidence) }] : []),
          { label: pageWords.expires, value: plain(override.expiresOn) },
          { label: pageWords.columns.state, value: pageWords.states[stateOf(override, civilDateOf(tx.now))] },
          { label: pageWords.what.proposed, value: said(override) },
          ...(decision && override.outcome ? [{ label: pageWords.what[override.outcome], value: said(decision) }] : []),
          ...(withdrawal ? [{ label: pageWords.what.withdrawn, value: said(withdrawal) }] : []),
        ],
        restsOn: [
          { kind: 'check-result', id: override.resultId, title: pageWords.answer },
          {
            kind: override.subjectKind,
            id: override.subjectId,
            title: person ?? (override.subjectKind === source.kind ? pageWords.group : pageWords.columns.who),
          },
        ],
        leadsTo: [],
        organisationId: null,
      }
    },
  }
}
