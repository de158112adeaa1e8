import { Button } from 'antd'
import { useState } from 'react'
import {
  type AnswerOf,
  type Column,
  DenseTable,
  localTime,
  PageFrame,
  ProblemAlert,
  RunningText,
  SentenceText,
  useAct,
  useCall,
  useLocale,
  useTell,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'

import { listRemembered, rememberColumns, rememberWordings } from './contract.ts'
import './history.css'
import { MappingForm } from './MappingForm.tsx'
import { COLUMN_TITLES } from './meanings.ts'
import { pageWords } from './page-words.ts'
import { MeaningSelect } from './WordingForm.tsx'

type Remembered = AnswerOf<typeof listRemembered>
type Wording = Remembered['wordings'][number]

/** What clerks have explained once: the meanings of headings and of wordings, and a way to change them. */
export default function RememberedPage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const tell = useTell()
  const { may } = useViewer()
  const reading = useCall(listRemembered)
  const saving = useAct(rememberWordings)
  const [open, setOpen] = useState<string | null>(null)
  const { data } = reading
  const mayWrite = may(rememberColumns.may)

  async function change({ kind, wording }: Wording, means: string | null) {
    const done = await saving.act({ body: { wordings: [{ kind, wording, means }] } })
    if (done.ok) tell(pageWords.rememberedPage.saved)
  }

  const columns: Column<Wording>[] = [
    { key: 'kind', title: say.columns.wordingKind, width: 120, show: (row) => say.wordings[row.kind] },
    { key: 'wording', title: say.columns.wording, width: 200, pinned: true, show: (row) => row.wording },
    {
      key: 'meaning',
      title: say.columns.meaning,
      width: 320,
      show: (row) =>
        mayWrite ? (
          <MeaningSelect
            of={row}
            value={row.means}
            chosenLabel={row.label?.[locale]}
            families={data?.families ?? []}
            onChange={(means) => void change(row, means)}
          />
        ) : row.label ? (
          <SentenceText sentence={row.label} />
        ) : row.kind === 'level' ? (
          say.wordings.noLevel
        ) : (
          say.wordings.asText
        ),
    },
    {
      key: 'by',
      title: say.columns.by,
      show: (row) => say.rememberedPage.by(row.by.post[locale], localTime(row.by.at)),
    },
  ]
  return (
    <PageFrame title={say.remembered} meta={say.rememberedPage.meta} crumbs={[{ label: say.title, to: '/history' }]}>
      <ProblemAlert problem={reading.problem ?? saving.problem} onRetry={reading.retry} />
      {data ? (
        <>
          <h2>{say.rememberedPage.mappings}</h2>
          {data.mappings.length === 0 ? <p className="sj-meta">{say.rememberedPage.noMappings}</p> : null}
          {data.mappings.map((mapping) => (
            <section key={mapping.id} className="hist-received">
              <p>
                {mapping.columns
                  .map((column) => `${column.heading} → ${COLUMN_TITLES[column.meaning][locale]}`)
                  .join(' · ')}
              </p>
              <p className="sj-meta">
                <RunningText>{say.rememberedPage.by(mapping.by.post[locale], localTime(mapping.by.at))}</RunningText>{' '}
                {mayWrite ? (
                  <Button size="small" onClick={() => setOpen(open === mapping.id ? null : mapping.id)}>
                    {open === mapping.id ? say.rememberedPage.cancel : say.rememberedPage.change}
                  </Button>
                ) : null}
              </p>
              {open === mapping.id ? (
                <MappingForm
                  save={say.rememberedPage.save}
                  columns={mapping.columns.map((column) => ({
                    ...column,
                    column: '',
                    said: 'remembered',
                    samples: [],
                  }))}
                  onRemembered={() => {
                    setOpen(null)
                    tell(pageWords.rememberedPage.saved)
                  }}
                />
              ) : null}
            </section>
          ))}
          <h2>{say.rememberedPage.wordings}</h2>
          <DenseTable
            label={say.rememberedPage.wordings}
            columns={columns}
            rows={data.wordings}
            rowKey={(row) => row.id}
            empty={{ sentence: say.rememberedPage.noWordings }}
          />
        </>
      ) : reading.problem ? null : (
        <Waiting />
      )}
    </PageFrame>
  )
}
