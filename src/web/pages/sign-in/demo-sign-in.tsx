import type { Role } from '../../../domain/people/member.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

interface DemoSignInProps {
  readonly roles: readonly { readonly role: Role; readonly name: string }[]
  readonly onChoose: (role: Role) => void
}

/** One button per role of the demo town; exists only where there is a demo. */
export const DemoSignIn = ({ roles, onChoose }: DemoSignInProps) => {
  const { t } = useText()
  return (
    <section className="demo-sign-in" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p>{t('signIn.demoLead')}</p>
      <ul className="demo-roles">
        {roles.map(({ role, name }) => (
          <li key={role}>
            <Button onPress={() => onChoose(role)}>
              <span className="demo-role">
                <span>{t(`role.${role}`)}</span> <span className="demo-name">{name}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
