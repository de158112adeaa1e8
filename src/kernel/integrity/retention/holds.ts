import type { Held, LegalHold } from '../../record/public.ts'
import { listOpenCases, listOpenFindings } from './store.ts'

/** A suspicion case that is not concluded holds what its group and its people stand on, and its evidence. */
const caseHold: LegalHold = {
  name: 'suspicion cases',
  async of(tx, rows) {
    const open = await listOpenCases(tx)
    const held = new Map<string, Held>()
    for (const row of rows) {
      const about = open.find(
        ({ groupId, personIds, evidenceIds }) =>
          row.groupIds.includes(groupId) ||
          evidenceIds.includes(row.id) ||
          evidenceIds.includes(row.subject.id) ||
          personIds.some((personId) => row.personIds.includes(personId)),
      )
      if (about)
        held.set(row.id, {
          why: { zh: `疑点 ${about.number} 未办结`, en: `case ${about.number} is open` },
          until: null,
        })
    }
    return held
  },
}

/** An open finding holds its subject, and whatever its organisation or its person stands on: its subject may be far along the chain. */
const findingHold: LegalHold = {
  name: 'findings',
  async of(tx, rows) {
    const open = await listOpenFindings(tx)
    const held = new Map<string, Held>()
    for (const row of rows) {
      const about = open.find(
        ({ subjectId, organisationId, personIds }) =>
          subjectId === row.id ||
          subjectId === row.subject.id ||
          row.groupIds.includes(subjectId) ||
          (organisationId !== null && organisationId === row.organisationId) ||
          personIds.some((personId) => row.personIds.includes(personId)),
      )
      if (about)
        held.set(row.id, {
          why: { zh: `审计发现 ${about.number} 未销号`, en: `finding ${about.number} is open` },
          until: null,
        })
    }
    return held
  },
}

export const integrityHolds: readonly LegalHold[] = [caseHold, findingHold]
