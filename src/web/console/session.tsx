import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { type SignedIn, signOut, whoAmI } from '../../kernel/access/contract.ts'
import { SignInForm } from '../../kernel/access/SignInForm.tsx'
import { StepUpProvider } from '../../kernel/access/second-factor/StepUpPanel.tsx'
import { SignInPage } from '../../kernel/access/SignInPage.tsx'
import type { ProblemDocument } from '../../platform/contract/problem.ts'
import { wayBack } from '../../platform/contract/way-back.ts'
import {
  keyOf,
  Modal,
  ProblemAlert,
  useAct,
  useCall,
  useDistrict,
  useLocale,
  useWords,
  ViewerProvider,
  Waiting,
} from '../../platform/ui/public.ts'
import { words } from './words.ts'

const SignedInContext = createContext<SignedIn | null>(null)

/** The signed-in account, for the shell; pages use `useViewer`. */
export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext)
  if (!signedIn) throw new Error('useSignedIn outside SessionGate')
  return signedIn
}

/** Over the page, so that nothing typed is lost. Another person gets a clean start instead. */
function SignInAgain({
  was,
  because,
  onSignedIn,
}: {
  was: SignedIn
  because: ProblemDocument | null
  onSignedIn: (now: SignedIn) => void
}) {
  const say = useWords(words)
  return (
    <Modal open title={say.again.title} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p>{because?.code ? because.detail : say.again.detail}</p>
      <SignInForm accountName={was.accountName} onSignedIn={onSignedIn} />
    </Modal>
  )
}

function WithoutPost({ problem }: { problem: ProblemDocument }) {
  const say = useWords(words)
  const district = useDistrict()
  const leaving = useAct(signOut)
  return (
    <main className="shell-alone">
      <ProblemAlert problem={problem} />
      <button
        type="button"
        className="sj-plain"
        disabled={leaving.busy}
        onClick={() => void leaving.act().then(() => window.location.assign(`/${district}/console/`))}
      >
        {say.signOut}
      </button>
    </main>
  )
}

/** The served page that sent somebody here to sign in; they go back to it once they are in. */
function useWayBack(isIn: boolean): string | undefined {
  const district = useDistrict()
  const [back] = useState(() => wayBack(new URLSearchParams(window.location.search).get('to'), district))
  useEffect(() => {
    if (isIn && back) window.location.replace(back)
  }, [isIn, back])
  return back
}

/** Asks who is signed in; whoever is not, signs in here, and the address stays as it was. */
export function SessionGate({ children }: { children: ReactNode }) {
  const district = useDistrict()
  const locale = useLocale()
  const queries = useQueryClient()
  const session = useCall(whoAmI, {}, { everySeconds: 300 })
  const signedIn = session.data
  const back = useWayBack(signedIn !== undefined)

  function enter(now: SignedIn) {
    if (signedIn && signedIn.accountId !== now.accountId) return window.location.assign(`/${district}/console/`)
    queries.setQueryData(keyOf(district, locale, whoAmI), now)
    void queries.invalidateQueries()
  }

  // While it is asked again, whoever is signing in stays where they are: half-way in, with what they typed.
  const isSigningIn = useRef(false)
  const mustSignIn = session.problem?.status === 401
  if (!session.loading) isSigningIn.current = mustSignIn && !signedIn
  // Whoever's last post has ended is signed in and may do nothing: they are told so, and can leave.
  if (session.problem?.code === 'no-role') return <WithoutPost problem={session.problem} />
  if (session.loading && !isSigningIn.current) return <Waiting rows={4} />
  if (!signedIn) {
    if (isSigningIn.current) return <SignInPage onSignedIn={enter} />
    return (
      <main className="shell-alone">
        <ProblemAlert problem={session.problem} onRetry={session.retry} />
      </main>
    )
  }
  if (back) return <Waiting rows={4} />
  return (
    <SignedInContext value={signedIn}>
      <ViewerProvider
        accountId={signedIn.accountId}
        organisationId={signedIn.organisation?.id ?? null}
        businessDate={signedIn.businessDate}
        permissions={signedIn.permissions}
      >
        <StepUpProvider>{children}</StepUpProvider>
        {mustSignIn ? <SignInAgain was={signedIn} because={session.problem} onSignedIn={enter} /> : null}
      </ViewerProvider>
    </SignedInContext>
  )
}
