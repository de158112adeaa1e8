import { Button } from 'antd'
import { useRef, useState } from 'react'
import {
  GoLink,
  PageFrame,
  ProblemAlert,
  StateTag,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import type { PackDocument } from '../packs/pack.ts'
import { CheckPanel } from './CheckPanel.tsx'
import {
  answerProposal,
  checkDraft,
  type Draft,
  type DraftCheck,
  getDraft,
  moveDraft,
  proposeDraft,
  saveDraft,
  withdrawProposal,
} from './contract.ts'
import { DraftHistory, Waits } from './DraftHistory.tsx'
import type { Finding } from './editor/editing.tsx'
import { SchemeEditor } from './editor/SchemeEditor.tsx'
import { pageWords } from './page-words.ts'
import { ProposeDialog, PublishDialog } from './PublishDialogs.tsx'
import { Stranded } from './Stranded.tsx'
import { standingOf, useUnsaved } from './unsaved.ts'

/** One scheme as it is written: what it says, whether it may be published, who says so. */
export default function DraftPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { draftId } = usePageParams<'draftId'>()
  const { data, problem, retry } = useCall(getDraft, { params: { draftId } })
  const draft = data?.id === draftId ? data : undefined
  return (
    <PageFrame
      title={draft ? draft.title[locale] || draft.scheme : say.title}
      meta={
        draft ? `${say.version(draft.version)} · ${say.begunFrom(draft.begunFrom || say.blank, draft.revision)}` : null
      }
      crumbs={[{ label: say.title, to: '/policies' }]}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!draft && !problem ? <Waiting rows={8} /> : null}
      {draft ? <OneDraft key={draft.id} draft={draft} /> : null}
    </PageFrame>
  )
}

function OneDraft({ draft }: { draft: Draft }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const { may, accountId } = useViewer()
  const kept = useUnsaved(accountId, draft.id)
  const standing = standingOf(kept.unsaved, draft)
  const unsaved = standing === 'open' ? kept.unsaved : null
  const setUnsaved = kept.set
  const [checking, setChecking] = useState(false)
  const [doing, setDoing] = useState<'propose' | 'publish' | null>(null)
  const saving = useAct(saveDraft)
  const moving = useAct(moveDraft)
  const withdrawing = useAct(withdrawProposal)
  const params = { draftId: draft.id }
  const check = useCall(checkDraft, { params }, { enabled: checking })
  // What was checked, by the save that it was: its findings are shown until there are newer ones.
  const seen = useRef(new Map<number, unknown>())
  seen.current.set(draft.revision, draft.document)
  const checkedDocument = check.data && (seen.current.get(check.data.revision) as PackDocument | undefined)
  const isOpen = draft.status === 'open'
  const waits = draft.proposals.find(({ answer }) => answer === null)
  const writes = isOpen && may(saveDraft.may)

  async function save(over: number | null = null): Promise<boolean> {
    if (!unsaved) return true
    const revision = over ?? unsaved.revision
    const document = unsaved.document as Record<string, unknown>
    const done = await saving.act({ params, body: { revision, document, note: '' } })
    if (!done.ok) return false
    setUnsaved((now) => (now?.document === unsaved.document ? null : now && { ...now, revision: revision + 1 }))
    tell(pageWords.saved)
    return true
  }
  const isBehind = saving.problem?.code === 'saved-meanwhile'
  return (
    <>
      <Waits draft={draft} />
      {standing === 'stranded' && kept.unsaved ? (
        <Stranded draft={draft} unsaved={kept.unsaved} onDrop={() => setUnsaved(() => null)} />
      ) : null}
      <div className="sj-page-actions">
        {writes ? (
          <Button
            type={unsaved ? 'primary' : 'default'}
            disabled={!unsaved}
            loading={saving.busy}
            onClick={() => void save()}
          >
            {say.save}
          </Button>
        ) : null}
        <Button
          loading={checking && check.data === undefined && !check.problem}
          onClick={() => void save().then((saved) => (saved ? setChecking(true) : undefined))}
        >
          {say.check}
        </Button>
        {writes && !waits && may(proposeDraft.may) ? (
          <Button disabled={unsaved !== null} onClick={() => setDoing('propose')}>
            {say.propose}
          </Button>
        ) : null}
        {waits && may(answerProposal.may) && !draft.ownProposal ? (
          <Button type="primary" onClick={() => setDoing('publish')}>
            {say.publish}
          </Button>
        ) : null}
        {waits && draft.ownProposal ? (
          <Button
            loading={withdrawing.busy}
            onClick={() => void withdrawing.act({ params, body: { proposalId: waits.id } })}
          >
            {say.withdraw}
          </Button>
        ) : null}
        {may(moveDraft.may) && !waits && draft.status !== 'published' ? (
          <Button
            loading={moving.busy}
            onClick={() => void moving.act({ params, body: { to: isOpen ? 'discarded' : 'open', reason: '' } })}
          >
            {isOpen ? say.discard : say.takeUp}
          </Button>
        ) : null}
        {draft.publishedSha256 ? (
          <GoLink className="sj-button" to={`/policies/versions/${draft.publishedSha256}`}>
            {say.seePublished}
          </GoLink>
        ) : null}
        {unsaved ? <StateTag tone="attention">{kept.isLoose ? say.unsavedLoose : say.unsaved}</StateTag> : null}
      </div>
      <ProblemAlert problem={saving.problem ?? moving.problem ?? withdrawing.problem} takesFocus />
      {isBehind && unsaved ? (
        <div className="sj-page-actions">
          <Button onClick={() => void save(draft.revision)}>{say.saveAnyway}</Button>
          <Button
            onClick={() => {
              setUnsaved(() => null)
              saving.forget()
            }}
          >
            {say.loadTheirs}
          </Button>
        </div>
      ) : null}
      {checking ? (
        <CheckPanel draft={draft} check={check.data} problem={check.problem} isBehind={unsaved !== null} />
      ) : null}
      <SchemeEditor
        document={(unsaved?.document ?? draft.document) as PackDocument}
        before={draft.before?.document as PackDocument | undefined}
        problems={unsaved ? [] : draft.problems}
        findings={check.data ? [...check.data.findings, ...placedIn(check.data)] : []}
        versions={draft.versions}
        foundIn={checkedDocument}
        countyValues={draft.countyValues.map((each) => ({ ...each, to: each.to }))}
        funds={draft.funds}
        schemes={draft.schemes}
        tryOutAt={`/trials?draft=${draft.id}`}
        readOnly={!writes}
        onChange={(document) => setUnsaved((now) => ({ document, revision: now?.revision ?? draft.revision }))}
      />
      <DraftHistory
        draft={draft}
        {...(writes
          ? { onLoad: (document: unknown) => setUnsaved(() => ({ document, revision: draft.revision })) }
          : {})}
      />
      {doing === 'propose' ? <ProposeDialog draft={draft} onDone={() => setDoing(null)} /> : null}
      {doing === 'publish' && waits ? (
        <PublishDialog draft={draft} proposal={waits} onDone={() => setDoing(null)} />
      ) : null}
    </>
  )
}

/** What keeps it from being published and is said of a part of it, as a finding at that part; what is a finding already is not told twice. */
function placedIn({ blocked, findings }: DraftCheck): Finding[] {
  return blocked.flatMap(({ at, sentence }) => {
    const isTold =
      at === '' || at === 'cases' || findings.some((each) => each.at === at && each.sentence.zh === sentence.zh)
    return isTold ? [] : [{ severity: 'error' as const, clause: '', at, sentence }]
  })
}
