import { useEffect, useState } from 'react'
import { saveFile, sizeText } from './chosenFile.ts'
import { Modal } from './dialogs.tsx'

/** A sealed file by its name: a picture opens on the page, a PDF is handed over. Whoever opens it is asked for its bytes. */
export function SealedFile({
  file,
  title,
  busy,
  onOpen,
}: {
  file: { readonly name: string; readonly mediaType: string; readonly sizeBytes: number }
  title: string
  busy: boolean
  onOpen: () => Promise<Blob | undefined>
}) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => () => void (picture && URL.revokeObjectURL(picture)), [picture])

  async function open() {
    const bytes = await onOpen()
    if (!bytes) return
    if (file.mediaType === 'application/pdf') saveFile(bytes, file.name)
    else setPicture(URL.createObjectURL(new Blob([bytes], { type: file.mediaType })))
  }

  return (
    <>
      <button type="button" className="sj-plain" disabled={busy} onClick={() => void open()}>
        {file.name} <span className="sj-meta sj-num">{sizeText(file.sizeBytes)}</span>
      </button>
      <Modal
        open={picture !== null}
        title={title}
        footer={null}
        width="min(1100px, 96vw)"
        onCancel={() => setPicture(null)}
      >
        {picture ? <img className="sj-picture" src={picture} alt={file.name} /> : null}
      </Modal>
    </>
  )
}
