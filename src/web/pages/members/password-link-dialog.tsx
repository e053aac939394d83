import { useState } from 'react'
import type { MemberAnswer } from '../../../contract/member.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf } from '../../api.ts'
import { useText } from '../../use-text.ts'
import { FormDialog } from './form-dialog.tsx'
import { type Handover, HandoverDialog } from './handover-dialog.tsx'

/** Lets somebody who forgot the password choose a new one. */
export const PasswordLinkDialog = ({ member, onClose }: { member: MemberAnswer; onClose: () => void }) => {
  const { t } = useText('member')
  const [handover, setHandover] = useState<Handover>()
  const { id, name } = member
  const title = t('passwordLink.title', { name })
  const make = async () => {
    const made = await bodyOf(api.members[':id']['password-links'].$post({ param: { id } }))
    if (made.mail !== 'sent') return setHandover({ ...made, name })
    onClose()
    announce({ sentence: t('passwordLink.sent', { name }) })
  }
  if (handover) return <HandoverDialog title={title} handover={handover} onClose={onClose} />
  return (
    <FormDialog
      title={title}
      submitLabel={t('passwordLink.make')}
      busyLabel={t('passwordLink.busy')}
      onClose={onClose}
      onSubmit={make}
    >
      <p>{t('passwordLink.lead', { name })}</p>
    </FormDialog>
  )
}
