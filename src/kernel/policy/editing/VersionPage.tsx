import { Button } from 'antd'
import { useState } from 'react'
import {
  GoLink,
  localTime,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useCall,
  useLocale,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
  whoText,
} from '../../../platform/ui/public.ts'
import { PaperPanel, PrintButton } from '../../record/paper/PaperPanel.tsx'
import type { PackDocument } from '../packs/pack.ts'
import { beginDraft, getVersion } from './contract.ts'
import { SchemeEditor } from './editor/SchemeEditor.tsx'
import { pageWords } from './page-words.ts'
import { BeginDialog } from './PublishDialogs.tsx'
import { SCHEME_TONE } from './SchemesPage.tsx'

/** One version of a scheme, as it was published: read, tried, and begun from. */
export default function VersionPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const { sha256 } = usePageParams<'sha256'>()
  const { data, problem, retry } = useCall(getVersion, { params: { sha256 } })
  const [begins, setBegins] = useState(false)
  const version = data?.id === sha256 ? data : undefined
  const published = version?.published
  return (
    <PageFrame
      title={version ? version.title[locale] : say.title}
      meta={version ? `${say.version(version.version)} · ${version.from}${version.to ? ` – ${version.to}` : ''}` : null}
      crumbs={[{ label: say.title, to: '/policies' }]}
      actions={
        version ? (
          <>
            <GoLink className="sj-button" to={`/trials?version=${version.id}`}>
              {say.tryOut}
            </GoLink>
            {may(beginDraft.may) ? (
              <Button type="primary" onClick={() => setBegins(true)}>
                {say.begin}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!version && !problem ? <Waiting rows={8} /> : null}
      {version ? (
        <>
          <p>
            <StateTag tone={SCHEME_TONE[version.state]}>{say.states[version.state]}</StateTag>{' '}
            {say.origins[version.origin]} · <SentenceText sentence={version.authority} /> {version.documentNumber ?? ''}{' '}
            {version.placeholder ? <StateTag tone="attention">{say.example}</StateTag> : null}
          </p>
          {published ? (
            <>
              <p className="sj-meta">
                {say.publishedBy(
                  whoText(published.proposed.by, locale),
                  whoText(published.published.by, locale),
                  localTime(published.published.at),
                )}{' '}
                <PrintButton
                  kind="scheme-version"
                  subjectId={published.id}
                  form="scheme-notice"
                  label={say.printNotice}
                />
              </p>
              <details>
                <summary>
                  {say.noticeTitle}:<SentenceText sentence={published.notice.title} />
                </summary>
                {published.notice.paragraphs.map((paragraph) => (
                  <p key={paragraph.zh}>
                    <SentenceText sentence={paragraph} />
                  </p>
                ))}
                <PaperPanel kind="scheme-version" subjectId={published.id} />
              </details>
            </>
          ) : null}
          <SchemeEditor
            document={version.document as PackDocument}
            countyValues={version.countyValues.map((each) => ({ ...each, to: each.to }))}
            funds={version.funds}
            schemes={version.schemes}
            readOnly
            onChange={() => undefined}
          />
        </>
      ) : null}
      {begins && version ? <BeginDialog from={version.id} onDone={() => setBegins(false)} /> : null}
    </PageFrame>
  )
}
