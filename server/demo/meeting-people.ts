/** People of the demonstration's meetings: "Nama; jabatan; L", out of names that come around again with another office. */
const PEOPLE_HERE = [
  ['Siti Aminah', 'P'],
  ['Rusdi', 'L'],
  ['Nurhayati', 'P'],
  ['Zulkifli', 'L'],
  ['Mardiana', 'P'],
  ['Syahrul', 'L'],
  ['Ernawati', 'P'],
  ['Hamdan', 'L'],
  ['Yusnita', 'P'],
  ['Bahtiar', 'L'],
] as const

export function people(count: number, office: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => {
    const [name, sex] = PEOPLE_HERE[i % PEOPLE_HERE.length] ?? PEOPLE_HERE[0]
    return `${name}; ${office(i + 1)}; ${sex}`
  })
}
