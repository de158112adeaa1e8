import { Button } from 'antd'
import { useState } from 'react'
import { GoLink, Modal, ProblemAlert, SentenceText, useCall, useWords, Waiting } from '../../../platform/ui/public.ts'
import { correctionReach, type ListedCorrection, type ReachedPlace } from './contract.ts'
import { words } from './words.ts'

/** Of a name that was put right: which places use it, and which keep the old one and why. */
export function ReachButton({ request }: { request: ListedCorrection }) {
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say.reach}
      </Button>
      {isOpen ? <ReachDialog request={request} onDone={() => setOpen(false)} /> : null}
    </>
  )
}

function ReachDialog({ request, onDone }: { request: ListedCorrection; onDone: () => void }) {
  const say = useWords(words)
  const reach = useCall(correctionReach, { params: { correctionId: request.id } })
  return (
    <Modal
      open
      title={<SentenceText sentence={words.reachTitle(request.number)} />}
      footer={<Button onClick={onDone}>{say.close}</Button>}
      onCancel={onDone}
    >
      <p className="sj-meta">{say.reachMeta}</p>
      <ProblemAlert problem={reach.problem} />
      {reach.data ? <Places places={reach.data.places} /> : reach.problem ? null : <Waiting />}
    </Modal>
  )
}

function Places({ places }: { places: readonly ReachedPlace[] }) {
  const say = useWords(words)
  const kept = places.filter(({ isReached }) => !isReached)
  return (
    <>
      <h3>{say.reachedHead}</h3>
      <ul>
        <li>
          {say.ownRecord}
          <div className="sj-meta">{say.ownRecordWhy}</div>
        </li>
        <Lines places={places.filter(({ isReached }) => isReached)} />
      </ul>
      <h3>{say.keptHead}</h3>
      {kept.length === 0 ? (
        <p>{say.noneKept}</p>
      ) : (
        <ul>
          <Lines places={kept} />
        </ul>
      )}
    </>
  )
}

function Lines({ places }: { places: readonly ReachedPlace[] }) {
  return places.map(({ place: { kind, id }, title, why }) => (
    <li key={id}>
      <GoLink to={`/trail/${kind}/${id}`}>
        <SentenceText sentence={title} />
      </GoLink>
      <div className="sj-meta">
        <SentenceText sentence={why} />
      </div>
    </li>
  ))
}
