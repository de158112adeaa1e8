import { Button } from 'antd'
import { useTell, useWords } from '../../../platform/ui/public.ts'
import './second-factor.css'
import { words } from './words.ts'

/** The codes, this once: to be copied by hand or printed before one goes on. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const say = useWords(words)
  const tell = useTell()

  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'))
    tell(say.copied)
  }

  return (
    <section className="recovery-codes">
      <h2>{say.codesTitle}</h2>
      <p>{say.codesHint}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="recovery-codes-acts">
        <Button onClick={copy}>{say.copy}</Button>
        <Button type="primary" onClick={onKept}>
          {say.codesKept}
        </Button>
      </div>
    </section>
  )
}
