import { formatDecimal } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'

/** Bytes as people say them. */
export function useFileSize(): (bytes: number) => string {
  const { t, language } = useText('imports')
  return (bytes) => {
    const kibibytes = bytes / 1024
    if (kibibytes < 1000)
      return t('size.kb', { size: formatDecimal(language, Math.max(1, Math.round(kibibytes))) })
    return t('size.mb', { size: formatDecimal(language, kibibytes / 1024) })
  }
}
