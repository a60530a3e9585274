export interface PortalTables {
  setting: SettingTable
  lease: LeaseTable
}

export interface SettingTable {
  name: string
  value: string
}

/** Which node does a job, and until when it holds it at most. */
export interface LeaseTable {
  name: string
  holder: string
  until: string
}
