import { Button } from 'antd'
import { useState } from 'react'
import {
  type Column,
  DenseTable,
  GoLink,
  listed,
  PageFrame,
  ProblemAlert,
  saveFile,
  SentenceText,
  StateTag,
  useAct,
  useCall,
  useListing,
  useLocale,
  usePageParams,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { writeFinding } from '../findings/contract.ts'
import '../findings/findings.css'
import {
  drawSample,
  getSample,
  listSampleItems,
  markSampleItem,
  type Sample,
  type SampleItem,
  samplePopulation,
} from './contract.ts'
import { pageWords } from './page-words.ts'
import { SampleState } from './SamplesPage.tsx'
import { words } from './words.ts'

/** What was it drawn from, by which seed, what was drawn, and what was seen of each item? */
export default function SamplePage() {
  const { sampleId } = usePageParams<'sampleId'>()
  const say = useWords(words)
  const locale = useLocale()
  const [sealed, setSealed] = useState(false)
  const reading = useCall(getSample, { params: { sampleId } }, sealed ? {} : { everySeconds: 20 })
  const { data, problem, retry } = reading
  if (data?.sealed && !sealed) setSealed(true)
  return (
    <PageFrame
      title={data ? words.named(data.number)[locale] : say.title}
      meta={data?.purpose}
      crumbs={[{ label: say.title, to: '/samples' }]}
      actions={data ? <Acts sample={data} /> : null}
    >
      <ProblemAlert problem={problem} onRetry={retry} />
      {!data && !problem ? <Waiting rows={8} /> : null}
      {data ? <Facts sample={data} /> : null}
      {data?.draw ? <Items sample={data} /> : null}
    </PageFrame>
  )
}

function Acts({ sample }: { sample: Sample }) {
  const say = useWords(pageWords)
  const tell = useTell()
  const { may } = useViewer()
  const drawing = useAct(drawSample)
  const saving = useAct(samplePopulation)
  const params = { sampleId: sample.id }

  async function draw() {
    const done = await drawing.act({ params })
    if (done.ok) tell(pageWords.drawnNow)
  }
  async function save() {
    const done = await saving.act({ params })
    if (done.ok) saveFile(done.answer as Blob, `${sample.number}.csv`)
  }

  return (
    <>
      {!sample.draw && may(drawSample.may) ? (
        <Button type="primary" disabled={!sample.sealed} loading={drawing.busy} onClick={() => void draw()}>
          {say.draw}
        </Button>
      ) : null}
      <Button loading={saving.busy} onClick={() => void save()}>
        {say.export}
      </Button>
      <ProblemAlert problem={drawing.problem ?? saving.problem} />
    </>
  )
}

function Facts({ sample }: { sample: Sample }) {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const { draw } = sample
  return (
    <>
      <p>
        <SampleState sample={sample} /> {draw ? say.marked(sample.marked, sample.items, sample.findings) : say.notDrawn}
      </p>
      <dl className="fd-says">
        <dt>{say.population}</dt>
        <dd>
          <SentenceText sentence={sample.population.name} /> · {say.candidatesNow(sample.candidates)} · {say.strata}:{' '}
          {say.byStratum[sample.stratifiedBy ?? 'none']}
        </dd>
        <dt>{say.take}</dt>
        <dd className="sj-num">{sample.take}</dd>
        <dt>{say.hash}</dt>
        <dd className="sj-num">{sample.populationSha256}</dd>
        {draw ? (
          <>
            <dt>{say.seed}</dt>
            <dd className="sj-num">
              {draw.seed} <span className="sj-meta">{say.seal(draw.sealNumber)}</span>
            </dd>
          </>
        ) : null}
      </dl>
      <p className="sj-meta">{say.again}</p>
    </>
  )
}

function Items({ sample }: { sample: Sample }) {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const locale = useLocale()
  const list = useListing(listSampleItems, { params: { sampleId: sample.id } })
  const columns: Column<SampleItem>[] = [
    { key: 'nth', title: '#', width: 50, kind: 'number', show: (row) => row.nth },
    {
      key: 'subject',
      title: say.item,
      wraps: true,
      show: ({ subject }) => (
        <GoLink to={`/trail/${subject.kind}/${subject.id}`}>
          <SentenceText sentence={subject.title} />
        </GoLink>
      ),
    },
    ...(sample.stratifiedBy
      ? [
          {
            key: 'stratum',
            title: say.stratum,
            width: 180,
            wraps: true,
            show: (row: SampleItem) => row.stratumName[locale],
          },
        ]
      : []),
    { key: 'mark', title: say.mark, width: 360, wraps: true, show: (row) => <Mark sampleId={sample.id} item={row} /> },
  ]
  return (
    <DenseTable
      {...listed(list)}
      label={say.item}
      columns={columns}
      rowKey={(row) => row.id}
      empty={{ sentence: say.notDrawn }}
    />
  )
}

function Mark({ sampleId, item }: { sampleId: string; item: SampleItem }) {
  const say = useWords(pageWords)
  const { may } = useViewer()
  const marking = useAct(markSampleItem)
  const { mark, subject, findings } = item
  const marks = (verdict: 'fine' | 'finding', findingId: string | null) =>
    void marking.act({ params: { sampleId, itemId: item.id }, body: { verdict, note: '', findingId } })
  return (
    <>
      {mark ? (
        <StateTag tone={mark.verdict === 'fine' ? 'good' : 'refused'}>{say[mark.verdict]}</StateTag>
      ) : (
        <span className="sj-meta">{say.notSeen}</span>
      )}{' '}
      {mark?.findingId ? (
        <GoLink to={`/findings/${mark.findingId}`}>
          {findings.find(({ id }) => id === mark.findingId)?.number ?? say.finding}
        </GoLink>
      ) : null}{' '}
      {may(markSampleItem.may) ? (
        <>
          {mark?.verdict === 'fine' ? null : (
            <Button size="small" disabled={marking.busy} onClick={() => marks('fine', null)}>
              {say.markFine}
            </Button>
          )}{' '}
          {findings
            .filter(({ id }) => id !== mark?.findingId)
            .map(({ id, number }) => (
              <Button key={id} size="small" disabled={marking.busy} onClick={() => marks('finding', id)}>
                {say.markFinding(number)}
              </Button>
            ))}
        </>
      ) : null}{' '}
      {may(writeFinding.may) ? (
        <GoLink to="/findings/new" query={{ kind: subject.kind, subject: subject.id }}>
          {say.write}
        </GoLink>
      ) : null}
      <ProblemAlert problem={marking.problem} />
    </>
  )
}
