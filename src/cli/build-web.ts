import { openWebBuild } from '../web-build.ts'

// npm run build: what a first start does by itself.
await openWebBuild().done
