import { useId, useState } from 'react'
import { DateField, GoLink, useAct, useViewer, useWords } from '../../../platform/ui/public.ts'
import { SheetPanel } from '../sheets/SheetPanel.tsx'
import { marksUploads, openMarkedMarks, uploadMarks } from './contract.ts'
import { words } from './words.ts'

/** The marks and certificates of a class: the date of issue, the sheet, what is wrong with it, every version. */
export function MarksPanel({ classId, editable }: { classId: string; editable: boolean }) {
  const say = useWords(words)
  const viewer = useViewer()
  const id = useId()
  const [issuedOn, setIssuedOn] = useState('')
  const sending = useAct(uploadMarks)
  const uploadsHere = viewer.may(uploadMarks.may)
  const field = (
    <p>
      <label htmlFor={id}>{say.issuedOn}</label>{' '}
      <DateField id={id} value={issuedOn} max={viewer.businessDate} onChange={setIssuedOn} />{' '}
      <span className="sj-meta">{say.issuedOnHint}</span>
    </p>
  )
  return (
    <>
      {viewer.may('certificate.read') ? (
        <p>
          <GoLink className="sj-button" to={`/certificates/look-ups/${classId}`}>
            {say.lookUp}
          </GoLink>
        </p>
      ) : null}
      <SheetPanel
        classId={classId}
        say={say}
        mayUpload={uploadsHere && editable}
        uploadsHere={uploadsHere}
        sending={sending}
        send={(file) => sending.act({ params: { classId }, query: { fileName: file.name, issuedOn }, file })}
        before={{ field, isTold: issuedOn !== '' }}
        dated
        uploads={marksUploads}
        marked={openMarkedMarks}
      />
    </>
  )
}
