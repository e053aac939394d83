import { CopyField } from '../../ui/copy-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { isFailure } from './mail-failure.ts'

interface LinkHandoverProps {
  readonly name: string
  readonly link: string | null
  readonly mailFailure: string | null
}

/** No mail went out: why, and the link that somebody then hands over. */
export const LinkHandover = ({ name, link, mailFailure }: LinkHandoverProps) => {
  const { t } = useText('member')
  const { t: shown } = useText('members')
  return (
    <>
      <Notice kind="signal" word={link ? t('handTitle') : shown('mail.failed')}>
        <p>{isFailure(mailFailure) ? shown(`failure.${mailFailure}`) : t('handNone')}</p>
        {link ? <p>{t('handOnce', { name })}</p> : null}
      </Notice>
      {link ? (
        <CopyField
          label={t('handLink', { name })}
          text={link}
          copyLabel={t('copy')}
          copiedLabel={t('copied')}
        />
      ) : null}
    </>
  )
}
