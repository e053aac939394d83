/** HH:MM for a time of the day as people write it: 9, 9u30, 9.30, 09:30, 930. Whatever is no time stays as it was written. */
export function readTime(text: string): string {
  const parts = /^(\d{1,2})\s*[.:uh]?\s*(\d{2})?$/i.exec(text.trim())
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)]
  if (!parts || hour > 23 || minute > 59) return text.trim()
  return [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
}

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
