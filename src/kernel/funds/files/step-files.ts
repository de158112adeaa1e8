import { listPapersOf } from '../../integrity/public.ts'
import { idsOf, type StepFiles } from '../../record/public.ts'
import { findRedecision, listItems, REDECISION_PAPERS } from '../redecisions/store.ts'
import { words } from './words.ts'

type Told = Awaited<ReturnType<StepFiles['of']>>

/** What funds exchanges with banks, the province and old lists names people of many classes: none of it leaves. */
export const fundsFiles: StepFiles = {
  tables: ['funds.redecision_files'],
  staysHere: {
    'funds.bank_files': 'a bank’s list of everybody in a batch, with accounts in full',
    'funds.history_sources': 'a list of past payments of many classes',
    'funds.province_exports': 'a list for the province with numbers in full',
    'funds.province_imports': 'the province’s list of many claims',
    'funds.return_files': 'the bank’s answer for everybody in a batch',
  },
  /** A proposal to decide anew is about people of one group; about one of them alone, its papers are that person's too. */
  async of(tx, places) {
    const files: Told = []
    const papers = await listPapersOf(tx, REDECISION_PAPERS, idsOf(places, 'redecision'))
    const items = await listItems(
      tx,
      papers.map(({ ofId }) => ofId),
    )
    for (const paper of papers) {
      const proposal = await findRedecision(tx, paper.ofId)
      if (!proposal) continue
      const ours = items.filter(({ redecisionId }) => redecisionId === paper.ofId)
      const people = [...new Set(ours.map(({ personId }) => personId))]
      const alone = people.length === 1 ? people.map((id) => ({ kind: 'person', id })) : []
      files.push({
        at: { kind: 'redecision', id: paper.ofId },
        fileId: paper.fileId,
        title: words.redecision(paper.name),
        of: [{ kind: 'class', id: proposal.groupId }, ...alone],
        bearsNumbers: false,
      })
    }
    return files
  },
}
