import { useText } from '../../use-text.ts'

/** For whoever stands behind the desk, in the language of their screens. */
export const StaffLine = ({ sentence }: { readonly sentence: string }) => {
  const { language } = useText()
  return (
    <p className="client-staff" lang={language} dir="ltr">
      {sentence}
    </p>
  )
}
