import { useAct, useViewer, useWords } from '../../../platform/ui/public.ts'
import { AmendmentsPart } from '../amendments/AmendmentsPart.tsx'
import { SheetPanel } from '../sheets/SheetPanel.tsx'
import { attendanceUploads, openMarkedAttendance, uploadAttendance } from './contract.ts'
import { words } from './words.ts'

/** The attendance of a class: upload the sheet, see what is wrong with it, see every version. `editable` while it takes one. */
export function AttendancePanel({ classId, editable }: { classId: string; editable: boolean }) {
  const say = useWords(words)
  const uploadsHere = useViewer().may(uploadAttendance.may)
  const sending = useAct(uploadAttendance)
  return (
    <>
      <SheetPanel
        classId={classId}
        say={say}
        mayUpload={uploadsHere && editable}
        uploadsHere={uploadsHere}
        sending={sending}
        send={(file) => sending.act({ params: { classId }, query: { fileName: file.name }, file })}
        uploads={attendanceUploads}
        marked={openMarkedAttendance}
      />
      <AmendmentsPart classId={classId} />
    </>
  )
}
