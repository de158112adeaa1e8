import { idsOf, type StepFiles } from '../../record/public.ts'
import { listEvidence } from '../cases/evidence-store.ts'
import { findCase } from '../cases/store.ts'
import { FINDING_PAPERS, findFinding } from '../findings/store.ts'
import { findOverride, OVERRIDE_PAPERS } from '../overrides/store.ts'
import { listPapersOf } from '../papers/beside-store.ts'
import { words } from './words.ts'

type Told = Awaited<ReturnType<StepFiles['of']>>

/** Papers of doubts: of what each case, override or finding is about. Whom else they name nobody has read out of them. */
export const integrityFiles: StepFiles = {
  tables: ['integrity.case_evidence', 'integrity.finding_files', 'integrity.override_files'],
  staysHere: { 'integrity.samples': 'what a sample was drawn from: everybody of a period' },
  async of(tx, places) {
    const files: Told = []
    for (const id of idsOf(places, 'suspicion-case')) {
      const row = await findCase(tx, id)
      for (const { file } of row ? await listEvidence(tx, id) : [])
        if (file)
          files.push({
            at: { kind: 'suspicion-case', id },
            fileId: file.id,
            title: words.evidence(row!.number, file.name),
            of: [{ kind: row!.groupKind, id: row!.groupId }],
            bearsNumbers: false,
          })
    }
    for (const paper of await listPapersOf(tx, OVERRIDE_PAPERS, idsOf(places, 'override'))) {
      const override = await findOverride(tx, paper.ofId)
      if (override)
        files.push({
          at: { kind: 'override', id: paper.ofId },
          fileId: paper.fileId,
          title: words.override(paper.name),
          of: [{ kind: override.subjectKind, id: override.subjectId }],
          bearsNumbers: false,
        })
    }
    for (const paper of await listPapersOf(tx, FINDING_PAPERS, idsOf(places, 'finding'))) {
      const finding = await findFinding(tx, paper.ofId)
      if (finding)
        files.push({
          at: { kind: 'finding', id: paper.ofId },
          fileId: paper.fileId,
          title: words.finding(finding.number, paper.name),
          of: [{ kind: finding.subjectKind, id: finding.subjectId }],
          bearsNumbers: false,
        })
    }
    return files
  },
}
