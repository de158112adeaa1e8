import { useWords } from '../../../platform/ui/public.ts'
import './second-factor.css'
import { words } from './words.ts'

/** The secret for an authenticator app: a QR to scan, and the same as text. */
export function FactorShown({ picture, secret }: { picture: string; secret: string }) {
  const say = useWords(words)
  return (
    <div className="factor-shown">
      <p>{say.scan}</p>
      <img src={picture} alt={say.pictureOf} width="184" height="184" />
      <p>
        {say.orType} <code>{secret}</code>
      </p>
    </div>
  )
}
