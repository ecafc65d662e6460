import { useEffect, useRef } from 'react'

/** Takes the reader to the first faulty field whenever other fields are at fault than before. */
export function useFaultFocus(errors: Record<string, string>) {
  const form = useRef<HTMLFormElement>(null)
  const faulty = Object.keys(errors).join(' ')
  useEffect(() => {
    if (faulty) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faulty])
  return form
}
