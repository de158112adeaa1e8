import type { Sentence } from '../../../platform/contract/public.ts'
import { listBankAccounts, listPersons } from '../../../kernel/people/public.ts'
import type { Trail } from '../../../kernel/record/public.ts'
import { listCodes } from '../../../kernel/reference/public.ts'
import { accountTail, civilDateOf } from '../../../kernel/values/public.ts'
import { getClassRow } from '../classes/public-to-room.ts'
import { groupName, postsOf } from './showing.ts'
import { findEnrolment, findImport, listEnrolmentsOfImport, listMusterIds } from './store.ts'
import { trailWords } from './words.ts'

/** Whose step it is, the trail says; who may see it, the one who walks it decides. */
const ANYBODY = { organisationId: null }

const plain = (text: string): Sentence => ({ zh: text, en: text })

/** A person's place on a roster: rests on the uploaded sheet, and attendance rests on it. */
const enrolmentTrail: Trail = {
  kind: 'enrolment',
  async describe(tx, id) {
    const enrolment = await findEnrolment(tx, id)
    const ofClass = enrolment && (await getClassRow(tx, ANYBODY, enrolment.classId))
    const person = enrolment && (await listPersons(tx, [enrolment.personId])).get(enrolment.personId)
    if (!enrolment || !ofClass || !person) return undefined
    const account = (await listBankAccounts(tx, [enrolment.bankAccountId])).get(enrolment.bankAccountId)
    const musters = await listMusterIds(tx, id)
    return {
      kind: 'enrolment',
      id,
      organisationId: ofClass.organisationId,
      title: trailWords.enrolment(enrolment.seq, enrolment.maskedName),
      says: [
        { label: trailWords.identity, value: plain(person.maskedIdentity) },
        { label: trailWords.group, value: groupName(await listCodes(tx, 'person-groups'), enrolment.groupCode) },
        { label: trailWords.account, value: account ? accountTail(`****${account.tail}`) : plain('') },
        { label: trailWords.place, value: trailWords.sheetRow(enrolment.sheetRow) },
        ...enrolment.doubts.map((value) => ({ label: trailWords.doubt, value })),
      ],
      restsOn: [{ kind: 'roster-import', id: enrolment.importId, title: trailWords.sheet }],
      leadsTo: musters.map((muster) => ({ kind: 'muster', id: muster, title: trailWords.muster })),
    }
  },
}

/** One uploaded sheet: the first evidence of a class. */
const rosterImportTrail: Trail = {
  kind: 'roster-import',
  async describe(tx, id) {
    const kept = await findImport(tx, id)
    const ofClass = kept && (await getClassRow(tx, ANYBODY, kept.classId))
    if (!kept || !ofClass) return undefined
    const enrolments = await listEnrolmentsOfImport(tx, id)
    const postOf = await postsOf(tx, [kept.accountId])
    return {
      kind: 'roster-import',
      id,
      organisationId: ofClass.organisationId,
      title: trailWords.import(kept.fileName),
      says: [
        { label: trailWords.outcome, value: trailWords.outcomes[kept.outcome](kept.rowCount) },
        { label: trailWords.uploaded, value: plain(civilDateOf(kept.businessAt)) },
        { label: trailWords.by, value: postOf(kept.accountId) },
        { label: trailWords.fingerprint, value: plain(kept.sha256.toString('hex')) },
      ],
      restsOn: [],
      leadsTo: [
        ...enrolments.map(({ enrolmentId, seq, maskedName }) => ({
          kind: 'enrolment',
          id: enrolmentId,
          title: trailWords.enrolment(seq, maskedName),
        })),
        // A class rests on its roster of today; one that another has taken the place of leads to its own people only.
        ...(ofClass.rosterImportId === id
          ? [{ kind: 'class', id: ofClass.id, title: trailWords.ofClass(ofClass.number) }]
          : []),
      ],
    }
  },
}

export const rosterTrails: readonly Trail[] = [enrolmentTrail, rosterImportTrail]
