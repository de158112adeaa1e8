import type { NameReach } from '../../../kernel/people/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { newId } from '../../../kernel/values/public.ts'
import { insertEnrolmentName, listNamedEnrolments } from './store.ts'
import { words } from './words.ts'

/** A corrected name on rosters: on those of classes that are not completed, and on no other. */
export const trainingNames: NameReach = {
  async putRight(tx, { requestId, personId, name, at }) {
    for (const enrolment of await listNamedEnrolments(tx, personId)) {
      if (enrolment.isCompleted || enrolment.name === name) continue
      const id = newId()
      await insertEnrolmentName(tx, { id, enrolmentId: enrolment.id, requestId, name, businessAt: at })
      await recordAct(tx, {
        id,
        act: 'enrolment.renamed',
        subjectKind: 'class',
        subjectId: enrolment.classId,
        actor: null,
        at,
        detail: { enrolmentId: enrolment.id, requestId },
      })
    }
  },

  async places(tx, { personId, name }) {
    return (await listNamedEnrolments(tx, personId)).map(({ id, number, isCompleted, name: now }) => ({
      place: { kind: 'enrolment', id },
      title: words.roster(number),
      isReached: now === name,
      why: now === name ? (isCompleted ? words.same : words.reached) : words.completed,
    }))
  },
}
