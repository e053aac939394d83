import { openWebBuild } from '../../src/web-build.ts'
import { makeDemoTown } from './town.ts'

/** Before the first journey: the web app is built, by one and not by two towns that start at once, and a town is made. */
export default async () => {
  await openWebBuild().done
  return makeDemoTown()
}
