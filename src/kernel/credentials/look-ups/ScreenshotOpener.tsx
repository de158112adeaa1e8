import { useEffect, useState } from 'react'
import { Modal, ProblemAlert, saveFile, useAct, useWords } from '../../../platform/ui/public.ts'
import { openScreenshot, type Screenshot } from './contract.ts'
import { words } from './words.ts'

/** A screenshot by its name: a picture opens on the page, a PDF is handed over. Each opening is recorded. */
export function ScreenshotOpener({ screenshot }: { screenshot: Screenshot }) {
  const say = useWords(words)
  const opening = useAct(openScreenshot)
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])

  async function open() {
    const done = await opening.act({ params: { screenshotId: screenshot.id } })
    if (!done.ok) return
    const bytes = done.answer as Blob
    if (screenshot.mediaType === 'application/pdf') saveFile(bytes, screenshot.fileName)
    else setPicture(URL.createObjectURL(new Blob([bytes], { type: screenshot.mediaType })))
  }

  return (
    <>
      <button type="button" className="sj-plain" disabled={opening.busy} onClick={() => void open()}>
        {screenshot.fileName}
      </button>
      <ProblemAlert problem={opening.problem} />
      <Modal
        open={picture !== null}
        title={say.opening}
        footer={null}
        width="min(1100px, 96vw)"
        onCancel={() => setPicture(null)}
      >
        {picture ? <img className="look-up-picture" src={picture} alt={screenshot.fileName} /> : null}
      </Modal>
    </>
  )
}
