import { connect } from '../../src/db/database.ts'
import { openServer } from '../open-server.ts'

// A server over the database of a torture run, in a process that may be killed: node sync-server.ts ADMIN_URL LOGIN_PASSWORD

const [adminUrl = '', loginPassword = ''] = process.argv.slice(2)
const { url } = await openServer(connect(adminUrl, loginPassword))
process.stdout.write(`${url}\n`)
