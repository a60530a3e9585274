/** The demonstration's staff: one password for all, printed at the start, and never made outside the demonstration. And a resident. */
import type { Role } from '#db/identity/tables.ts'

/** A resident with inputs of their own, who signs in by mail. */
export const DEMO_RESIDENT = 'warga@contoh.balai'

export const DEMO_PASSWORD = 'balai-contoh-2026'

export const PEOPLE: { email: string; name: string; role: Role; region: string | null }[] = [
  { email: 'admin@contoh.balai', name: 'Admin Portal', role: 'admin', region: null },
  { email: 'auditor@contoh.balai', name: 'Auditor Inspektorat', role: 'auditor', region: null },
  { email: 'moderator.satu@contoh.balai', name: 'Moderator Satu', role: 'moderator', region: null },
  { email: 'moderator.dua@contoh.balai', name: 'Moderator Dua', role: 'moderator', region: null },
  { email: 'petugas.dumai@contoh.balai', name: 'Petugas Survei Dumai', role: 'officer', region: 'dumai' },
  { email: 'pengesah.dumai@contoh.balai', name: 'Pengesah Hasil Dumai', role: 'publisher', region: 'dumai' },
  { email: 'petugas.bungo@contoh.balai', name: 'Petugas Survei Bungo', role: 'officer', region: 'bungo' },
  { email: 'pengesah.bungo@contoh.balai', name: 'Pengesah Hasil Bungo', role: 'publisher', region: 'bungo' },
]
