import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fromBufferPromise } from 'yauzl'
import type { Player } from '../../demo/play.ts'
import {
  askForClassArchive,
  askForPersonArchive,
  askForProviderArchive,
  listArchives,
  takeArchiveOut,
} from '../../src/kernel/record/archive/contract.ts'
import { getClaim } from '../../src/kernel/funds/claims/contract.ts'
import { until } from '../until.ts'
import type { Way } from './way.ts'

const OUT = fileURLToPath(new URL('../../data/look', import.meta.url))

/** What is asked for is waited for. */
async function made(auditor: Player, id: string): Promise<void> {
  await until(async () => {
    const { items } = await auditor(listArchives)
    return items.find((each) => each.id === id && each.status === 'done')
  }, 'the archive is made')
}

/** Unpacked into a folder, as whoever got it does. */
async function unpacked(auditor: Player, archiveId: string, name: string): Promise<string> {
  const body = { reason: '移交审计组归档' }
  const file = (await auditor(takeArchiveOut, { params: { archiveId }, body })) as Blob
  const opened = await fromBufferPromise(Buffer.from(await file.arrayBuffer()))
  const folder = join(OUT, `archive-${name}`)
  for await (const entry of opened.eachEntry()) {
    const path = join(folder, entry.fileName)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await buffer(await opened.openReadStreamPromise(entry)))
  }
  return folder
}

/** Archives are asked for, made, listed and opened from a disk, without a server. */
export async function archivesAreTakenOut({ take, stage }: Way, classId: string, claimId: string): Promise<void> {
  const auditor = await stage.play('auditor')
  const { organisationId, people } = await auditor(getClaim, { params: { claimId } })
  const { decisionId } = people.find(({ standing }) => standing === 'due')!
  await take([
    { name: 'archives-none', by: 'auditor', path: '/record/archives' },
    { name: 'archive-ask', by: 'auditor', path: `/classes/${classId}`, opens: /^(归档导出|Archive)$/ },
    { name: 'archive-ask-provider', by: 'auditor', path: `/timelines/provider/${organisationId}` },
  ])
  const body = { reason: '2022年度职业技能培训补贴专项审计' }
  const ids = {
    class: (await auditor(askForClassArchive, { params: { classId }, body })).id,
    person: (await auditor(askForPersonArchive, { params: { claimId, decisionId }, body })).id,
    provider: (await auditor(askForProviderArchive, { params: { organisationId }, body })).id,
  }
  await take([{ name: 'archives-made', by: 'auditor', path: '/record/archives' }])
  for (const id of Object.values(ids)) await made(auditor, id)
  await take([
    { name: 'archives', by: 'auditor', path: '/record/archives' },
    { name: 'archive-save', by: 'auditor', path: '/record/archives', opens: /^(下载|Save)$/ },
    { name: 'archives-by-approver', by: 'approver', path: '/record/archives' },
  ])
  for (const [name, id] of Object.entries(ids)) {
    const folder = await unpacked(auditor, id, name)
    for (const width of [1440, 390]) {
      const page = await stage.look({ by: 'auditor', path: '/record/archives', width, language: 'zh' })
      for (const file of ['index.html', 'timeline.html'].filter((each) => name !== 'class' || each === 'index.html')) {
        await page.goto(pathToFileURL(join(folder, file)).href)
        await page.screenshot({
          path: join(OUT, `archive-${name}-${file.split('.')[0]}-${width}.png`),
          fullPage: false,
        })
      }
      await page.context().close()
    }
  }
}
