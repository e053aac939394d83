import { AirplaneIcon } from '@phosphor-icons/react/dist/csr/Airplane'
import { BellIcon } from '@phosphor-icons/react/dist/csr/Bell'
import { BicycleIcon } from '@phosphor-icons/react/dist/csr/Bicycle'
import { BirdIcon } from '@phosphor-icons/react/dist/csr/Bird'
import { ButterflyIcon } from '@phosphor-icons/react/dist/csr/Butterfly'
import { CarrotIcon } from '@phosphor-icons/react/dist/csr/Carrot'
import { CatIcon } from '@phosphor-icons/react/dist/csr/Cat'
import { ChairIcon } from '@phosphor-icons/react/dist/csr/Chair'
import { CherriesIcon } from '@phosphor-icons/react/dist/csr/Cherries'
import { CoffeeIcon } from '@phosphor-icons/react/dist/csr/Coffee'
import { FishIcon } from '@phosphor-icons/react/dist/csr/Fish'
import { FlowerIcon } from '@phosphor-icons/react/dist/csr/Flower'
import { GuitarIcon } from '@phosphor-icons/react/dist/csr/Guitar'
import { HammerIcon } from '@phosphor-icons/react/dist/csr/Hammer'
import { HorseIcon } from '@phosphor-icons/react/dist/csr/Horse'
import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key'
import { LeafIcon } from '@phosphor-icons/react/dist/csr/Leaf'
import { MountainsIcon } from '@phosphor-icons/react/dist/csr/Mountains'
import { RabbitIcon } from '@phosphor-icons/react/dist/csr/Rabbit'
import { SailboatIcon } from '@phosphor-icons/react/dist/csr/Sailboat'
import { ScissorsIcon } from '@phosphor-icons/react/dist/csr/Scissors'
import { SunIcon } from '@phosphor-icons/react/dist/csr/Sun'
import { TreeIcon } from '@phosphor-icons/react/dist/csr/Tree'
import { UmbrellaIcon } from '@phosphor-icons/react/dist/csr/Umbrella'
import type { CardPicture } from '../../../domain/client/card-picture.ts'

/** The same pictures as on the printed card (documents/card/picture-svg.ts). */
export const pictureIcons: Readonly<Record<CardPicture, typeof FishIcon>> = {
  airplane: AirplaneIcon,
  bell: BellIcon,
  bicycle: BicycleIcon,
  bird: BirdIcon,
  boat: SailboatIcon,
  butterfly: ButterflyIcon,
  carrot: CarrotIcon,
  cat: CatIcon,
  chair: ChairIcon,
  cherries: CherriesIcon,
  cup: CoffeeIcon,
  fish: FishIcon,
  flower: FlowerIcon,
  guitar: GuitarIcon,
  hammer: HammerIcon,
  horse: HorseIcon,
  key: KeyIcon,
  leaf: LeafIcon,
  mountains: MountainsIcon,
  rabbit: RabbitIcon,
  scissors: ScissorsIcon,
  sun: SunIcon,
  tree: TreeIcon,
  umbrella: UmbrellaIcon,
}
