import type { ReactNode } from 'react'
import type { ProblemDocument } from '../contract/problem.ts'
import { Modal } from './dialogs.tsx'
import { useWords } from './language.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'
import { Yuan } from './values.tsx'
import { words } from './words.ts'
import { yuanText } from './yuanText.ts'

type ConfirmMoneyProps = {
  open: boolean
  /** What is about to happen: 初审通过. It is also the button. */
  title: string
  count: number
  of?: 'people' | 'count'
  /** The sum in fen, as text. */
  fen: string
  /** What exactly: to whom, from which budget line. */
  children?: ReactNode
  /** Something asked for in the children is not there yet. */
  lacks?: boolean
  busy?: boolean
  problem?: ProblemDocument | null
  onConfirm: () => void
  onCancel: () => void
}

/** What a dialog about money is about, in large figures. */
export function AskedFigures({ figures }: { figures: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="sj-confirm">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="sj-num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Asks once more before money moves, with how many and how much. */
export function ConfirmMoney(props: ConfirmMoneyProps) {
  const {
    open,
    title,
    count,
    of = 'people',
    fen,
    children,
    lacks = false,
    busy = false,
    problem,
    onConfirm,
    onCancel,
  } = props
  const say = useWords(words)
  return (
    <Modal
      open={open}
      title={`${title} · ${say.money.confirm}`}
      okText={say.money.button(title, count, of, yuanText(fen))}
      cancelText={say.cancel}
      confirmLoading={busy}
      cancelButtonProps={{ disabled: busy }}
      okButtonProps={{ autoFocus: !lacks, disabled: lacks }}
      mask={{ closable: false }}
      closable={!busy}
      keyboard={!busy}
      onOk={onConfirm}
      onCancel={onCancel}
      destroyOnHidden
    >
      <AskedFigures
        figures={[
          { label: say.money[of], value: count },
          { label: say.money.sum, value: <Yuan fen={fen} unit /> },
        ]}
      />
      {children}
      <p className="sj-meta">{say.money.afterwards}</p>
      <ProblemAlert problem={problem ?? null} />
    </Modal>
  )
}
