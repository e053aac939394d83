import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientFile } from '../../../contract/client-file.ts'
import { type ExplanationPoint, explanationPoints } from '../../../domain/client/client-rule.ts'
import { hasRegisterNumber } from '../../../domain/import/register-number.ts'
import { choicesOf } from '../../../domain/request/offered-code.ts'
import { api, bodyOf, onVersion, sayFailure } from '../../api.ts'
import { codeListsQuery, useLabels } from '../../code-labels.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { ScreenedField } from '../../typed-field.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Select, type SelectOption } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import { languageSaid, useLanguages } from './use-languages.ts'

interface FileDialogProps {
  readonly id: string
  /** Undefined: there is none yet. */
  readonly file: ClientFile | undefined
  readonly contactLanguage: string
  readonly onClose: () => void
  readonly onKept: () => void
}

interface Draft {
  readonly name: string
  readonly reach: string
  readonly spoken: readonly string[]
  readonly read: readonly string[]
  readonly points: readonly ExplanationPoint[]
  readonly explainedIn: string
  readonly languageHelp: string
}

/** First it is told what a file is, then a name is asked. */
export const FileDialog = ({ id, file, contactLanguage, onClose, onKept }: FileDialogProps) => {
  const { t } = useText('card')
  const languages = useLanguages(contactLanguage)
  const [draft, setDraft] = useState<Draft>(() => draftOf(file, contactLanguage))
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const isExplained =
    explanationPoints.every((point) => draft.points.includes(point)) &&
    draft.explainedIn !== '' &&
    draft.languageHelp !== ''
  const isRefused = [draft.name, draft.reach].some(hasRegisterNumber)
  const keep = async () => {
    setBusy(true)
    try {
      await send(id, draft, file?.version)
      onKept()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return (
    <TaskDialog
      title={file ? t('file.change') : t('file.make')}
      canSave={isExplained && draft.name.trim() !== '' && !isRefused}
      isBusy={isBusy}
      failure={failure}
      onClose={onClose}
      onSave={() => void keep()}
    >
      <ExplanationFields draft={draft} change={change} languages={languages} />
      <ScreenedField
        label={t('file.name')}
        hint={t('file.nameHint')}
        autoComplete="off"
        maxLength={80}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <ScreenedField
        label={t('file.reach')}
        hint={t('file.reachHint')}
        isOptional
        autoComplete="off"
        maxLength={120}
        value={draft.reach}
        onChange={(reach) => change({ reach })}
      />
      {(['spoken', 'read'] as const).map((field) => (
        <Chips
          key={field}
          isSeveral
          label={t(`file.${field}`)}
          chips={languages}
          chosen={draft[field]}
          onChoose={(code, isOn) => change({ [field]: toggled(draft[field], code, isOn) })}
        />
      ))}
    </TaskDialog>
  )
}

interface ExplanationFieldsProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly languages: readonly SelectOption<string>[]
}

/** What was said, in which language and with whose help. */
const ExplanationFields = ({ draft, change, languages }: ExplanationFieldsProps) => {
  const { t } = useText('card')
  const help = useHelp()
  return (
    <>
      <p>{t('explain.lead')}</p>
      {explanationPoints.map((point) => (
        <Checkbox
          key={point}
          label={t(`explain.point.${point}`)}
          isChecked={draft.points.includes(point)}
          onCheck={(isOn) => change({ points: toggled(draft.points, point, isOn) })}
        />
      ))}
      <Select
        label={t('explain.in')}
        options={[{ id: '', label: t('explain.chooseLanguage') }, ...languages]}
        selected={draft.explainedIn}
        onSelect={(explainedIn) => change({ explainedIn })}
      />
      <Select
        label={t('explain.help')}
        options={[{ id: '', label: t('explain.chooseHelp') }, ...help]}
        selected={draft.languageHelp}
        onSelect={(languageHelp) => change({ languageHelp })}
      />
    </>
  )
}

const toggled = <Code extends string>(codes: readonly Code[], code: Code, isOn: boolean): readonly Code[] =>
  isOn ? [...codes, code] : codes.filter((one) => one !== code)

/** Who may have helped with the language. */
function useHelp() {
  const label = useLabels()
  const codes = useQuery(codeListsQuery).data?.items ?? []
  return choicesOf('language_help', { codes, maySeeSensitive: false })
    .filter(({ code }) => code !== 'not_asked')
    .map(({ code: id }) => ({ id, label: label('language_help', id) }))
}

const draftOf = (file: ClientFile | undefined, contactLanguage: string): Draft => ({
  name: file?.name ?? '',
  reach: file?.reach ?? '',
  spoken: file?.spoken ?? [],
  read: file?.read ?? [],
  points: [],
  explainedIn: languageSaid(contactLanguage),
  languageHelp: '',
})

function send(id: string, draft: Draft, version: number | undefined) {
  const { name, reach, spoken, read, points, explainedIn, languageHelp } = draft
  const explanation = { language: explainedIn, languageHelp, points: [...points] }
  const json = {
    name,
    reach: reach.trim() === '' ? null : reach,
    spoken: [...spoken],
    read: [...read],
    explanation,
  }
  const asked = { param: { id }, header: {}, json }
  return bodyOf(api.clients[':id'].file.$put(asked, version === undefined ? undefined : onVersion(version)))
}
