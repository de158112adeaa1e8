import { useState } from 'react'
import { GoLink, localTime, SentenceText, useWords } from '../../../platform/ui/public.ts'
import type { SignedIn } from '../contract.ts'
import { words } from './words.ts'

const KEPT_AS = 'wrong-tries-read'

/** After signing in: that somebody gave wrong passwords since the time before, until it was read. */
export function WrongTriesPanel({ signedIn }: { signedIn: SignedIn }) {
  const say = useWords(words)
  const [read, setRead] = useState(() => sessionStorage.getItem(KEPT_AS))
  const { wrongTries } = signedIn
  if (!wrongTries || read === wrongTries.lastAt) return null

  function dismiss(lastAt: string) {
    sessionStorage.setItem(KEPT_AS, lastAt)
    setRead(lastAt)
  }

  return (
    <aside className="strip" role="status">
      <span>
        <b>
          <SentenceText sentence={words.wrongTries(wrongTries.count, localTime(wrongTries.lastAt))} />
        </b>{' '}
        {say.wrongTriesHint}
      </span>
      <GoLink to="/my/sign-ins" className="strip-change">
        {say.look}
      </GoLink>
      <button type="button" className="strip-change" onClick={() => dismiss(wrongTries.lastAt)}>
        {say.dismiss}
      </button>
    </aside>
  )
}
