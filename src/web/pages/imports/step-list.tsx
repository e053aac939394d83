import { Link } from '@tanstack/react-router'
import type { ImportDetail } from '../../../contract/import.ts'
import { paths } from '../../paths.ts'
import { useText } from '../../use-text.ts'
import { type ImportStep, importSteps, isOpen } from './import-step.ts'
import './step-list.css'

/** The five steps: which are behind, which is now, which come. Those behind are links, without loss. */
export const StepList = ({ current, detail }: { current: ImportStep; detail?: ImportDetail }) => {
  const { t } = useText('imports')
  return (
    <nav aria-label={t('step.name')} className="step-list no-print">
      <ol>
        {importSteps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span className="step-number" aria-hidden>
              {index + 1}
            </span>
            {detail && isLink(step) && step !== current && isOpen(step, detail) ? (
              <Link to={paths.import} params={{ id: detail.id }} search={{ step }} className="link">
                {t(`step.${step}`)}
              </Link>
            ) : (
              <span>{t(`step.${step}`)}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const isLink = (step: ImportStep) => step !== 'file' && step !== 'run'
