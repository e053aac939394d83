import { keyHeader } from './sign-in/signed-in.ts'

/** What every program must know before its first call; the reference begins with it. */
export const apiIntroduction: readonly string[] = [
  `A program sends its key in the header ${keyHeader} and is judged by that alone: it may what both the key's roles and its member's roles allow at that moment. Deciding who comes in and what they see is for a person who is signed in; those routes name the session alone, and a key gets 403 with code key_forbidden.`,
  `With the cookie of a session, every POST, PUT, PATCH and DELETE needs an Origin header of this installation, or a content-type that no form sends, such as application/json; otherwise it may come from a form of another site, and the answer is 403 with code forbidden. That holds for a call without a body too. With a key neither is needed.`,
  `Ids are UUIDs (version 7) that the caller makes. The same call again with the same id and body changes nothing and answers 200 instead of 201; another body under that id is 409. A change names in If-Match the version that it is meant for, which is the ETag of the last answer: without it 428, after somebody else's change 412.`,
  `Lists that grow take limit and cursor and answer items and next: the cursor of the page after it, left out of the last. Cursors are opaque and may be kept. Lists of what a city has set up, such as its desks, organisations and codes, come whole.`,
]
