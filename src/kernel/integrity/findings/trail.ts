import { whoOf } from '../../access/public.ts'
import type { Trail } from '../../record/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { STATE_AFTER } from './rules.ts'
import { findFinding, listSteps } from './store.ts'
import { words } from './words.ts'

const plain = (text: string) => ({ zh: text, en: text })

/** A finding as a step beside what it is about; an organisation walks to it only where the auditor said it is for them. */
export const findingTrail: Trail = {
  kind: 'finding',
  async describe(tx, id) {
    const finding = await findFinding(tx, id)
    if (!finding) return undefined
    const told = finding.forOrganisation
    const steps = await listSteps(tx, [id])
    const who = await whoOf(
      tx,
      steps.map(({ accountId }) => accountId),
    )
    return {
      kind: 'finding',
      id,
      title: words.named(finding.number),
      says: [
        { label: words.found, value: plain(finding.found) },
        { label: words.rule, value: plain(finding.rule) },
        { label: words.severity, value: words.severities[finding.severity] },
        { label: words.remedy, value: plain(finding.remedy) },
        { label: words.due, value: plain(finding.dueOn) },
        { label: words.state, value: words.states[STATE_AFTER[finding.last.what]] },
        // What was said inside the bureau is not the organisation's to read.
        ...(told
          ? []
          : steps.map(({ what, said, accountId, businessAt }) => {
              const { name, post } = who(accountId)
              const day = civilDateOf(businessAt)
              const label = words.steps[what]
              return {
                label,
                value: { zh: `${name}(${post.zh})${day}:${said}`, en: `${name} (${post.en}) ${day}: ${said}` },
              }
            })),
      ],
      restsOn: [{ kind: finding.subjectKind, id: finding.subjectId, title: finding.subjectTitle }],
      leadsTo: [],
      organisationId: told ? finding.organisationId : null,
    }
  },
}
