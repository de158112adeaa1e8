import {
  type Column,
  DenseTable,
  GoLink,
  listed,
  PageFrame,
  SentenceText,
  StateTag,
  useGo,
  useListing,
  useViewer,
  useWords,
  Who,
} from '../../../platform/ui/public.ts'
import { listSamples, planSample, type Sample } from './contract.ts'
import { pageWords } from './page-words.ts'
import { PlanButton } from './PlanDialog.tsx'
import { words } from './words.ts'

/** Which samples are planned and drawn, and how far has the auditor got with them? */
export default function SamplesPage() {
  const say = { ...useWords(words), ...useWords(pageWords) }
  const go = useGo()
  const { may } = useViewer()
  const list = useListing(listSamples)
  return (
    <PageFrame title={say.title} meta={say.meta} actions={may(planSample.may) ? <PlanButton /> : null}>
      <DenseTable
        {...listed(list)}
        label={say.title}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ sentence: say.none }}
        onOpen={(row) => go(`/samples/${row.id}`)}
      />
    </PageFrame>
  )
}

function useColumns(): Column<Sample>[] {
  const say = { ...useWords(words), ...useWords(pageWords) }
  return [
    {
      key: 'number',
      title: say.number,
      width: 120,
      pinned: true,
      show: (row) => <GoLink to={`/samples/${row.id}`}>{row.number}</GoLink>,
    },
    { key: 'state', title: say.state, width: 180, show: (row) => <SampleState sample={row} /> },
    { key: 'purpose', title: say.purpose, wraps: true, show: (row) => row.purpose },
    {
      key: 'population',
      title: say.population,
      width: 120,
      show: (row) => <SentenceText sentence={row.population.name} />,
    },
    { key: 'candidates', title: say.candidates, width: 110, kind: 'number', show: (row) => row.candidates },
    {
      key: 'progress',
      title: say.progress,
      width: 190,
      show: (row) => (row.draw ? say.marked(row.marked, row.items, row.findings) : ''),
    },
    { key: 'by', title: say.by, width: 170, wraps: true, show: (row) => <Who by={row.by} /> },
  ]
}

export function SampleState({ sample }: { sample: Sample }) {
  const say = useWords(pageWords)
  if (sample.draw) return <StateTag tone="good">{say.states.drawn}</StateTag>
  return sample.sealed ? (
    <StateTag tone="now">{say.states.sealed}</StateTag>
  ) : (
    <StateTag tone="attention">{say.states.waits}</StateTag>
  )
}
