import { Outlet } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { signOut } from '../../kernel/access/contract.ts'
import { EmergencyPanel } from '../../kernel/access/emergencies/EmergencyPanel.tsx'
import { WrongTriesPanel } from '../../kernel/access/sessions/WrongTriesPanel.tsx'
import {
  Drawer,
  GoLink,
  LanguageSwitch,
  SentenceText,
  TopBarContext,
  useAct,
  useDistrict,
  useWide,
  useWords,
} from '../../platform/ui/public.ts'
import { DemonstrationStrip } from './DemonstrationStrip.tsx'
import { GoAnywhere, useCtrlK } from './GoAnywhere.tsx'
import { Navigation } from './Navigation.tsx'
import { PrintedFoot } from './PrintedFoot.tsx'
import { useSignedIn } from './session.tsx'
import { words } from './words.ts'

/** Who is signed in, in which post, and the way out; leaving reloads, so that nothing stays in memory. */
function Person() {
  const say = useWords(words)
  const district = useDistrict()
  const { personName, post, organisation } = useSignedIn()
  const leaving = useAct(signOut)

  async function leave() {
    const done = await leaving.act()
    if (done.ok || done.problem.status === 401) window.location.assign(`/${district}/console/`)
  }

  return (
    <div className="person">
      <GoLink to="/my/sign-ins" className="person-who" title={organisation?.name ?? say.mySignIns}>
        <b>{personName}</b>{' '}
        <small>
          <SentenceText sentence={post} />
        </small>
      </GoLink>
      <button type="button" className="sj-plain" disabled={leaving.busy} onClick={leave}>
        {say.signOut}
      </button>
    </div>
  )
}

function MenuButton({ onOpen }: { onOpen: () => void }) {
  const say = useWords(words)
  return (
    <button type="button" className="menu-button" aria-label={say.openNavigation} onClick={onOpen}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M2 4.5h16M2 10h16M2 15.5h16" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  )
}

/** The console around its pages: the programme left, the page's own bar on top, the page. */
export function Shell() {
  const say = useWords(words)
  const signedIn = useSignedIn()
  const { demonstration, unencrypted, emergency } = signedIn
  const wide = useWide()
  const [filters, setFilters] = useState<HTMLElement | null>(null)
  const [search, setSearch] = useState<HTMLElement | null>(null)
  const [drawer, setDrawer] = useState(false)
  const [going, setGoing] = useState(false)
  const goAnywhere = useCallback(() => {
    setDrawer(false)
    setGoing(true)
  }, [])
  useCtrlK(goAnywhere)
  const bar = useMemo(() => ({ filters, search }), [filters, search])
  return (
    <div className="shell">
      <PrintedFoot />
      <a className="skip" href="#content">
        {say.skip}
      </a>
      {demonstration ? <DemonstrationStrip /> : null}
      {unencrypted ? <p className="strip strip-open">{say.openDemonstration}</p> : null}
      {emergency ? <EmergencyPanel key={emergency.id} emergency={emergency} /> : null}
      <WrongTriesPanel signedIn={signedIn} />
      <div className="shell-body">
        {wide ? <Navigation onSearch={goAnywhere} /> : null}
        <div className="shell-main">
          <header className="topbar">
            {wide ? null : (
              <>
                <MenuButton onOpen={() => setDrawer(true)} />
                <b className="topbar-brand">{say.productName}</b>
              </>
            )}
            <div className="topbar-filters" ref={setFilters} />
            <div className="topbar-search" ref={setSearch} />
            <LanguageSwitch className="topbar-language" />
            <Person />
          </header>
          <main id="content" tabIndex={-1}>
            <TopBarContext value={bar}>
              <Outlet />
            </TopBarContext>
          </main>
        </div>
      </div>
      <Drawer
        open={drawer && !wide}
        onClose={() => setDrawer(false)}
        placement="left"
        size={260}
        title={say.navigation}
        styles={{ body: { padding: 0 } }}
        rootClassName="shell-drawer"
      >
        <Navigation onGo={() => setDrawer(false)} onSearch={goAnywhere} />
      </Drawer>
      <GoAnywhere open={going} onClose={() => setGoing(false)} />
    </div>
  )
}
