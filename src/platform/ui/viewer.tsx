import { createContext, type ReactNode, useContext, useMemo } from 'react'

/** Who is looking, where and on which business date: what any page may need, and nothing of how they signed in. */
export type Viewer = {
  district: number
  accountId: string
  organisationId: string | null
  /** The district's business date, YYYY-MM-DD. */
  businessDate: string
  may: (permission: string) => boolean
}

const DistrictContext = createContext<number | null>(null)
const ViewerContext = createContext<Viewer | null>(null)

/** The district that the address names; known before anybody signs in. */
export function DistrictProvider({ district, children }: { district: number; children: ReactNode }) {
  return <DistrictContext value={district}>{children}</DistrictContext>
}

export function useDistrict(): number {
  const district = useContext(DistrictContext)
  if (district === null) throw new Error('useDistrict outside DistrictProvider')
  return district
}

export function ViewerProvider(props: {
  accountId: string
  organisationId: string | null
  businessDate: string
  permissions: readonly string[]
  children: ReactNode
}) {
  const district = useDistrict()
  const { accountId, organisationId, businessDate, permissions } = props
  const viewer = useMemo(() => {
    const held = new Set(permissions)
    const may = (permission: string) => permission === 'anyone' || permission === 'signed-in' || held.has(permission)
    return { district, accountId, organisationId, businessDate, may }
  }, [district, accountId, organisationId, businessDate, permissions])
  return <ViewerContext value={viewer}>{props.children}</ViewerContext>
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer outside ViewerProvider')
  return viewer
}
