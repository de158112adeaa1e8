import { PaperPanel } from '../../../kernel/record/paper/PaperPanel.tsx'

/** The papers of a class. */
export function ClassPapersPanel({ classId }: { classId: string }) {
  return <PaperPanel kind="class" subjectId={classId} />
}
