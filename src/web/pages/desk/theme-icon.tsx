import { BabyIcon } from '@phosphor-icons/react/dist/csr/Baby'
import { BriefcaseIcon } from '@phosphor-icons/react/dist/csr/Briefcase'
import { BusIcon } from '@phosphor-icons/react/dist/csr/Bus'
import { ChatsCircleIcon } from '@phosphor-icons/react/dist/csr/ChatsCircle'
import { DotsThreeCircleIcon } from '@phosphor-icons/react/dist/csr/DotsThreeCircle'
import { EnvelopeOpenIcon } from '@phosphor-icons/react/dist/csr/EnvelopeOpen'
import { FilesIcon } from '@phosphor-icons/react/dist/csr/Files'
import { FirstAidIcon } from '@phosphor-icons/react/dist/csr/FirstAid'
import { GraduationCapIcon } from '@phosphor-icons/react/dist/csr/GraduationCap'
import { HandCoinsIcon } from '@phosphor-icons/react/dist/csr/HandCoins'
import { HouseIcon } from '@phosphor-icons/react/dist/csr/House'
import { IdentificationCardIcon } from '@phosphor-icons/react/dist/csr/IdentificationCard'
import { LightningIcon } from '@phosphor-icons/react/dist/csr/Lightning'
import { ReceiptIcon } from '@phosphor-icons/react/dist/csr/Receipt'
import { ScalesIcon } from '@phosphor-icons/react/dist/csr/Scales'
import { SoccerBallIcon } from '@phosphor-icons/react/dist/csr/SoccerBall'
import { TagIcon } from '@phosphor-icons/react/dist/csr/Tag'

const icons: Readonly<Record<string, typeof TagIcon>> = {
  residence: IdentificationCardIcon,
  civil: FilesIcon,
  paperwork: EnvelopeOpenIcon,
  dutch: ChatsCircleIcon,
  housing: HouseIcon,
  energy: LightningIcon,
  work: BriefcaseIcon,
  income: HandCoinsIcon,
  money: ReceiptIcon,
  health: FirstAidIcon,
  education: GraduationCapIcon,
  family: BabyIcon,
  mobility: BusIcon,
  leisure: SoccerBallIcon,
  legal: ScalesIcon,
  other: DotsThreeCircleIcon,
}

/** The picture of a theme; one that a city added itself has a tag. */
export const ThemeIcon = ({ theme }: { theme: string }) => {
  const Icon = icons[theme] ?? TagIcon
  return <Icon aria-hidden />
}
