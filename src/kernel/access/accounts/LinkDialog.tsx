import { Button } from 'antd'
import { Instant, Modal, useDistrict, useTell, useWords } from '../../../platform/ui/public.ts'
import { words } from './words.ts'

/** The one-time link, shown this once. */
export function LinkDialog({ link, onDone }: { link: { token: string; expiresAt: string }; onDone: () => void }) {
  const say = useWords(words)
  const district = useDistrict()
  const tell = useTell()
  // Behind the #, which a browser sends to no server and writes into no log.
  const address = `${window.location.origin}/${district}/console/invitation#${link.token}`
  return (
    <Modal
      open
      title={say.linkTitle}
      onCancel={onDone}
      footer={[
        <Button
          key="copy"
          type="primary"
          onClick={() => void navigator.clipboard?.writeText(address).then(() => tell(words.copied))}
        >
          {say.copy}
        </Button>,
        <Button key="close" onClick={onDone}>
          {say.close}
        </Button>,
      ]}
    >
      <p>{say.linkOnce}</p>
      <code className="ac-link">{address}</code>
      <p className="sj-meta">
        {say.linkUntil} <Instant at={link.expiresAt} />
      </p>
    </Modal>
  )
}
