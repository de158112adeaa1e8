import type { Assessment, AssessmentRef } from '../../../kernel/marking/public.ts'
import { classTitles } from '../classes/public-to-room.ts'
import { findClass } from '../classes/store.ts'
import { findMusterOf } from '../completion/store.ts'
import { musterTitle } from '../completion/words.ts'
import { listRoster } from '../rosters/listing.ts'

/** What a class is called in trails and assessments. */
export const CLASS_KIND = 'class'

/** A class as marking knows it. */
export function assessmentOf(classId: string): AssessmentRef {
  return { kind: CLASS_KIND, id: classId }
}

/** Marks of classes: whose they are, who the candidate is, and the muster that rests on them. */
export const classAssessment: Assessment = {
  kind: CLASS_KIND,
  async describe(tx, classId) {
    const row = await findClass(tx, classId)
    if (!row) return undefined
    const title = (await classTitles(tx, [row])).get(row.id) ?? { zh: row.number, en: row.number }
    return { link: { kind: 'class', id: row.id, title }, organisationId: row.organisationId }
  },
  async candidate(tx, classId, who) {
    const entry = (await listRoster(tx, classId)).find((each) =>
      'candidateId' in who ? each.enrolmentId === who.candidateId : each.personId === who.personId,
    )
    if (!entry) return undefined
    const muster = await findMusterOf(tx, entry.enrolmentId)
    const { maskedName } = entry
    return {
      maskedName,
      leadsTo: muster ? [{ kind: 'muster', id: muster.id, title: musterTitle(entry.seq, maskedName) }] : [],
    }
  },
}
