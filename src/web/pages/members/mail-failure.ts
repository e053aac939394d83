const failures = ['mail_unreachable', 'mail_timeout', 'mail_sign_in', 'mail_refused'] as const

/** Why a mail did not go out, as far as this page has a sentence for it. */
export const isFailure = (code: string | null): code is (typeof failures)[number] =>
  failures.some((failure) => failure === code)
