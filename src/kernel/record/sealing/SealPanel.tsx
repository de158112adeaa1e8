import { addressOf } from '../../../platform/contract/client.ts'
import { localTime, RunningText, useCall, useDistrict, useViewer, useWords } from '../../../platform/ui/public.ts'
import { lastSeal, proofOfStep, type SealShape } from './contract.ts'
import { pageWords } from './page-words.ts'
import './seals.css'

const SHORT_ROOT = 16
export const shortRoot = (root: string) => `${root.slice(0, SHORT_ROOT)}…`
export const countText = (count: number) => count.toLocaleString('en-US')

/** The checkpoint as it stands when a settlement sheet is looked at or printed: paper is one more place outside. */
export function SealPanel() {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const { data } = useCall(lastSeal, {}, { enabled: may(lastSeal.may) })
  const seal = data?.seal
  if (!seal) return null
  return (
    <p className="seal-line">
      <RunningText>
        {say.printed(seal.number, countText(seal.size), shortRoot(seal.root), localTime(seal.sealedAt))}
      </RunningText>
    </p>
  )
}

/** Under which seal a step's own row is, with the proof of it. */
export function SealedPanel({ kind, id, seal }: { kind: string; id: string; seal: SealShape | null }) {
  const say = useWords(pageWords)
  const district = useDistrict()
  const { may } = useViewer()
  if (!seal) return <p className="seal-line">{say.notYet}</p>
  return (
    <p className="seal-line">
      <RunningText>{say.sealedUnder(seal.number, shortRoot(seal.root), localTime(seal.sealedAt))}</RunningText>
      {may(proofOfStep.may) ? (
        <a className="seal-proof" href={addressOf(district, proofOfStep, { params: { kind, id } })} download>
          {say.proof}
        </a>
      ) : null}
    </p>
  )
}
