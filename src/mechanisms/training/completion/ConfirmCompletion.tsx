import type { ProblemDocument } from '../../../platform/contract/public.ts'
import { Modal, ProblemAlert, useWords } from '../../../platform/ui/public.ts'
import type { MusterOfClass } from './contract.ts'
import { words } from './words.ts'

type ConfirmCompletionProps = {
  open: boolean
  counts: MusterOfClass['counts']
  busy: boolean
  problem: ProblemDocument | null
  onConfirm: () => void
  onCancel: () => void
}

/** Asks once more before a class is completed for good, with how many meet the lines and how many do not. */
export function ConfirmCompletion({ open, counts, busy, problem, onConfirm, onCancel }: ConfirmCompletionProps) {
  const say = useWords(words)
  const figures = [
    { label: say.people, value: counts.people },
    { label: say.allMet, value: counts.allMet },
    { label: say.below, value: counts.people - counts.allMet },
    { label: say.certificates, value: counts.certificates },
  ]
  return (
    <Modal
      open={open}
      title={`${say.completeTitle} · ${say.confirmOnce}`}
      okText={say.completeButton(counts.people)}
      cancelText={say.cancel}
      confirmLoading={busy}
      cancelButtonProps={{ disabled: busy }}
      okButtonProps={{ autoFocus: true }}
      mask={{ closable: false }}
      closable={!busy}
      keyboard={!busy}
      onOk={onConfirm}
      onCancel={onCancel}
      destroyOnHidden
    >
      <dl className="sj-confirm">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="sj-num">{value}</dd>
          </div>
        ))}
      </dl>
      <p>{say.confirmText(counts.people, counts.allMet, counts.people - counts.allMet)}</p>
      <p className="sj-meta">{say.afterwards}</p>
      <ProblemAlert problem={problem} />
    </Modal>
  )
}
