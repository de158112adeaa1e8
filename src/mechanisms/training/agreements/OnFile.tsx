import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DenseTable, useCall, useViewer, useWords } from '../../../platform/ui/public.ts'
import { DocumentsPart } from '../documents/DocumentsPart.tsx'
import { type Instructor, listInstructors, listSites, type Site } from './contract.ts'
import { AddRoom, AddSite, FileInstructor } from './filing-forms.tsx'
import { pageWords } from './page-words.ts'
import './agreements.css'

/** A provider's sites with their rooms, its instructors, masked, and its papers; the bureau adds to them here. */
export function OnFile({ organisationId }: { organisationId: string }) {
  const say = useWords(pageWords)
  const mayAdd = useViewer().may('agreement.write')
  const sites = useCall(listSites, { params: { organisationId } })
  const instructors = useCall(listInstructors, { params: { organisationId } })
  const [adding, setAdding] = useState<'site' | 'instructor' | Site | null>(null)
  const siteColumns: Column<Site>[] = [
    { key: 'name', title: say.site, show: (site) => site.name },
    { key: 'town', title: say.town, width: 130, show: (site) => site.townZh },
    { key: 'address', title: say.address, show: (site) => site.address },
    {
      key: 'rooms',
      title: say.rooms,
      wraps: true,
      show: (site) => say.list(site.rooms.map((room) => say.seatsOf(room.name, room.seats))),
    },
    ...(mayAdd
      ? [
          {
            key: 'add',
            title: '',
            width: 130,
            show: (site: Site) => (
              <Button size="small" onClick={() => setAdding(site)}>
                {say.addRoom}
              </Button>
            ),
          },
        ]
      : []),
  ]
  const instructorColumns: Column<Instructor>[] = [
    { key: 'name', title: say.personName, width: 110, show: (each) => each.maskedName },
    {
      key: 'identity',
      title: say.identity,
      width: 190,
      show: (each) => <span className="sj-num">{each.maskedIdentity}</span>,
    },
    { key: 'title', title: say.title, show: (each) => each.title },
  ]
  const done = () => setAdding(null)
  return (
    <>
      <h3 className="ag-part">{say.sites}</h3>
      <DenseTable
        label={say.sites}
        columns={siteColumns}
        rows={sites.data?.sites}
        rowKey={(site) => site.id}
        empty={{ sentence: say.noSites }}
        problem={sites.problem}
        onRetry={sites.retry}
      />
      {mayAdd ? (
        <div className="ag-tools">
          <Button onClick={() => setAdding('site')}>{say.addSite}</Button>
        </div>
      ) : null}
      <h3 className="ag-part">{say.instructors}</h3>
      <DenseTable
        label={say.instructors}
        columns={instructorColumns}
        rows={instructors.data?.instructors}
        rowKey={(each) => each.id}
        empty={{ sentence: say.noInstructors }}
        problem={instructors.problem}
        onRetry={instructors.retry}
      />
      {mayAdd ? (
        <div className="ag-tools">
          <Button onClick={() => setAdding('instructor')}>{say.fileInstructor}</Button>
        </div>
      ) : null}
      <DocumentsPart organisationId={organisationId} />
      {adding === 'site' ? <AddSite organisationId={organisationId} onDone={done} /> : null}
      {adding === 'instructor' ? <FileInstructor organisationId={organisationId} onDone={done} /> : null}
      {adding !== null && typeof adding === 'object' ? <AddRoom site={adding} onDone={done} /> : null}
    </>
  )
}
