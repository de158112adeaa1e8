import { idsOf, type StepFiles } from '../../record/public.ts'
import { listCorrectionsOfPerson } from '../corrections/store.ts'
import { findReplyById } from '../restrictions/reply-store.ts'
import { findRestriction } from '../restrictions/store.ts'
import { words } from './words.ts'

type Told = Awaited<ReturnType<StepFiles['of']>>

/** What somebody handed in about themselves: with a reply to a restriction, and to have something put right. */
export const peopleFiles: StepFiles = {
  tables: ['people.correction_requests', 'people.restriction_reply_files'],
  staysHere: { 'people.insured_imports': 'another office’s list of whole enterprises' },
  async of(tx, places) {
    const files: Told = []
    for (const id of idsOf(places, 'restriction-reply')) {
      const reply = await findReplyById(tx, id)
      const row = reply?.file && (await findRestriction(tx, reply.restrictionId))
      if (!reply?.file || !row) continue
      const whose = row.personId
        ? { kind: 'person', id: row.personId }
        : { kind: 'provider', id: row.organisationId ?? '' }
      files.push({
        at: { kind: 'restriction-reply', id },
        fileId: reply.file.fileId,
        title: words.reply(reply.file.name),
        of: [whose],
        bearsNumbers: false,
      })
    }
    for (const id of idsOf(places, 'person'))
      for (const { file, number } of await listCorrectionsOfPerson(tx, id))
        if (file)
          files.push({
            at: { kind: 'person', id },
            fileId: file.fileId,
            title: words.correction(number),
            of: [{ kind: 'person', id }],
            bearsNumbers: true,
          })
    return files
  },
}
