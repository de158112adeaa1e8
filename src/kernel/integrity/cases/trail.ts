import { listOrganisationNames } from '../../people/public.ts'
import type { Check, Trail } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import type { CaseGroups } from './groups.ts'
import { conclusionOf, stateOf } from './rules.ts'
import { listConclusions } from './conclusion-store.ts'
import { listEvidence } from './evidence-store.ts'
import { listResultsById } from '../store.ts'
import { findCase } from './store.ts'
import { listSubjects } from './subject-store.ts'
import { resultLinks } from '../result-link.ts'
import { answerWords, caseTitle, OUTCOME_WORDS, STATE_WORDS, trailWords } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A suspicion case: rests on its class and on what was gathered. For the bureau only. */
export function caseTrail({ groups, checks }: { groups: CaseGroups; checks: readonly Check[] }): Trail {
  return {
    kind: 'suspicion-case',
    async describe(tx, id) {
      const row = await findCase(tx, id)
      if (!row) return undefined
      const group = (await groups.find(tx, [row.groupId])).get(row.groupId)
      const conclusions = await listConclusions(tx, [id])
      const conclusion = conclusionOf(conclusions)
      const links = (await listEvidence(tx, id)).flatMap(({ trail }) => trail ?? [])
      const answers = await listResultsById(
        tx,
        (await listSubjects(tx, [id])).map(({ resultId }) => resultId),
      )
      const organisation = (await listOrganisationNames(tx, [row.organisationId])).get(row.organisationId)
      return {
        kind: 'suspicion-case',
        id,
        title: caseTitle(row.number),
        says: [
          { label: trailWords.organisation, value: plain(organisation ?? '') },
          { label: trailWords.opened, value: plain(civilDateOf(row.businessAt)) },
          { label: trailWords.state, value: STATE_WORDS[stateOf(conclusions)] },
          ...(conclusion
            ? [
                { label: trailWords.outcome, value: OUTCOME_WORDS[conclusion.outcome] },
                ...(conclusion.answer
                  ? [
                      {
                        label: trailWords.answer,
                        value: answerWords(conclusion.answer.by, conclusion.answer.document, conclusion.answer.on),
                      },
                    ]
                  : []),
                { label: trailWords.reasons, value: plain(conclusion.reasons) },
              ]
            : []),
        ],
        restsOn: [
          ...(group ? [{ kind: row.groupKind, id: group.id, title: group.title }] : []),
          ...[...answers.values()].map(resultLinks(checks)),
          ...links.map(({ kind, id: linked, label }) => ({ kind, id: linked, title: label })),
        ],
        leadsTo: [],
        organisationId: null,
      }
    },
  }
}
