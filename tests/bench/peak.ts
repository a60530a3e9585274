import { readFileSync } from 'node:fs'

/** Linux hands the peak that `resourceUsage` reports on from the process that started this one; its own stands here. */
export function peakMegabytes(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}
