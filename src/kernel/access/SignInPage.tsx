import { useState } from 'react'
import { LanguageSwitch, SentenceText, useCall, useDistrict, useWords } from '../../platform/ui/public.ts'
import { demonstrationAccounts, type SignedIn } from './contract.ts'
import { SignInForm } from './SignInForm.tsx'
import { words } from './words.ts'

type Way = { accountName: string; post: { zh: string; en: string } }

function DemonstrationAccounts(props: { accounts: readonly Way[]; chosen: string; onChoose: (name: string) => void }) {
  const say = useWords(words)
  return (
    <section className="accounts">
      <h2>{say.demonstration.title}</h2>
      <p>{say.demonstration.hint}</p>
      <ul>
        {props.accounts.map((account) => (
          <li key={account.accountName}>
            <button
              type="button"
              aria-pressed={props.chosen === account.accountName}
              onClick={() => props.onChoose(account.accountName)}
            >
              <b>
                <SentenceText sentence={account.post} />
              </b>
              <small>{account.accountName}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Ridges behind ridges. */
function Mountains() {
  return (
    <svg viewBox="0 0 600 300" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 150 90 70l70 62 96-104 92 96 78-58 174 130v154H0z" fill="#16353a" />
      <path d="M0 216 120 120l92 74 106-92 120 104 84-52 78 60v86H0z" fill="#124640" />
      <path d="m0 262 150-84 130 70 128-62 192 84v30H0z" fill="#0e5a56" />
    </svg>
  )
}

/** The way into the console. In a demonstration district the seeded accounts stand beside the form. */
export function SignInPage({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => void }) {
  const say = useWords(words)
  const district = useDistrict()
  const place = useCall(demonstrationAccounts)
  const [chosen, setChosen] = useState('')
  const accounts = place.data?.accounts ?? []
  const line = place.data?.line
  return (
    <div className="sign-in">
      <title>{`${say.signIn} · ${say.productName}`}</title>
      <header className="sign-in-host">
        <b>{say.productName}</b>
        {place.data ? (
          <p>
            <SentenceText sentence={place.data.bureauName} />
          </p>
        ) : null}
        <p>{say.purpose}</p>
        <Mountains />
      </header>
      <main className="sign-in-form">
        <LanguageSwitch className="sign-in-language" />
        <h1>{say.signIn}</h1>
        {line === 'open' ? <p role="alert">{say.openLine}</p> : null}
        {line === 'open-demonstration' ? <p role="status">{say.openDemonstration}</p> : null}
        <SignInForm accountName={chosen} onSignedIn={onSignedIn} />
        <p>
          <a href={`/${district}/`}>{say.publicPages}</a>
        </p>
        {accounts.length ? <DemonstrationAccounts accounts={accounts} chosen={chosen} onChoose={setChosen} /> : null}
      </main>
    </div>
  )
}
