import { openCatalogue } from '../../language.ts'
import { lazyPart } from '../../lazy-part.tsx'
import type { Author } from '../../outbox/outbox.ts'
import { useRefused } from '../../outbox/outbox-state.ts'
import { Page } from '../../page.tsx'
import { useText } from '../../use-text.ts'
import { CardLine } from './card-line.tsx'
import { DeskBar } from './desk-bar.tsx'
import type { Place } from './desk-memory.ts'
import { DeskPanel, openBegun } from './desk-panel.tsx'
import { DeskWays } from './desk-ways.tsx'
import { GroupButton } from './group-button.tsx'
import { OwnButtons } from './own-buttons.tsx'
import { PersonFields } from './person-fields.tsx'
import { PlaceLine } from './place-line.tsx'
import { QuestionFields } from './question-fields.tsx'
import type { RefusedGroupsProps } from './refused-groups.tsx'
import { SaveState } from './save-state.tsx'
import { useDeskChoices } from './use-desk-choices.ts'
import { useSignIn } from './use-sign-in.tsx'
import { useVisit } from './use-visit.ts'

// Seldom: they travel when they are needed.
const LastSaved = lazyPart(async () => (await openBegun()).LastSaved)
const HouseholdLine = lazyPart(async () => (await openBegun()).HouseholdLine)
const AskedList = lazyPart(async () => (await openBegun()).AskedList, 'typed')
const TallyBoard = lazyPart(async () => (await import('./tally-board.tsx')).TallyBoard, 'buttons')
const LeftDrafts = lazyPart(() =>
  Promise.all([import('./left-drafts.tsx'), openCatalogue('typed')]).then(
    ([module]) => module.LeftDrafts,
    // Without a network: the form is as good without it.
    () => () => null,
  ),
)
const RefusedHere = lazyPart(
  async () => (await import('./refused-here.tsx')).RefusedHere,
  'followups',
  'groups',
  'refused',
)

interface VisitFormProps {
  readonly desks: readonly Place[]
  readonly author: Author
  /** The session is over: what is saved waits, and the form stays. */
  readonly isSignedOut: boolean
}

/** The form of a visit, and beside it what the guide gets back. */
export const VisitForm = ({ desks, author, isSignedOut }: VisitFormProps) => {
  const { t } = useText('desk')
  const choices = useDeskChoices()
  const visit = useVisit(desks, author)
  const { form, draft, setDraft, isHidden, last, register, onAnswered } = visit
  const signIn = useSignIn(author, { isSignedOut, send: register.send })
  return (
    <Page
      title={t('title')}
      actions={
        <PlaceLine desks={desks} draft={draft} onDraft={setDraft}>
          <DeskWays isTallying={visit.isTallying} onTally={visit.setTallying}>
            <GroupButton desks={desks} deskId={draft.deskId} choices={choices} />
          </DeskWays>
        </PlaceLine>
      }
    >
      {signIn.dialog}
      {visit.isTallying ? (
        <TallyBoard
          choices={choices}
          register={register}
          onTally={visit.tally}
          onDone={() => visit.setTallying(false)}
        >
          {(given) => <SaveState register={given} />}
        </TallyBoard>
      ) : null}
      {isHidden || visit.isTallying ? null : <CardLine key={draft.id} draft={draft} onDraft={setDraft} />}
      <div hidden={visit.isTallying} className={isHidden ? 'visit visit-hidden' : 'visit'}>
        <form
          ref={form}
          className="visit-form"
          aria-label={t('title')}
          onSubmit={(event) => {
            event.preventDefault()
            visit.save()
          }}
        >
          <NotSaved visit={visit} author={author} desks={desks} choices={choices} />
          {last ? <LastSaved saved={last} onNext={visit.next} /> : null}
          {draft.householdVisitId ? <HouseholdLine draft={draft} onDraft={visit.begin} /> : null}
          <OwnButtons
            author={author}
            question={draft.question}
            onQuestion={(question) => setDraft({ ...draft, question })}
            choices={choices}
          />
          {isHidden ? null : (
            <section className="visit-part" aria-label={t('part.person')}>
              <PersonFields
                person={draft.person}
                onPerson={(person) => setDraft({ ...draft, person })}
                choices={choices}
                onAnswered={onAnswered}
              />
            </section>
          )}
          {draft.asked.length > 0 ? (
            <AskedList
              questions={draft.asked}
              choices={choices}
              onOpen={visit.reopen}
              onRemove={(id) => setDraft({ ...draft, asked: draft.asked.filter((one) => one.id !== id) })}
            />
          ) : null}
          <section className="visit-part" aria-label={t('part.question')}>
            <QuestionFields
              key={draft.question.id}
              question={draft.question}
              onQuestion={(question) => setDraft({ ...draft, question })}
              choices={choices}
              missing={visit.missing}
              onAnswered={onAnswered}
            />
          </section>
          <DeskBar
            draft={draft}
            register={register}
            signIn={signIn}
            isHidden={isHidden}
            onAnother={visit.another}
            onLater={visit.later}
            onHide={visit.hide}
          />
        </form>
        {isHidden ? null : <DeskPanel draft={draft} isFree={visit.isFree} choices={choices} />}
      </div>
    </Page>
  )
}

interface NotSavedProps extends RefusedGroupsProps {
  readonly visit: ReturnType<typeof useVisit>
}

/** What was begun and left, and what the databank did not take. */
const NotSaved = ({ visit: { drafts, isFree, mend }, ...rest }: NotSavedProps) => {
  const refused = useRefused()
  return (
    <>
      {drafts.areKept && drafts.left.length === 0 ? null : (
        <LeftDrafts drafts={drafts} choices={rest.choices} isFree={isFree} />
      )}
      {refused.length > 0 ? <RefusedHere isFree={isFree} onMend={mend} {...rest} /> : null}
    </>
  )
}
