import { Button } from 'antd'
import { useState } from 'react'
import {
  ActionBar,
  Figures,
  FilterChips,
  GoLink,
  KeyboardHints,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useFilters,
  useKeys,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { CertificateRows, useCopy } from './CertificateRows.tsx'
import { type CertificateShown, getLookUpGroup, type LookUpGroupDetail, recordLookUp } from './contract.ts'
import { type Draft, lacks, marked, toggled } from './draft.ts'
import { LookUpForm, withoutPlaces } from './LookUpForm.tsx'
import { LookUpHistory } from './LookUpHistory.tsx'
import './look-ups.css'
import { DIFFERENCES, type LookUpOutcome } from './rules.ts'
import { useDraft } from './useDraft.ts'
import { words } from './words.ts'

const waits = ({ newest }: CertificateShown) => newest === null || newest.tooOld
const inDoubt = ({ newest }: CertificateShown) => newest !== null && newest.outcome !== 'agrees'

/** The keys of the page: one step, one mark, and the next certificate is there. */
function useMarking(shown: readonly CertificateShown[], change: (next: (now: Draft) => Draft) => void, open: boolean) {
  const [at, setAt] = useState<string | undefined>(undefined)
  const place = Math.max(
    0,
    shown.findIndex((each) => each.id === at),
  )
  const here = shown[place]
  const copy = useCopy()
  const move = (by: number) => setAt((shown[place + by] ?? here)?.id)
  const mark = (certificateId: string, outcome: LookUpOutcome | null) =>
    change((now) => marked(now, certificateId, outcome))
  const press = (outcome: LookUpOutcome | null, next: boolean) => () => {
    if (!here) return
    mark(here.id, outcome)
    setAt((next ? shown[place + 1] : undefined)?.id ?? here.id)
  }
  useKeys(
    open
      ? {
          j: () => move(1),
          k: () => move(-1),
          y: press('agrees', true),
          n: press('not-found', true),
          d: press('differs', false),
          u: press(null, false),
          c: () => here && copy(here.number),
          ...Object.fromEntries(
            DIFFERENCES.map((difference, index) => [
              String(index + 1),
              () =>
                here &&
                change((now) => (now.marks[here.id]?.outcome === 'differs' ? toggled(now, here.id, difference) : now)),
            ]),
          ),
        }
      : {},
  )
  return { at: here?.id, setAt, mark }
}

function Opened({ detail, retry }: { detail: LookUpGroupDetail; retry: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const viewer = useViewer()
  const mayLookUp = viewer.may(recordLookUp.may)
  const recording = useAct(recordLookUp)
  const { filters } = useFilters({ show: '' })
  const groupId = detail.group.id
  const onlySite = detail.sites.length === 1 ? detail.sites[0]!.code : ''
  const fresh = { site: onlySite, lookedOn: viewer.businessDate, screenshotIds: [], marks: {} }
  const { draft, change, forget } = useDraft(groupId, fresh)
  const shown = detail.certificates.filter(
    (each) => filters.show === '' || (filters.show === 'waiting' ? waits(each) : inDoubt(each)),
  )
  const marking = useMarking(shown, change, mayLookUp)
  const given = detail.certificates.filter((each) => draft.marks[each.id])
  const missing = lacks({ ...draft, marks: Object.fromEntries(given.map((each) => [each.id, draft.marks[each.id]!])) })
  const { counts } = detail.group

  async function save() {
    const { site, lookedOn, screenshotIds } = draft
    const lines = given.map(({ id, newest }) => ({
      certificateId: id,
      outcome: draft.marks[id]!.outcome,
      differing: [...draft.marks[id]!.differing],
      seen: newest?.lookUpId ?? null,
    }))
    const body = { site, lookedOn, screenshotIds: [...screenshotIds], lines }
    const done = await recording.act({ params: { groupId }, body })
    if (!done.ok) return retry()
    forget()
    tell(words.saved(done.answer.certificates)[locale])
  }

  return (
    <>
      <Figures
        figures={[
          { label: say.certificates, value: counts.certificates },
          { label: say.waiting, value: counts.waiting },
          { label: say.agreeing, value: counts.agreeing },
          { label: say.differing, value: counts.differing },
          { label: say.missing, value: counts.missing },
        ]}
      />
      {mayLookUp ? <LookUpForm detail={detail} draft={draft} change={change} /> : null}
      <h2>{say.certificates}</h2>
      {mayLookUp ? (
        <KeyboardHints
          hints={[
            { keys: 'J K', label: `${say.next} / ${say.previous}` },
            { keys: 'Y', label: say.agrees },
            { keys: 'D', label: say.differs },
            { keys: '1 2 3 4', label: say.whatDiffers },
            { keys: 'N', label: say.notFound },
            { keys: 'U', label: say.clear },
            { keys: 'C', label: say.copyNumber },
          ]}
        />
      ) : null}
      <CertificateRows
        label={say.certificates}
        certificates={shown}
        marks={draft.marks}
        at={marking.at}
        onAt={marking.setAt}
        onMark={mayLookUp ? marking.mark : null}
        onToggle={(id, difference) => change((now) => toggled(now, id, difference))}
      />
      {mayLookUp ? (
        <>
          <ProblemAlert problem={withoutPlaces(recording.problem)} takesFocus />
          <ActionBar note={missing ? say[missing] : say.kept}>
            <Button type="primary" loading={recording.busy} disabled={missing !== null} onClick={() => void save()}>
              {say.save(given.length)}
            </Button>
          </ActionBar>
        </>
      ) : null}
      <LookUpHistory lookUps={detail.lookUps} />
    </>
  )
}

/** The certificates of one class: what a site shows of each is marked, a screenshot attached, and saved. */
export default function LookUpPage() {
  const say = useWords(words)
  const locale = useLocale()
  const { groupId } = usePageParams<'groupId'>()
  const { filters, set } = useFilters({ show: '' })
  const { data, problem, retry } = useCall(getLookUpGroup, { params: { groupId } })
  const detail = data?.group.id === groupId ? data : undefined
  const chip = (show: string, label: string, count: number | undefined) => ({
    key: show,
    label,
    ...(count === undefined ? {} : { count }),
    on: filters.show === show,
    toggle: () => set({ show: filters.show === show ? '' : show }),
  })
  return (
    <PageFrame
      title={detail ? detail.group.title[locale] : say.title}
      meta={detail ? `${detail.group.organisationName} · ${detail.beforePayment ? say.meta : say.metaNoted}` : null}
      crumbs={[{ label: say.title, to: '/certificates/look-ups' }]}
      actions={
        detail ? (
          <GoLink className="sj-button" to={`/classes/${groupId}`}>
            {say.openClass}
          </GoLink>
        ) : null
      }
      filters={
        <FilterChips
          chips={[
            chip('waiting', say.waitingOnly, detail?.certificates.filter(waits).length),
            chip('doubt', say.withDoubt, detail?.certificates.filter(inDoubt).length),
          ]}
        />
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!detail && !problem ? <Waiting rows={10} /> : null}
      {detail ? <Opened key={groupId} detail={detail} retry={retry} /> : null}
    </PageFrame>
  )
}
