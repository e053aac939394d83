import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import type { ReportFormat } from '../../../domain/report/report-format.ts'
import { PanelButton } from '../../ui/panel-button.tsx'
import { useText } from '../../use-text.ts'
import './download-menu.css'

/** In the order in which a coordinator asks for them. */
const formats = [
  'pdf',
  'note',
  'docx',
  'pptx',
  'xlsx',
  'csv',
  'json',
] as const satisfies readonly ReportFormat[]

/** The report as a file, each with what it is good for. */
export const DownloadMenu = ({ pathOf }: { readonly pathOf: (format: ReportFormat) => string }) => {
  const { t } = useText()
  return (
    <PanelButton label={t('reports.download')} icon={<DownloadSimpleIcon aria-hidden size={20} />}>
      {(close) => (
        <ul className="download-menu">
          {formats.map((format) => (
            <li key={format}>
              <a href={pathOf(format)} download className="download-file" onClick={close}>
                <span className="download-name">{t(`reports.fileName.${format}`)}</span>
                <span className="download-use">{t(`reports.fileUse.${format}`)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </PanelButton>
  )
}
