import type { Sentence } from '../../../platform/contract/public.ts'
import type { Trail } from '../../record/public.ts'
import { pageWords } from './page-words.ts'
import { findSource } from './source-store.ts'

const plain = (text: string): Sentence => ({ zh: text, en: text })

/** Where the evidence of a check about the past leads: whose words it was, for which time. The bureau's only. */
export const historyTrail: Trail = {
  kind: 'history-source',
  async describe(tx, id) {
    const source = await findSource(tx, id)
    if (!source) return undefined
    const { columns, kinds, withdrawn, counts } = pageWords
    return {
      kind: 'history-source',
      id,
      organisationId: null,
      title: { zh: `${kinds[source.kind].zh} ${source.source}`, en: `${kinds[source.kind].en}: ${source.source}` },
      says: [
        { label: columns.coversFrom, value: plain(source.coversFrom ?? '—') },
        { label: columns.coversTo, value: plain(source.coversTo) },
        { label: columns.file, value: plain(source.fileName) },
        { label: columns.rows, value: plain(String(source.rowCount)) },
        { label: columns.state, value: source.withdrawn ? withdrawn : counts },
      ],
      restsOn: [],
      leadsTo: [],
    }
  },
}
