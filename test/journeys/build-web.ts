import { openWebBuild } from '../../src/web-build.ts'

/** Before the first journey: two towns that start at once find the web app built, and neither builds it under the other. */
export default () => openWebBuild().done
