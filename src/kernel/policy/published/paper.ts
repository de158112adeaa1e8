import type { Tx } from '../../../platform/db/public.ts'
import type { Sheet } from '../../../platform/paper/public.ts'
import { defineForm, type Form, type PaperSubject } from '../../record/public.ts'
import type { District } from '../../reference/public.ts'
import { civilDateOf } from '../../values/public.ts'
import { parametersOn } from '../packs/library.ts'
import { type WordedForm, wordedForm } from '../parameters/form-wording.ts'
import { listPublished, type PublishedVersion } from './store.ts'
import { words } from './words.ts'

async function findPublished(tx: Tx, id: string): Promise<PublishedVersion | undefined> {
  return (await listPublished(tx)).find((each) => each.id === id)
}

/** A version that the county has published, as papers are about it. */
export const schemeVersionSubject: PaperSubject = {
  kind: 'scheme-version',
  may: 'scheme.read',
  async find(tx, id) {
    const published = await findPublished(tx, id)
    return (
      published && {
        title: words.versionTitle(published.notice.title, published.version),
        organisationId: null,
        page: `/policies/versions/${published.packSha256.toString('hex')}`,
      }
    )
  },
}

/** 公告: what the public is told of a version, to be sealed and put up. */
export function schemeForms({ districtOf }: { readonly districtOf: (district: number) => District }): Form[] {
  return [
    defineForm({
      id: 'scheme-notice',
      title: words.noticeForm,
      subjectKind: 'scheme-version',
      may: 'scheme.read',
      ofBureau: true,
      async collect(tx, id) {
        const published = await findPublished(tx, id)
        if (!published) throw new Error('a form of a version that was never published')
        const on = civilDateOf(published.businessAt)
        const { nameZh, bureauZh, supervisionPhone } = districtOf(tx.district)
        const places = { county: nameZh, bureau: bureauZh, phone: supervisionPhone, title: published.notice.title.zh }
        return [schemeNoticeSheet(published, wordedForm(parametersOn(tx.district, on), 'paper.schemeNotice', places))]
      },
    }),
  ]
}

type NoticeTold = Pick<PublishedVersion, 'documentNumber' | 'notice' | 'businessAt'>

export function schemeNoticeSheet({ documentNumber, notice, businessAt }: NoticeTold, worded: WordedForm): Sheet {
  const { title, number, opening, closing, notes, signs, seal } = worded
  return {
    orientation: 'portrait',
    title,
    number,
    english: notice.title.en,
    lead: [words.documentNumber(documentNumber), words.publishedOn(civilDateOf(businessAt))],
    blocks: [
      { kind: 'text', style: 'body', lines: [...opening, ...notice.paragraphs.map(({ zh }) => zh), ...closing] },
      ...(signs.length === 0 && seal === null ? [] : [{ kind: 'signatures', signs, seal } as const]),
      ...(notes.length === 0 ? [] : [{ kind: 'text', style: 'note', lines: notes } as const]),
    ],
  }
}
