import { AirplaneIcon } from '@phosphor-icons/react/dist/ssr/Airplane'
import { BellIcon } from '@phosphor-icons/react/dist/ssr/Bell'
import { BicycleIcon } from '@phosphor-icons/react/dist/ssr/Bicycle'
import { BirdIcon } from '@phosphor-icons/react/dist/ssr/Bird'
import { ButterflyIcon } from '@phosphor-icons/react/dist/ssr/Butterfly'
import { CarrotIcon } from '@phosphor-icons/react/dist/ssr/Carrot'
import { CatIcon } from '@phosphor-icons/react/dist/ssr/Cat'
import { ChairIcon } from '@phosphor-icons/react/dist/ssr/Chair'
import { CherriesIcon } from '@phosphor-icons/react/dist/ssr/Cherries'
import { CoffeeIcon } from '@phosphor-icons/react/dist/ssr/Coffee'
import { FishIcon } from '@phosphor-icons/react/dist/ssr/Fish'
import { FlowerIcon } from '@phosphor-icons/react/dist/ssr/Flower'
import { GuitarIcon } from '@phosphor-icons/react/dist/ssr/Guitar'
import { HammerIcon } from '@phosphor-icons/react/dist/ssr/Hammer'
import { HorseIcon } from '@phosphor-icons/react/dist/ssr/Horse'
import { KeyIcon } from '@phosphor-icons/react/dist/ssr/Key'
import { LeafIcon } from '@phosphor-icons/react/dist/ssr/Leaf'
import { MountainsIcon } from '@phosphor-icons/react/dist/ssr/Mountains'
import { RabbitIcon } from '@phosphor-icons/react/dist/ssr/Rabbit'
import { SailboatIcon } from '@phosphor-icons/react/dist/ssr/Sailboat'
import { ScissorsIcon } from '@phosphor-icons/react/dist/ssr/Scissors'
import { SunIcon } from '@phosphor-icons/react/dist/ssr/Sun'
import { TreeIcon } from '@phosphor-icons/react/dist/ssr/Tree'
import { UmbrellaIcon } from '@phosphor-icons/react/dist/ssr/Umbrella'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { CardPicture } from '../../domain/client/card-picture.ts'

const icons: Readonly<Record<CardPicture, typeof FishIcon>> = {
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

/** What is drawn on a card, as a picture for paper. */
export const pictureSvg = (picture: CardPicture, color: string): string =>
  renderToStaticMarkup(createElement(icons[picture], { color, size: 256 }))
